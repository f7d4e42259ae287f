import { farGe, type Roll } from '@klubba/behorighet';
import { type Command, isRefusal, type Receipt, streamId } from '@klubba/kernel';
import { DEMO_BY, demoCommand, demoPerson } from '../demo-identitet';
import type { House } from '../house';
import { ANMALD_PERIOD, DELEGATIONSBESLUT, DELEGATIONSORDNING, FICK_DEL, KVALITETSBERATTELSE, LEX_SARAH, REMISSER, SENT_SVAR, SOCIALCHEF, UNDERSTALLT, UPPDRAG } from './demo.register.texter';
import { ARENDEN, ERSATTARE, LEDAMOTER, PUNKTER, SEKRETESSBLOCK, SLUT, TJANSTEPERSONER } from './demo.texter';

const made = (category: string, by: string, key: string): string => streamId(category, by, demoCommand(key));
/** Where the demo's things are, known before they are made: the ready queries and the tests point at them. */
export const DEMO = {
  namnd: made('namnd', DEMO_BY, 'namnd'),
  sammantrade: made('sammantrade', demoPerson('namndsekreterare'), 'sammantrade'),
  arende: (nyckel: string) => made('arende', demoPerson('registrator'), `arende:${nyckel}`),
  tjansteskrivelse: (nyckel: string) => made('tjansteskrivelse', demoPerson('handlaggare'), `memo:${nyckel}`),
  /** The § that the agenda's item `nr` becomes. */
  punkt: (nr: number) => made('paragraf', demoPerson('namndsekreterare'), `punkt:${nr}`),
  remiss: (arende: string) => made('remiss', demoPerson('registrator'), `remiss:${arende}`),
  delegationsbeslut: (nyckel: string) => made('delegationsbeslut', demoPerson(DELEGATIONSBESLUT.find((en) => en.nyckel === nyckel)!.som), `delegationsbeslut:${nyckel}`),
  kvalitetsberattelse: made('kvalitetsberattelse', demoPerson('handlaggare'), 'kvalitetsberattelse'),
  uppdrag: made('uppdrag', demoPerson('namndsekreterare'), 'uppdrag'),
  /** The series stood here before the meeting. */
  paragrafFore: 24,
} as const;

export type Step = {
  /** The command's own key: asked again after an interrupted load, it is the same command. */
  readonly key: string;
  readonly som: Roll | 'demo';
  readonly category: string;
  readonly id?: string;
  readonly command: Command;
  /** What the door takes out of a register and puts into the command (`complete`): the rest is what its one gives. */
  readonly ifyllt?: object;
  /** What earlier steps led to elsewhere must be there: numbers of matters and §§. */
  readonly lugn?: true;
};
const person = ({ nyckel, namn }: { nyckel: string; namn: string }, slag: string, titel?: string): Step =>
  ({ key: `person:${nyckel}`, som: 'demo', category: 'person', command: { type: 'RegistreraPerson', data: { namn, slag, ...(titel !== undefined && { titel }) } } });

