import { farGe, type Roll } from '@klubba/behorighet';
import { type Command, isRefusal, type Receipt, streamId } from '@klubba/kernel';
import { DEMO_BY, demoCommand, demoPerson } from '../demo-identitet';
import type { House } from '../house';
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
    ...ARENDEN.slice(0, 2).map(({ nyckel }): Step => signs(`signera:${nyckel}`, 'forvaltningschef', { slag: 'tjansteskrivelse', mal: DEMO.tjansteskrivelse(nyckel) })),

    { key: 'sammantrade', som: 'namndsekreterare', category: 'sammantrade', command: { type: 'PlaneraSammantrade', data: { namnd, datum: '2018-03-21', tid: '15:00', plats: 'Lilla salen, Granviks kommunhus' } } },
    ...PUNKTER.map(({ slag, rubrik, arende, sekretess, handlingslage }, i): Step =>
      atMeeting(`punkt:${i + 1}`, 'LaggTillPunkt', {
        slag, rubrik, klass: sekretess === true ? 'sekretess' : 'oppen', ...(sekretess === true && { sekretesslagrum: '26:1', utanDiarienummer: true, myndighetsutovning: true }),
        ...(arende !== undefined && { arende: DEMO.arende(arende), tjansteskrivelse: DEMO.tjansteskrivelse(arende) }), ...(handlingslage !== undefined && { handlingslage }),
      }, { ...(i === 0 && { lugn: true as const }), ...(handlingslage === 'delas_ut_vid_sammantradet' && { skal: { HANDLINGAR_DELAS_UT: 'Redovisningen blev klar efter utskicket.' } }) })),
    atMeeting('block', 'SattSekretessblock', SEKRETESSBLOCK),
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
    atMeeting('anslag:1', 'AnslaProtokoll', { omgang: 1, datum: '2018-03-22', forvaringsplats: 'Socialförvaltningen, Granviks kommunhus' }),
    atMeeting('justera:2', 'Justera', { datum: '2018-04-04', omedelbart: false, justerare }),
    atMeeting('anslag:2', 'AnslaProtokoll', { omgang: 2, datum: '2018-04-06', forvaringsplats: 'Socialförvaltningen, Granviks kommunhus' }),
  ];
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
  for (const [i, { key, som, category, id, command, lugn }] of all.entries()) {
    if (lugn === true && last !== undefined) await house.models.caughtUp(last.position);
    const by = som === 'demo' ? DEMO_BY : demoPerson(som);
    const own = demoCommand(key);
    const outcome = await house.give({ category, id: id ?? streamId(category, by, own), command }, {
      by, command: own, correlation: own, cause: null, roll: (namnd, wish) => (som === 'demo' ? 'system' : farGe({ '*': [som] }, namnd, wish)),
    });
    if (isRefusal(outcome)) throw new Error(`Demon stannade vid ${key}: ${outcome.hinder[0].kod} ${outcome.hinder[0].text}`);
    last = outcome;
    progress(i + 1, all.length, command.type);
  }
  if (last !== undefined) await house.models.caughtUp(last.position);
  return true;
};
