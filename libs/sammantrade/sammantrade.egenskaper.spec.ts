import fc from 'fast-check';
import { fold, isRefusal, streamId, toDisk } from '@klubba/kernel';
import { holdsSealed } from '@klubba/kernel/spec';
import { kravForBeslut } from '@klubba/lagrum';
import { context, dokument, E, gor, historia, L, planera, punkt, sammaMote, type Steg } from '../../test/exempel/mote';
import { brottstext } from './sammantrade.brott.projection';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { type InlastEvent, somVanligt } from './sammantrade.inlasning.projection';
import { behandlingen } from './sammantrade.mote.decider';
import { tjanstgorande } from './sammantrade.narvaro.decider';

const PLATSER = 5;
const NAMN = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const ledamoter = L.slice(0, PLATSER);
const ersattare = E.slice(0, 4);
const skal = Object.fromEntries([
  'KALLELSE_SEN', 'KALLELSE_SAKNAS', 'DATUM_I_FEL_ORDNING', 'HANDLINGAR_DELAS_UT', 'SENT_ARENDE_EJ_FASTSTALLT', 'ARENDEN_EJ_AVGJORDA', 'JUSTERARE_EJ_NARVARANDE', 'JUSTERING_SEN', 'BESLUTSPUNKT_OM_JUSTERING_SAKNAS',
  'ANSLAG_SENT', 'ANSLAG_BRUTET', 'ARENDET_EJ_UTRETT', 'EJ_TJANSTGORANDE', 'MOTIVERING_SAKNAS', 'MOTFORSLAG_EJ_UTSETT', 'RESERVERAR_SIG_MOT_SIN_ROST', 'ANTECKNING_EJ_MEDGIVEN', 'JAVIG_ERSATTS_EJ', 'JAVSGRUND_GALLER_INTE',
  'INKALLELSEORDNING_FRANGAS', 'BYTE_INOM_PUNKT', 'VERBET_STAMMER_INTE', 'ORDFORANDE_SAKNAS', 'EJ_BESLUTFOR', 'PART_EJ_INFORMERAD', 'SLUTEN_OMROSTNING_PA_DISTANS', 'AVVIKANDE_MENING_EJ_FL', 'LEDAREN_JUSTERAR_INTE',
].map((kod) => [kod, 'Därför']));

const namn = fc.constantFrom(...NAMN);
const person = fc.constantFrom(...ledamoter, ...ersattare);
const tid = fc.integer({ min: 15 * 60, max: 15 * 60 + 40 }).map((minut) => `${Math.floor(minut / 60)}:${String(minut % 60).padStart(2, '0')}`);
const nummer = fc.integer({ min: -1, max: 9 });
const dag = fc.constantFrom('2018-03-14', '2018-03-21', '2018-03-22', '2018-04-04', '2018-04-06', '2018-04-20', '2018-04-28', '2018-02-30');
const kanske = <T>(av: fc.Arbitrary<T>) => fc.option(av, { nil: undefined });
const utan = <T extends object>(data: T): T => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;
const beslutspunkter = fc.array(fc.record({ text: fc.constant('Bifall.'), omedelbarJustering: fc.boolean() }), { maxLength: 2 });
const pass = fc.record({ tjanstgor: fc.boolean(), ersatter: kanske(fc.constantFrom(...ledamoter)), franPunkt: kanske(namn.map(punkt)), tillPunkt: kanske(namn.map(punkt)), fran: kanske(tid), till: kanske(tid) }).map(utan);
const med = (data: fc.Arbitrary<object>, type: Parameters<typeof gor>[0]): fc.Arbitrary<Steg> => data.map((d) => ({ command: { ...gor(type, d as never).command, skal } as Steg['command'] }));