export const demoSteps = (): readonly Step[] => {
  const { namnd, sammantrade } = DEMO;
  const inNamnd = (key: string, som: Roll, type: string, data: object): Step => ({ key, som, category: 'namnd', id: namnd, command: { type, data } });
  const atMeeting = (key: string, type: string, data: object, more: Partial<Step> & { skal?: Record<string, string>; roll?: Roll } = {}): Step => {
    const { skal, roll = 'namndsekreterare', ...rest } = more;
    return { key, som: roll, category: 'sammantrade', id: sammantrade, command: { type, data, ...(skal && { skal }) }, ...rest };
  };
  const signs = (key: string, som: Roll, data: { readonly mal: string; readonly slag: string; readonly punkter?: readonly string[] }): Step => ({ key, som, category: 'signatur', id: data.mal, command: { type: 'Signera', data } });
  const sits = (uppdrag: 'ledamot' | 'ersattare') => ({ nyckel, parti, roll }: (typeof LEDAMOTER)[number], i: number): Step =>
    inNamnd(`val:${nyckel}`, 'namndsekreterare', 'ValjForUppdrag', { person: demoPerson(nyckel), uppdrag, parti, ordning: i + 1, fran: '2015-01-01', till: '2018-12-31', ...(roll !== undefined && { roll }) });
  const register = registerSteps();
  const omedelbara = PUNKTER.flatMap(({ slag }, i) => (slag === 'remissvar' ? [DEMO.punkt(i + 1)] : []));
  const justerare = [demoPerson('ordforande'), demoPerson('ledamot')];

  return [
    { key: 'namnd', som: 'demo', category: 'namnd', command: { type: 'InrattaNamnd', data: { organ: 'SN', namn: 'Socialnämnden i Granvik', slag: 'namnd', startdatum: '2015-01-01' } } },
    inNamnd('reglemente', 'namndsekreterare', 'FaststallReglemente', {
      fran: '2015-01-01', antalLedamoter: LEDAMOTER.length, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', beslutsdatum: '2014-11-24',
    }),
    ...TJANSTEPERSONER.map((en) => person(en, 'tjansteperson', en.titel)),
    ...[...LEDAMOTER, ...ERSATTARE].map((en) => person(en, 'fortroendevald')),
    ...LEDAMOTER.map(sits('ledamot')),
    ...ERSATTARE.map(sits('ersattare')),
    { key: 'diarieserie:2017', som: 'registrator', category: 'diarieserie', id: `${namnd}-2017`, command: { type: 'BorjaDiarieserie', data: { namnd, ar: 2017, sista: 30 } } },
    { key: 'diarieserie:2018', som: 'registrator', category: 'diarieserie', id: `${namnd}-2018`, command: { type: 'BorjaDiarieserie', data: { namnd, ar: 2018, sista: 13 } } },
    { key: 'paragrafserie:2018', som: 'namndsekreterare', category: 'paragrafserie', id: `${namnd}-2018`, command: { type: 'BorjaParagrafserie', data: { namnd, ar: 2018, sista: DEMO.paragrafFore } } },

    ...ARENDEN.map(({ nyckel, memo: _, frammande, ...data }): Step => ({
      key: `arende:${nyckel}`, som: 'registrator', category: 'arende', command: { type: 'OppnaArende', data: { namnd, klass: 'oppen', ...data, ...(frammande !== undefined && { frammandeNummer: [frammande] }) } },
    })),
    ...ARENDEN.flatMap(({ nyckel, rubrik, memo: { fardig, beskrivning, ...memo } }, i): Step[] => [
      {
        key: `memo:${nyckel}`, som: 'handlaggare', category: 'tjansteskrivelse', ...(i === 0 && { lugn: true as const }),
        command: { type: 'SkrivTjansteskrivelse', data: { namnd, arende: DEMO.arende(nyckel), klass: 'oppen', rubrik, forvaltning: 'Socialförvaltningen', handlaggare: demoPerson('handlaggare'), mottagare: ['Socialnämnden'], arendebeskrivning: beskrivning, ...memo } },
      },
      { key: `fardig:${nyckel}`, som: 'handlaggare', category: 'tjansteskrivelse', id: DEMO.tjansteskrivelse(nyckel), command: { type: 'FardigstallTjansteskrivelse', data: { datum: fardig } } },
    ]),
    ...register.fore,
    ...ARENDEN.slice(0, 2).map(({ nyckel }): Step => signs(`signera:${nyckel}`, 'forvaltningschef', { slag: 'tjansteskrivelse', mal: DEMO.tjansteskrivelse(nyckel) })),

    { key: 'sammantrade', som: 'namndsekreterare', category: 'sammantrade', command: { type: 'PlaneraSammantrade', data: { namnd, datum: '2018-03-21', tid: '15:00', plats: 'Lilla salen, Granviks kommunhus' } } },
    ...PUNKTER.map(({ slag, rubrik, arende, galler, sekretess, handlingslage }, i): Step =>
      atMeeting(`punkt:${i + 1}`, 'LaggTillPunkt', {
        slag, rubrik, klass: sekretess === true ? 'sekretess' : 'oppen', ...(sekretess === true && { sekretesslagrum: '26:1', utanDiarienummer: true, myndighetsutovning: true }),
        ...(arende !== undefined && { arende: DEMO.arende(arende), tjansteskrivelse: DEMO.tjansteskrivelse(arende) }), ...(handlingslage !== undefined && { handlingslage }), ...(galler !== undefined && { galler: { slag: galler, id: posten(galler, arende!) } }),
      }, {
        ...(i === 0 && { lugn: true as const }), ...(handlingslage === 'delas_ut_vid_sammantradet' && { skal: { HANDLINGAR_DELAS_UT: 'Redovisningen blev klar efter utskicket.' } }), ...(galler === 'remiss' && { skal: { SVARSTID_FORE_SAMMANTRADE: SENT_SVAR } }),
      })),
    atMeeting('block', 'SattSekretessblock', SEKRETESSBLOCK),
    ...register.anmalan,
    atMeeting('kallelse', 'SkickaKallelse', {
      datum: '2018-03-14', ordforande: demoPerson('ordforande'), forhinder: 'Sigrid Almlund, namnd@granvik.example', kallade: [...LEDAMOTER, ...ERSATTARE].map(({ nyckel }) => demoPerson(nyckel)),
    }, { lugn: true, skal: { HANDLING_SAKNAS: 'Handlingarna finns på papper och bifogades utskicket.' } }),

    atMeeting('oppna', 'OppnaSammantrade', { tid: '15:00' }),
    ...LEDAMOTER.map(({ nyckel }) => atMeeting(`narvaro:${nyckel}`, 'AntecknaNarvaro', nyckel === 'ledamot-6'
      ? { person: demoPerson(nyckel), pass: [], franvaroskal: 'Förhinder anmält' }
      : { person: demoPerson(nyckel), pass: [{ tjanstgor: true }] })),
    ...ERSATTARE.slice(0, 6).map(({ nyckel }, i) => atMeeting(`narvaro:${nyckel}`, 'AntecknaNarvaro', {
      person: demoPerson(nyckel), pass: [i === 0 ? { tjanstgor: true, ersatter: demoPerson('ledamot-6') } : { tjanstgor: false }],
    })),
    atMeeting('justerare', 'UtseJusterare', { person: demoPerson('ledamot'), dag: '2018-04-04' }),
    atMeeting('dagordning', 'FaststallDagordning', { tid: PUNKTER[2]!.tid }),
    ...PUNKTER.map(({ tid, beslutstyp, beslut }, i) => atMeeting(`beslut:${i + 1}`, 'FattaBeslut', {
      punkt: DEMO.punkt(i + 1), tid, beslutstyp, beslutspunkter: beslut.map((text) => ({ text, ...(text === 'Paragrafen justeras omedelbart.' && { omedelbarJustering: true }) })),
    }, { roll: 'ordforande' })),
    atMeeting('avsluta', 'AvslutaSammantrade', { tid: SLUT }, { roll: 'ordforande' }),

    { ...signs('signera:1:ordforande', 'ordforande', { slag: 'protokoll', mal: sammantrade, punkter: omedelbara }), lugn: true },
    signs('signera:1:ledamot', 'ledamot', { slag: 'protokoll', mal: sammantrade, punkter: omedelbara }),
    atMeeting('justera:1', 'Justera', { punkter: omedelbara, datum: '2018-03-21', omedelbart: true, justerare }),
    ...register.efter,
    atMeeting('anslag:1', 'AnslaProtokoll', { omgang: 1, datum: '2018-03-22', forvaringsplats: 'Socialförvaltningen, Granviks kommunhus' }),
    atMeeting('justera:2', 'Justera', { datum: '2018-04-04', omedelbart: false, justerare }),
    atMeeting('anslag:2', 'AnslaProtokoll', { omgang: 2, datum: '2018-04-06', forvaringsplats: 'Socialförvaltningen, Granviks kommunhus' }),
  ];
};