const ny: fc.Arbitrary<Steg> = fc.record({ namn, plats: kanske(nummer), hemlig: fc.boolean(), sen: kanske(fc.record({ beredd: fc.boolean(), skal: fc.constant('x') })) }).map(({ namn: n, plats, hemlig, sen }) => ({
  command: { ...gor('LaggTillPunkt', utan({ slag: 'ovrigt', rubrik: n, klass: hemlig ? 'sekretess' : 'oppen', sekretesslagrum: hemlig ? '26:1' : undefined, plats, sen }) as never).command, skal } as Steg['command'], namn: n,
}));
const narvaro = fc.record({ person, pass: fc.array(pass, { maxLength: 2 }) }).map(({ person: en, pass: passen }) => ({
  person: en, pass: passen.map((ett) => (ledamoter.includes(en) ? (({ ersatter: _, ...rest }) => rest)(ett) : ett)),
  underlag: { uppdrag: { uppdrag: ledamoter.includes(en) ? 'ledamot' : 'ersattare', parti: 'A' }, platser: ledamoter },
}));
const YRKANDEN = ['Y1', 'Y2', 'Y3', 'Y4'];
const idFor = (slag: string, n: string): string => streamId(slag, context().by, context(n).command);
/** Of the items that runs begin with, so that what is put is often there to be put. */
const forsta = fc.constantFrom('A', 'B', 'C', 'D', 'D', 'D', 'D').map(punkt);
const forslag = fc.oneof(forsta, fc.constantFrom(...YRKANDEN).map((n) => idFor('yrkande', n)));
const personer = fc.array(person, { maxLength: 2 });
const enRost = fc.constantFrom('ja', 'nej', 'avstar');
const roster = fc.oneof({ weight: 4, arbitrary: fc.tuple(enRost, enRost, enRost, enRost, enRost).map((alla) => ledamoter.map((en, i) => ({ person: en, rost: alla[i]! }))) }, fc.array(fc.record({ person, rost: enRost }), { maxLength: 6 }));
const antal = fc.record({ ja: fc.integer({ min: 0, max: 5 }), nej: fc.integer({ min: 0, max: 5 }), avstar: fc.integer({ min: -1, max: 2 }) });
const stegen = fc.array(fc.record({ mellan: kanske(fc.array(forslag, { maxLength: 3 })), bifallet: kanske(forslag), text: kanske(fc.constant('x')) }).map(utan), { maxLength: 2 });
const yrkande = fc.record({ punkt: forsta, slag: fc.constantFrom('bifall', 'avslag', 'andring', 'aterremiss', 'bordlaggning'), av: personer, instammer: kanske(personer), text: fc.constant('x'), motivering: kanske(fc.constant('x')) }).map(utan);
const omrostning = fc.record({
  punkt: forsta, tid, slag: fc.constantFrom('avgorande', 'kontraproposition'), amne: fc.constantFrom('sak', 'sak', 'val'), huvudforslag: fc.option(forslag, { nil: undefined, freq: 1 }), motforslag: forslag, sluten: fc.option(fc.boolean(), { nil: undefined, freq: 1 }), roster: kanske(roster), antal: kanske(antal),
  lott: kanske(fc.constantFrom('ja', 'nej')),
}).map(utan).map((en) => (en.amne === 'val' ? (({ roster: _, ...resten }) => resten)(en) : (({ lott: _, ...resten }) => resten)(en)));
const reservation = fc.record({ punkt: forsta, av: personer, tid: kanske(tid), skriftlig: fc.boolean(), motivering: kanske(fc.constant('x')) }).map(utan);
/** The same, with a name that its id is of. */
const namngivet = (type: Parameters<typeof gor>[0], data: fc.Arbitrary<object>): fc.Arbitrary<Steg> =>
  fc.tuple(fc.constantFrom(...YRKANDEN), data).map(([n, d]) => ({ command: { ...gor(type, d as never).command, skal } as Steg['command'], namn: n }));