/** The row of a register that an item is about: a lex Sarah report has the id of its matter. */
const posten = (galler: NonNullable<(typeof PUNKTER)[number]['galler']>, arende: string): string => ({ remiss: DEMO.remiss(arende), lexsarah: DEMO.arende(arende), kvalitetsberattelse: DEMO.kvalitetsberattelse })[galler];

/** What is done in the registers: until the agenda is made, what it then reports, and what follows of the meeting. */
const registerSteps = (): Readonly<Record<'fore' | 'anmalan' | 'efter', readonly Step[]>> => {
  const { namnd, sammantrade } = DEMO;
  const lexsarah = DEMO.arende('lexsarah');
  const step = (key: string, som: Roll, category: string, id: string, type: string, data: object, more: Partial<Step> & { skal?: Record<string, string> } = {}): Step => {
    const { skal, ...rest } = more;
    return { key, som, category, id, command: { type, data, ...(skal && { skal }) }, ...rest };
  };
  const ilexsarah = (key: string, som: Roll, type: string, data: object, more?: Parameters<typeof step>[6]): Step => step(`lexsarah:${key}`, som, 'lexsarah', lexsarah, type, data, more);
  const iBerattelsen = (key: string, som: Roll, type: string, data: object): Step => step(`kvalitetsberattelse:${key}`, som, 'kvalitetsberattelse', DEMO.kvalitetsberattelse, type, data);
  const chefen = { person: demoPerson('forvaltningschef'), befattning: SOCIALCHEF, punkt: '3.1' };
  const { rapport, genast, forhandsbedomd, utredareUtsedd, utredning, utredd, bedomd, atgard, uppfoljning } = LEX_SARAH;
  const utredare = TJANSTEPERSONER.find(({ nyckel }) => nyckel === 'handlaggare')!;
  const { avsnitt, siffror, kontroller, fardig } = KVALITETSBERATTELSE;

  return {
    fore: [
      step('delegationsordning', 'namndsekreterare', 'delegationsordning', namnd, 'AntaDelegationsordning', { namnd, ...DELEGATIONSORDNING }),
      ...DELEGATIONSBESLUT.map(({ nyckel, som, delegat, ...data }) => step(`delegationsbeslut:${nyckel}`, som, 'delegationsbeslut', DEMO.delegationsbeslut(nyckel), 'RegistreraDelegationsbeslut', {
        namnd, klass: 'sekretesslagrum' in data ? 'sekretess' : 'oppen', ...data, delegat: { ...delegat, ...(delegat.slag !== 'tjansteman' && { person: demoPerson(delegat.slag) }) },
      })),
      step('understall', 'handlaggare', 'delegationsbeslut', DEMO.delegationsbeslut('omhandertagande'), 'UppfyllKlocka', { nr: 1, datum: UNDERSTALLT }),
      step('part', 'handlaggare', 'delegationsbeslut', DEMO.delegationsbeslut('tandvard'), 'AntecknaPart', { part: 'Sökanden', fickDel: FICK_DEL }),

      ...REMISSER.flatMap(({ arende, rubrik, nummer, inkom, svarstid, fragor, utkast }): readonly Step[] => [
        step(`remiss:${arende}`, 'registrator', 'remiss', DEMO.remiss(arende), 'TaEmotRemiss', {
          namnd, klass: 'oppen', arende: DEMO.arende(arende), slag: 'remiss', rubrik, avsandare: 'Kommunstyrelsen', derasNummer: nummer, inkom, svarstidAvsandare: svarstid, fragor, yttrandeTill: 'styrelse',
        }),
        step(`tilldela:${arende}`, 'forvaltningschef', 'remiss', DEMO.remiss(arende), 'TilldelaRemiss', { handlaggare: demoPerson('handlaggare'), instans: 'namnd' }),
        step(`remissvar:${arende}`, 'handlaggare', 'remiss', DEMO.remiss(arende), 'SkrivRemissvar', utkast),
      ]),

      step('lexsarahrutin', 'namndsekreterare', 'lexsarahrutin', namnd, 'FaststallLexSarahRutin', { namnd, fran: '2017-01-01', rapportArbetsdagar: 1, startDagar: 1, utredningDagar: 60, delegater: [{ fraga: 'bedomning', befattning: SOCIALCHEF, punkt: '3.1' }] }),
      ilexsarah('rapport', 'registrator', 'TaEmotLexSarah', { namnd, arende: lexsarah, ...rapport }),
      ilexsarah('genast', 'handlaggare', 'NoteraLexSarahAtgard', genast),
      ilexsarah('forhandsbedomd', 'forvaltningschef', 'ForhandsbedomLexSarah', { ...forhandsbedomd, av: chefen }),
      ilexsarah('utredare', 'forvaltningschef', 'UtseLexSarahUtredare', { datum: utredareUtsedd.datum, utredare: demoPerson(utredare.nyckel), javig: false }, { skal: { UTREDNINGEN_EJ_PABORJAD: utredareUtsedd.skal } }),
      ...Object.entries(utredning).map(([del, text]) => ilexsarah(`utredning:${del}`, 'handlaggare', 'AntecknaLexSarah', { del, datum: utredd, art: 'faktisk_omstandighet', kalla: 'Samtal med personalen och schemat', text, forfattare: utredare.namn, titel: utredare.titel })),
      ilexsarah('bedomd', 'forvaltningschef', 'BedomLexSarah', { datum: bedomd.datum, bedomning: 'MISSFORHALLANDE', av: chefen, motivering: bedomd.motivering }, { skal: { UTREDNINGEN_DROJER: bedomd.skal } }),
      ilexsarah('atgard', 'handlaggare', 'PlaneraLexSarahAtgard', { ...atgard, ansvarig: demoPerson('forvaltningschef') }),

      step('kvalitetsberattelse', 'handlaggare', 'kvalitetsberattelse', DEMO.kvalitetsberattelse, 'PaborjaKvalitetsberattelse', { namnd, klass: 'oppen', ar: 2017, rubrik: 'Kvalitetsberättelse 2017', arende: DEMO.arende('kvalitet'), checklista: Object.keys(avsnitt) }),
      ...Object.entries(avsnitt).map(([del, text]) => iBerattelsen(del, 'handlaggare', 'SkrivAvsnitt', { avsnitt: del, text })),
      ...siffror.map((en) => iBerattelsen(en.nyckel, 'handlaggare', 'AngeSiffra', { ...en, ar: 2017, kalla: { text: 'Förvaltningens årsstatistik' } })),
      ...kontroller.map((en) => iBerattelsen(`kontroll:${en.mot}`, 'handlaggare', 'LaggTillSifferkontroll', en)),
      iBerattelsen('fardig', 'forvaltningschef', 'FardigstallKvalitetsberattelse', { datum: fardig }),
    ],
    anmalan: [
      step('anmalan', 'namndsekreterare', 'delegationsanmalan', DEMO.punkt(26), 'FyllDelegationsanmalan', { namnd, sammantrade, punkt: DEMO.punkt(26), ...ANMALD_PERIOD }, {
        lugn: true, ifyllt: { beslut: DELEGATIONSBESLUT.map(({ nyckel }) => DEMO.delegationsbeslut(nyckel)), listor: [] },
      }),
    ],
    efter: [
      ...REMISSER.map(({ arende }) => step(`expediera:${arende}`, 'registrator', 'remiss', DEMO.remiss(arende), 'ExpedieraRemissvar', { version: 1, datum: '2018-03-21', satt: 'e_post_och_post', mottagare: ['Kommunledningskontoret'] }, { skal: { SVARSTIDEN_PASSERAD: SENT_SVAR } })),
      ilexsarah('uppfoljning', 'handlaggare', 'PlaneraLexSarahUppfoljning', { planerad: uppfoljning }),
      step('uppdrag', 'namndsekreterare', 'uppdrag', DEMO.uppdrag, 'GeUppdrag', { namnd, klass: 'oppen', givare: 'namnd', punkt: DEMO.punkt(19), datum: '2018-03-21', arende: DEMO.arende('internkontroll'), ...UPPDRAG }),
    ],
  };
};