const behandling: fc.Arbitrary<Steg> = fc.oneof(
  { weight: 6, arbitrary: namngivet('AntecknaYrkande', yrkande) },
  { weight: 1, arbitrary: med(fc.record({ yrkande: fc.constantFrom(...YRKANDEN).map((n) => idFor('yrkande', n)) }), 'AterkallaYrkande') },
  { weight: 1, arbitrary: med(fc.record({ punkt: forsta, steg: stegen }), 'FaststallPropositionsordning') },
  { weight: 2, arbitrary: med(fc.record({ punkt: forsta, typ: fc.constantFrom('acklamation_mellan_forslag', 'stegvis'), steg: stegen }), 'AntecknaBeslutsgang') },
  { weight: 1, arbitrary: med(fc.record({ punkt: forsta, av: personer }), 'BegarOmrostning') },
  { weight: 8, arbitrary: namngivet('AntecknaOmrostning', omrostning) },
  { weight: 1, arbitrary: med(fc.record({ punkt: forsta, person }), 'AntecknaDeltarInte') },
  { weight: 3, arbitrary: namngivet('AnmalReservation', reservation) },
  { weight: 1, arbitrary: med(fc.record({ reservation: fc.constantFrom(...YRKANDEN).map((n) => idFor('reservation', n)), datum: dag, motivering: fc.constant('x') }), 'LamnaReservationsmotivering') },
  { weight: 1, arbitrary: namngivet('GorProtokollsanteckning', fc.record({ punkt: forsta, slag: fc.constantFrom('protokollsanteckning', 'sarskilt_yttrande'), av: personer, text: fc.constant('x') })) },
);
const uppdrag = (en: string) => ({ uppdrag: ledamoter.includes(en) ? 'ledamot' : 'ersattare', parti: 'A' });
const inkallelse = { platser: ledamoter.map((en) => ({ person: en, grupp: 'A' })), ersattare: ersattare.map((en, i) => ({ person: en, grupp: i < 2 ? 'A' : 'B', ordning: i + 1 })), satt: 'grupp', gruppordning: [] };
const upprop = fc.record({ narvarande: fc.subarray([...ledamoter, ...ersattare], { minLength: 4 }), tjanstgor: kanske(fc.array(fc.record({ ersattare: fc.constantFrom(...ersattare), ersatter: fc.constantFrom(...ledamoter) }), { maxLength: 2 })) }).map(utan)
  .map((data) => ({ ...data, underlag: { inkallelse, valda: [...ledamoter, ...ersattare].map((en) => ({ person: en, ...uppdrag(en) })) } }));