/** Is there anything to load? An empty log, or one where a load of the demo was interrupted. */
const wanted = async ({ log }: House): Promise<boolean> => {
  if ((await log.store.tip()) === 0n) return true;
  if ((await log.read(`namnd-${DEMO.namnd}`)).length === 0) return false;
  // Asked of the log: a node that is new to a long one has its read models to build first.
  const { key, category, id } = demoSteps().at(-1)!;
  return (await log.read(`${category}-${id}`)).every(({ command }) => command !== demoCommand(key));
};

/**
 * Loads the demo into an empty log, step by step as its people would have done it; a load that was interrupted goes on
 * where it was. `progress` is told after each step. Answers whether anything was loaded.
 */
export const loadDemo = async (house: House, progress: (done: number, of: number, what: string) => void = () => undefined): Promise<boolean> => {
  if (!(await wanted(house))) return false;
  const all = demoSteps();
  let last: Receipt | undefined;
  for (const [i, { key, som, category, id, command, ifyllt, lugn }] of all.entries()) {
    if (lugn === true && last !== undefined) await house.models.caughtUp(last.position);
    const by = som === 'demo' ? DEMO_BY : demoPerson(som);
    const own = demoCommand(key);
    const outcome = await house.give({ category, id: id ?? streamId(category, by, own), command: { ...command, data: { ...(command.data as object), ...ifyllt } } }, {
      by, command: own, correlation: own, cause: null, roll: (namnd, wish) => (som === 'demo' ? 'system' : farGe({ '*': [som] }, namnd, wish)),
    });
    if (isRefusal(outcome)) throw new Error(`Demon stannade vid ${key}: ${outcome.hinder[0].kod} ${outcome.hinder[0].text}`);
    last = outcome;
    progress(i + 1, all.length, command.type);
  }
  if (last !== undefined) await house.models.caughtUp(last.position);
  return true;
};