const steg: fc.Arbitrary<Steg> = fc.oneof(
  { weight: 30, arbitrary: behandling },
  { weight: 6, arbitrary: ny },
  { weight: 8, arbitrary: med(fc.record({ punkt: namn.map(punkt), plats: fc.integer({ min: 0, max: 5 }) }), 'FlyttaPunkt') },
  { weight: 2, arbitrary: med(fc.record({ punkt: namn.map(punkt), skal: fc.constant('x') }), 'DraUrPunkt') },
  { weight: 2, arbitrary: med(fc.record({ punkt: namn.map(punkt), klass: fc.constantFrom('oppen', 'sekretess'), sekretesslagrum: fc.constant('26:1'), skal: fc.constant('x') }), 'AndraPunktensKlass') },
  { weight: 1, arbitrary: med(fc.record({ punkt: namn.map(punkt), rubrik: fc.constant('Ny'), skal: fc.constant('x') }), 'AndraPunkt') },
  { weight: 8, arbitrary: med(fc.record({ fran: fc.integer({ min: 0, max: 5 }), till: fc.integer({ min: 0, max: 5 }), rubrik: fc.constant('Sekretess') }), 'SattSekretessblock') },
  { weight: 1, arbitrary: med(fc.record({ tid, tillagda: fc.array(namn.map(punkt), { maxLength: 3 }) }), 'FaststallDagordning') },
  { weight: 1, arbitrary: med(fc.record({ datum: dag, ordforande: fc.constant(L[0]!), forhinder: fc.constant('x'), kallade: fc.constant([]), underlag: fc.constant({ skaKallas: [], punkter: {} }) }), 'SkickaKallelse') },
  { weight: 3, arbitrary: med(fc.record({ tid, underlag: fc.constant({ antalLedamoter: PLATSER, omedelbarJustering: true }) }), 'OppnaSammantrade') },
  { weight: 12, arbitrary: med(narvaro, 'AntecknaNarvaro') },
  { weight: 4, arbitrary: med(fc.record({ punkt: namn.map(punkt), person, skal: fc.constantFrom('jav', 'annat'), franvarande: fc.boolean(), grund: kanske(fc.constantFrom('tillsyn', 'berord')), ersattsAv: kanske(person), ledsAv: kanske(person) }).map(utan), 'AntecknaFranvaroVidPunkt') },
  { weight: 12, arbitrary: med(fc.record({ punkt: namn.map(punkt), tid, beslutstyp: fc.constantFrom('bifalla', 'inget_beslut', 'utga', 'bordlagga', 'aterremittera'), beslutspunkter, bifallet: kanske(forslag) }).map(utan), 'FattaBeslut') },
  { weight: 4, arbitrary: med(fc.record({ punkt: namn.map(punkt), ar: fc.constant(2018), nr: fc.integer({ min: 25, max: 33 }) }), 'SattParagrafnummer') },
  { weight: 2, arbitrary: med(fc.record({ punkt: namn.map(punkt), beslutspunkter }), 'SkrivUtBeslut') },
  { weight: 1, arbitrary: med(fc.record({ punkt: namn.map(punkt), beslutspunkt: nummer, text: fc.constant('x'), slag: fc.constantFrom('skrivfel', 'saklig'), skal: fc.constant('x') }), 'RattaForeJustering') },
  { weight: 1, arbitrary: med(fc.record({ person }), 'UtseJusterare') },
  { weight: 2, arbitrary: med(fc.record({ tid }), 'AvslutaSammantrade') },
  { weight: 1, arbitrary: med(fc.record({ skal: fc.constant('x') }), 'AteroppnaSammantrade') },
  { weight: 4, arbitrary: med(fc.record({ datum: dag, omedelbart: fc.boolean(), justerare: fc.array(person, { maxLength: 2 }), punkter: kanske(fc.array(namn.map(punkt), { maxLength: 3 })), omgang: kanske(fc.integer({ min: 0, max: 3 })) }).map(utan), 'Justera') },
  { weight: 3, arbitrary: med(fc.record({ omedelbar: fc.boolean(), punkter: kanske(fc.array(namn.map(punkt), { maxLength: 3 })) }).map(utan), 'UpprattaProtokoll') },
  { weight: 1, arbitrary: med(fc.record({ omgang: fc.integer({ min: 0, max: 3 }), sidorPdf: kanske(nummer), hanvisningar: kanske(fc.array(namn.map(punkt), { maxLength: 2 })), signaturer: fc.constant([{ roll: 'justerare', tid: '2018-03-22T10:00:00' }]) }).map(utan), 'AntecknaProtokolluppgifter') },
  { weight: 1, arbitrary: med(fc.record({ slag: fc.constant('ovrig'), benamning: fc.constant('x'), antal: kanske(nummer), punkter: kanske(fc.array(namn.map(punkt), { maxLength: 2 })) }).map(utan), 'AntecknaOvrigNarvaro') },
  { weight: 2, arbitrary: med(upprop, 'HallUpprop') },
  { weight: 1, arbitrary: med(fc.record({ punkt: forsta, person, jav: fc.boolean(), varfor: kanske(fc.constantFrom('ingen_grund', 'utan_betydelse')), deltog: fc.boolean() }).map(utan), 'ProvaJav') },
  { weight: 1, arbitrary: med(fc.record({ person, som: fc.constant('vald'), punkter: kanske(fc.array(namn.map(punkt), { maxLength: 2 })) }).map(utan), 'UtseMotesordforande') },
  { weight: 1, arbitrary: med(fc.record({ tid, till: fc.option(tid, { nil: undefined, freq: 8 }) }).map(utan), 'AjourneraSammantrade') },
  { weight: 2, arbitrary: med(fc.record({ tid }), 'AterupptaSammantrade') },
  { weight: 1, arbitrary: med(fc.record({ antecknat: fc.constantFrom('yrkande', 'reservation', 'anteckning').chain((slag) => fc.constantFrom(...YRKANDEN).map((n) => idFor(slag, n))), skal: fc.constant('x') }), 'StrykAntecknat') },
  { weight: 1, arbitrary: med(fc.record({ punkt: forsta, slag: fc.constantFrom('personalforetradare', 'revisor'), medges: fc.boolean(), overlaggning: fc.boolean() }), 'MedgeNarvaro') },
  { weight: 1, arbitrary: med(fc.record({ punkt: forsta, arbetsgivarfraga: fc.boolean(), obestamdKrets: fc.boolean() }), 'BedomPersonalnarvaro') },
  { weight: 1, arbitrary: namngivet('AntecknaPartsratt', fc.record({ punkt: forsta, benamning: fc.constant('x'), informerad: fc.boolean(), begart: fc.boolean(), part: kanske(fc.constantFrom(...YRKANDEN).map((n) => idFor('part', n))) }).map(utan)) },
  { weight: 1, arbitrary: med(fc.record({ punkt: forsta, part: fc.constantFrom(...YRKANDEN).map((n) => idFor('part', n)), fran: tid, till: tid }), 'AntecknaPartensUppgifter') },
  { weight: 6, arbitrary: med(fc.record({ omgang: fc.integer({ min: 0, max: 2 }), datum: dag, forvaringsplats: fc.constant('x') }), 'AnslaProtokoll') },
  { weight: 6, arbitrary: med(fc.record({ omgang: fc.integer({ min: 0, max: 2 }), datum: dag, harSkett: fc.boolean() }), 'TaNedAnslag') },
  { weight: 1, arbitrary: med(fc.record({ omgang: fc.integer({ min: 0, max: 3 }), datum: dag, fran: tid, till: tid, brutet: fc.boolean() }), 'NoteraAnslagsavbrott') },
);
/** What happened before Klubba, among the rest: no law stops it, and it folds as the ordinary facts do. */
const fran = { kalla: 'Pärm 7', startdatum: '2019-01-01' };
const last = (data: fc.Arbitrary<object>): fc.Arbitrary<object> => data.map((d) => ({ ...d, ...fran }));
const inlast: fc.Arbitrary<Steg> = fc.oneof(
  { weight: 3, arbitrary: namngivet('LasInYrkande', last(yrkande)) },
  { weight: 4, arbitrary: namngivet('LasInOmrostning', last(fc.record({ punkt: forsta, tid, perParti: fc.array(antal.map((tal) => ({ parti: 'A', ...tal })), { minLength: 1, maxLength: 2 }), utfall: kanske(fc.constantFrom('ja', 'nej')), tabellDelad: kanske(fc.boolean()) }).map(utan))) },
  { weight: 2, arbitrary: med(last(fc.record({ punkt: forsta, person })), 'LasInDeltarInte') },
  { weight: 2, arbitrary: namngivet('LasInReservation', last(reservation)) },
  { weight: 6, arbitrary: med(fc.record({ person, pass: fc.array(pass, { maxLength: 2 }) }).map((data) => ({ ...data, ...fran, underlag: { uppdrag: uppdrag(data.person), platser: ledamoter, lediga: [] } })), 'LasInNarvaro') },
  { weight: 6, arbitrary: med(fc.record({ punkt: namn.map(punkt), tid, beslutstyp: fc.constantFrom('bifalla', 'utga', 'sekretessbelagt', 'ej_publicerat'), beslutspunkter, nr: fc.integer({ min: 25, max: 60 }) }).map(({ nr, ...data }) => ({ ...data, ...fran, nummer: { ar: 2018, nr } })), 'LasInBeslut') },
  { weight: 3, arbitrary: med(fc.record({ datum: dag, omedelbart: fc.boolean(), justerare: fc.array(person, { maxLength: 2 }), punkter: kanske(fc.array(namn.map(punkt), { maxLength: 3 })) }).map((data) => ({ ...utan(data), ...fran })), 'LasInJustering') },
  { weight: 2, arbitrary: med(fc.record({ omgang: fc.integer({ min: 0, max: 3 }), datum: dag, forvaringsplats: fc.constant('x') }).map((data) => ({ ...data, ...fran })), 'LasInAnslag') },
  { weight: 2, arbitrary: med(fc.record({ datum: dag }).map((data) => ({ ...data, ...fran, underlag: { skaKallas: ledamoter, punkter: {}, kallelsetid: { dagar: 5, slag: 'kalenderdagar' } } })), 'LasInKallelse') },
  { weight: 2, arbitrary: fc.record({ namn, hemlig: fc.boolean() }).map(({ namn: n, hemlig }) => ({ command: gor('LasInPunkt', { slag: 'arende', rubrik: n, klass: hemlig ? 'sekretess' : 'oppen', ...fran } as never).command, namn: n })) },
);
const fyra = NAMN.slice(0, 4).map((n, i): Steg => ({ command: gor('LaggTillPunkt', { slag: 'ovrigt', rubrik: n, ...(i < 2 ? { klass: 'oppen' } : { klass: 'sekretess', sekretesslagrum: '26:1' }) }).command, namn: n }));
const oppna: Steg = { command: { ...gor('OppnaSammantrade', { tid: '15:00', underlag: { antalLedamoter: PLATSER, omedelbarJustering: true } }).command, skal } as Steg['command'] };
const inne = ledamoter.map((en) => gor('AntecknaNarvaro', { person: en, pass: [{ tjanstgor: true }], underlag: { uppdrag: { uppdrag: 'ledamot', parti: 'A', ...(en === ledamoter[0] && { roll: 'ordforande' }) }, platser: ledamoter } }));
const fattade = NAMN.slice(0, 3).flatMap((n, i) => [
  gor('FattaBeslut', { punkt: punkt(n), tid: '15:05', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.', omedelbarJustering: i === 0 }] }), gor('SattParagrafnummer', { punkt: punkt(n), ar: 2018, nr: 30 + i }),
]);
const yrkade: readonly Steg[] = [
  ...['Y1', 'Y2'].map((n, i): Steg => ({ ...gor('AntecknaYrkande', { punkt: punkt('D'), slag: i === 0 ? 'avslag' : 'bordlaggning', av: [ledamoter[i + 1]!], text: 'x' }), namn: n })),
  gor('BegarOmrostning', { punkt: punkt('D'), av: [] }),
];
const slut: Steg = { command: { ...gor('AvslutaSammantrade', { tid: '15:50' }).command, skal } as Steg['command'] };
const justerat = gor('Justera', { datum: '2018-04-04', omedelbart: false, justerare: [ledamoter[0]!] });
const anslaget = gor('AnslaProtokoll', { omgang: 1, datum: '2018-04-06', forvaringsplats: 'Kansliet' });
/** Runs begin anywhere between the plan and the board, so that the later rules are reached. */
const borjan = fc.constantFrom<readonly SammantradeEvent[]>(
  [], historia(planera()), historia(planera(), fyra), historia(planera(), fyra, oppna), historia(planera(), fyra, oppna, inne), historia(planera(), fyra, oppna, inne, yrkade), historia(planera(), fyra, oppna, inne, fattade, slut),
  historia(planera(), fyra, oppna, inne, fattade, slut, justerat), historia(planera(), fyra, oppna, inne, fattade, slut, justerat, anslaget),
);

const nyPunkt = (event: SammantradeEvent): string | undefined => (event.type === 'PunktLagdTill' || event.type === 'PunktInlast' ? event.data.punkt : undefined);

/** What has an id of its own beside an item. */
const eget = ({ data }: SammantradeEvent): string | undefined => ('omrostning' in data ? data.omrostning : 'anteckning' in data ? data.anteckning : 'reservation' in data && 'av' in data ? data.reservation : 'yrkande' in data && 'av' in data ? data.yrkande : undefined);
const spela = (fore: readonly SammantradeEvent[], alla: readonly Steg[], efter: (events: readonly SammantradeEvent[], nya: readonly SammantradeEvent[]) => void): void => {
  let events = fore;
  let mote = fold(sammantrade, events);
  for (const { command, namn: n } of alla) {
    const utfall = sammantrade.decide(command, mote, context(n));
    if (isRefusal(utfall) || utfall.length === 0) continue;
    // The same command id twice is the kernel's to answer.
    if (utfall.some((event) => eget(event) !== undefined && events.some((en) => eget(en) === eget(event)))) continue;
    if (utfall.some((event) => nyPunkt(event) !== undefined && events.some((en) => nyPunkt(en) === nyPunkt(event)))) continue;
    for (const { type, data } of utfall) {
      const { by, shape } = sammantrade.facts[type]!;
      expect(by).toBe(command.type);
      // Whatever a rule says can lie on disk in the form of its fact.
      expect(() => toDisk(shape, data, () => ({ $s: '', c: '' }))).not.toThrow();
    }
    events = [...events, ...utfall];
    mote = utfall.reduce((hittills, event) => sammantrade.evolve(hittills, event), mote);
    efter(events, utfall);
  }
};

it('A5, B1, C2: vad som än begärs kastas inget, och numren, platserna och beslutförheten håller', () => {
  const natt = new Set<string>();
  const varv = () => fc.assert(fc.property(borjan, fc.array(steg, { minLength: 20, maxLength: 60, size: 'max' }), (fore, alla) => {
    spela(fore, alla, (events, nya) => {
      nya.forEach(({ type }) => natt.add(type));
      const mote = fold(sammantrade, events);
      expect(holdsSealed(mote)).toBe(false);
      if (mote.skede === 'finns inte') return;
      sammaMote(mote, dokument(events));
      // A5: within a block nothing is open.
      for (const ids of mote.block) {
        const platser = ids.map((id) => mote.punkter.findIndex((en) => en.id === id));
        expect(mote.punkter.slice(Math.min(...platser), Math.max(...platser) + 1).every(({ klass }) => klass === 'sekretess')).toBe(true);
      }
      // The order of conclusion is whole, and the clock never goes back.
      const avgjorda = mote.punkter.flatMap(({ beslut, id }) => (beslut === undefined ? [] : [{ ...beslut, id }])).sort((a, b) => a.ordning - b.ordning);
      expect(avgjorda.map(({ ordning }) => ordning)).toEqual(avgjorda.map((_, i) => i + 1));
      expect(avgjorda.every(({ tid: nu }, i) => i === 0 || avgjorda[i - 1]!.tid <= nu)).toBe(true);
      for (const { id, beslutstyp } of avgjorda) {
        const alla = tjanstgorande(mote, id);
        if (beslutstyp === 'utga') continue;
        // B1, and one seat one person.
        expect(alla.length).toBeGreaterThanOrEqual(kravForBeslut(PLATSER));
        expect(alla.length).toBeLessThanOrEqual(PLATSER);
        expect(new Set(alla.map(({ plats }) => plats)).size).toBe(alla.length);
        expect(new Set(alla.map(({ person: en }) => en)).size).toBe(alla.length);
      }
      // One vote each, of those who serve and take part; as many as there are; and the gavel says what was voted.
      for (const en of mote.punkter) {
        const { omrostningar, deltarInte, reservationer } = behandlingen(en);
        const tjanst = new Set(tjanstgorande(mote, en.id, en.beslut?.tid ?? mote.senast).map((ett) => ett.person));
        for (const { roster: alla } of omrostningar) {
          expect(new Set(alla.map((ett) => ett.person)).size).toBe(alla.length);
          if (en.beslut !== undefined) for (const ett of alla) expect([...tjanst]).toContain(ett.person);
        }
        if (en.beslut === undefined) continue;
        for (const ett of reservationer.flatMap(({ av }) => av)) expect([tjanst.has(ett), deltarInte.includes(ett)]).toEqual([true, false]);
        const slaget = (forslaget: string | undefined) => behandlingen(en).yrkanden.find(({ id }) => id === forslaget)?.slag ?? 'liggande';
        const iSak = omrostningar.filter(({ slag, huvudforslag, motforslag }) => slag === 'avgorande' && ![huvudforslag, motforslag].some((ett) => ['aterremiss', 'bordlaggning'].includes(slaget(ett))));
        const foll = iSak.map(({ utfall, huvudforslag, motforslag }) => (utfall === 'ja' ? motforslag : huvudforslag));
        if (!en.utgatt && en.beslut.bifallet !== undefined) expect(foll).not.toContain(en.beslut.bifallet);
      }
      // Nothing is decided while it is interrupted.
      for (const { fran, till = '24:00' } of mote.ajourneringar ?? []) expect(avgjorda.filter((en) => fran < en.tid && en.tid < till)).toEqual([]);
      // What is jävig is not counted.
      for (const { punkt: vid, person: borta } of mote.franvaro) expect(tjanstgorande(mote, vid).map((ett) => ett.person)).not.toContain(borta);
      for (const { type, data } of nya) {
        if (type !== 'OmrostningGenomford') continue;
        const antalet = new Set(tjanstgorande(mote, data.punkt, data.tid).map((ett) => ett.person).filter((ett) => !behandlingen(mote.punkter.find(({ id }) => id === data.punkt)!).deltarInte.includes(ett))).size;
        expect(data.ja + data.nej + data.avstar).toBe(antalet);
        if (data.ja !== data.nej) expect(data.utfall).toBe(data.ja > data.nej ? 'ja' : 'nej');
        expect([data.sluten, data.roster === undefined]).toEqual([data.amne !== 'sak', data.amne !== 'sak']);
      }
      // A § is justerad once.
      const justerade = mote.omgangar.filter(({ datum }) => datum !== undefined).flatMap(({ punkter }) => punkter);
      expect(new Set(justerade).size).toBe(justerade.length);
    });
  }), { numRuns: 1000 });
  // The runs reach every part of the meeting; what is seldom may take more than one.
  const alla: readonly string[] = ['YrkandeAntecknat', 'YrkandeAterkallat', 'PropositionsordningFaststalld', 'BeslutsgangAntecknad', 'OmrostningBegard', 'OmrostningGenomford', 'DeltarInteAntecknat', 'ReservationAnmald', 'ProtokollsanteckningGjord', 'PunktFlyttad', 'SekretessblockSatt', 'NarvaroAntecknad', 'FranvaroVidPunktAntecknad', 'BeslutFattat', 'ParagrafNumrerad', 'ProtokollUpprattat', 'ProtokolluppgifterAntecknade', 'OvrigNarvaroAntecknad', 'ParagraferJusterade', 'ProtokollAnslaget', 'AnslagNedtaget'];
  for (let i = 0; i < 6 && alla.some((type) => !natt.has(type)); i++) varv();
  for (const type of alla) expect(natt).toContain(type);
});

it('vad som än läses in, blandat med det andra, är det samma möte som om det gjorts här, regler och läsmodell är ense, och varje faktum kan ligga på disk', () => {
  const natt = new Set<string>();
  const utanMarke = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(utanMarke)
      : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'inlast').map(([key, en]) => [key, utanMarke(en)])) : value;
  fc.assert(fc.property(borjan, fc.array(fc.oneof({ weight: 2, arbitrary: steg }, { weight: 1, arbitrary: inlast }), { minLength: 20, maxLength: 60, size: 'max' }), (fore, alla) => {
    let sist = fore;
    spela(fore, alla, (events, nya) => {
      sist = events;
      for (const { type, data } of nya) {
        natt.add('brott' in data ? `${type} med brott` : type);
        // Each rule has its sentence in the protocol.
        if ('brott' in data) for (const { kod } of data.brott ?? []) expect(brottstext(kod)).not.toBe(kod);
      }
      const mote = fold(sammantrade, events);
      if (mote.skede === 'finns inte') return;
      sammaMote(mote, dokument(events));
      const justerade = mote.omgangar.filter(({ datum }) => datum !== undefined).flatMap(({ punkter }) => punkter);
      expect(new Set(justerade).size).toBe(justerade.length);
      expect(holdsSealed(mote)).toBe(false);
    });
    // Told as if it had been done here, it is the same meeting and the same protocol, but for the mark.
    const vanliga = sist.flatMap((event): readonly SammantradeEvent[] => ('kalla' in event.data ? somVanligt(event as InlastEvent) : [event]));
    expect(fold(sammantrade, sist)).toEqual(fold(sammantrade, vanliga));
    if (sist.length > 0) expect(utanMarke(dokument(sist))).toEqual(dokument(vanliga));
  }), { numRuns: 500 });
  for (const type of ['YrkandeInlast', 'OmrostningInlast', 'DeltarInteInlast', 'ReservationInlast', 'NarvaroInlast', 'BeslutInlast', 'JusteringInlast', 'AnslagInlast', 'KallelseInlast', 'PunktInlast']) expect([...natt].some((en) => en.startsWith(type))).toBe(true);
  expect(natt).toContain('BeslutInlast med brott');
});
