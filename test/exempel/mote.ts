import { type Context, isRefusal, type Recorded, streamId } from '@klubba/kernel';
import type { Regler, Sammantrade, SammantradeCommand, SammantradeEvent } from '@klubba/sammantrade';
import { narvaroPerPunkt, sammantradet } from '@klubba/sammantrade';
import { sammantrade } from '../../libs/sammantrade/sammantrade.decider';
import { behandlingen, type Sammantrade as Motet } from '../../libs/sammantrade/sammantrade.mote.decider';
import { tjanstgorande } from '../../libs/sammantrade/sammantrade.narvaro.decider';

/** An invented meeting in words, for specs: commands as the edge hands them over, with what `prepare` would have brought. */
export const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const NAMND = x(900);
export const MOTE = '00000000-0000-4000-8000-0000000000aa';
const BY = '00000000-0000-4000-8000-0000000000bb';
export const DAG = '2018-03-21';
/** Eleven ledamöter, L1 the chair, and as many ersättare. */
export const L = Array.from({ length: 11 }, (_, i) => x(i + 1));
export const E = Array.from({ length: 11 }, (_, i) => x(i + 101));

/** A reglemente that says nothing of presence. */
export const REGLER: Regler = { utskott: false, distans: false, distansSekretess: false, aterintrade: false, sentIntrade: true, byteInomPunkt: false, insynsplats: false, personalforetradare: 'ja', beredande: false };

const kommandon = new Map<string, string>();
/** The command id that stands behind a name, so that an item can be called by it. */
export const kommando = (namn: string): string => {
  if (!kommandon.has(namn)) kommandon.set(namn, x(5000 + kommandon.size));
  return kommandon.get(namn)!;
};
export const punkt = (namn: string): string => streamId('paragraf', BY, kommando(namn));

export type Steg = { readonly command: SammantradeCommand; readonly namn?: string };
type Data<T extends SammantradeCommand['type']> = Extract<SammantradeCommand, { type: T }>['data'];
const steg = <T extends SammantradeCommand['type']>(type: T, data: Data<T>, skal?: Record<string, string>): Steg => ({ command: { type, data, ...(skal && { skal }) } as unknown as SammantradeCommand });

export const planera = (over: Partial<Data<'PlaneraSammantrade'>> = {}): Steg => steg('PlaneraSammantrade', { namnd: NAMND, datum: DAG, tid: '15:00', plats: 'Lilla salen', organ: 'SN', ...over });
export const lagg = (namn: string, over: Partial<Data<'LaggTillPunkt'>> = {}, skal?: Record<string, string>): Steg =>
  ({ ...steg('LaggTillPunkt', { slag: 'information', rubrik: namn, klass: 'oppen', ...over }, skal), namn });
export const hemlig = (namn: string, over: Partial<Data<'LaggTillPunkt'>> = {}): Steg => lagg(namn, { slag: 'ovrigt', klass: 'sekretess', sekretesslagrum: '26:1', ...over });
export const sen = { beredd: true, skal: 'Kom in i går' };
export const kalla = (over: Partial<Data<'SkickaKallelse'>> = {}, skal?: Record<string, string>): Steg => steg('SkickaKallelse', {
  datum: '2018-03-14', ordforande: L[0]!, forhinder: 'Kansliet, 010-000 00 00', kallade: [...L, ...E],
  underlag: { skaKallas: [...L, ...E], kallelsetid: { dagar: 5, slag: 'kalenderdagar' }, punkter: {} }, ...over,
}, skal);
export const oppna = (over: Partial<Data<'OppnaSammantrade'>> = {}, skal?: Record<string, string>): Steg => steg('OppnaSammantrade', { tid: '15:00', underlag: { antalLedamoter: 11, omedelbarJustering: true }, ...over }, skal);
export const ledamot = (person: string, pass: Data<'AntecknaNarvaro'>['pass'] = [{ tjanstgor: true }]): Steg =>
  steg('AntecknaNarvaro', { person, pass, underlag: { uppdrag: { uppdrag: 'ledamot', parti: 'A', ...(person === L[0] && { roll: 'ordforande' }) }, platser: L } });
export const ersattare = (person: string, pass: Data<'AntecknaNarvaro'>['pass']): Steg => steg('AntecknaNarvaro', { person, pass, underlag: { uppdrag: { uppdrag: 'ersattare', parti: 'B' }, platser: L } });
export const borta = (namn: string, person: string, over: Partial<Data<'AntecknaFranvaroVidPunkt'>> = {}): Steg => steg('AntecknaFranvaroVidPunkt', { punkt: punkt(namn), person, skal: 'jav', ...over });
export const klubba = (namn: string, over: Partial<Data<'FattaBeslut'>> = {}, skal?: Record<string, string>): Steg =>
  steg('FattaBeslut', { punkt: punkt(namn), tid: '15:10', beslutstyp: 'inget_beslut', beslutspunkter: [], ...over }, skal);
export const numrera = (namn: string, nr: number, ar = 2018): Steg => steg('SattParagrafnummer', { punkt: punkt(namn), ar, nr });
export const avsluta = (tid = '17:00', skal?: Record<string, string>): Steg => steg('AvslutaSammantrade', { tid }, skal);
export const justera = (over: Partial<Data<'Justera'>> = {}, skal?: Record<string, string>): Steg => steg('Justera', { datum: '2018-04-04', omedelbart: false, justerare: [L[0]!, L[1]!], ...over }, skal);
export const ansla = (datum: string, omgang = 1, skal?: Record<string, string>): Steg => steg('AnslaProtokoll', { omgang, datum, forvaringsplats: 'Kansliet' }, skal);
export const taNed = (datum: string, over: Partial<Data<'TaNedAnslag'>> = {}, skal?: Record<string, string>): Steg => steg('TaNedAnslag', { omgang: 1, datum, ...over }, skal);
export const gor = steg;

export const context = (namn?: string): Context => ({ id: MOTE, by: BY, roll: 'namndsekreterare', at: '2018-03-21T12:00:00.000Z', command: namn === undefined ? x(4000) : kommando(namn) });
const bestam = ({ command, namn }: Steg, historia: readonly SammantradeEvent[]) => sammantrade.decide(command, historia.reduce((mote, event) => sammantrade.evolve(mote, event), sammantrade.initialState), context(namn));

/** The history that these commands make, each in its turn. Throws when one of them is refused. */
export const historia = (...alla: readonly (Steg | readonly Steg[])[]): readonly SammantradeEvent[] =>
  (alla.flat() as readonly Steg[]).reduce<readonly SammantradeEvent[]>((hittills, ett) => {
    const utfall = bestam(ett, hittills);
    if (isRefusal(utfall)) throw new Error(`${ett.command.type}: ${JSON.stringify(utfall)}`);
    return [...hittills, ...utfall];
  }, []);

/** The meeting's document after these facts. */
export const dokument = (events: readonly SammantradeEvent[]): Sammantrade => {
  const recorded = (event: SammantradeEvent, i: number) => ({ ...event, namnd: NAMND, stream: `sammantrade-${MOTE}`, id: x(7000 + i), version: i + 1, position: BigInt(i + 1) }) as unknown as Recorded<SammantradeEvent>;
  return events.map(recorded).reduce<Sammantrade | undefined>((doc, event) => (sammantradet.on[event.type] as (doc: Sammantrade | undefined, event: Recorded) => Sammantrade | undefined)(doc, event), undefined)!;
};

/** The rule's state and the read model tell the same: what is on the agenda, in which order, what became of it, and in which protocol it stands. */
export const sammaMote = (mote: Motet, doc: Sammantrade): void => {
  if (mote.skede === 'finns inte') return;
  const omgangar = (alla: readonly { readonly omedelbar: boolean; readonly datum?: string; readonly punkter: readonly string[]; readonly anslag: readonly { readonly datum: string; readonly brutet: boolean }[] }[]) =>
    alla.map(({ omedelbar, datum, punkter, anslag }) => [omedelbar, datum, punkter, anslag.map((ett) => [ett.datum, ett.brutet])]);
  expect(doc.punkter.map(({ id, klass, utgatt, beslut, paragraf }) => ({ id, klass, utgatt: utgatt !== undefined, ordning: beslut?.ordning, antal: beslut?.beslutspunkter.length, nr: paragraf?.nr })))
    .toEqual(mote.punkter.map(({ id, klass, utgatt, beslut, paragraf }) => ({ id, klass, utgatt, ordning: beslut?.ordning, antal: beslut?.antal, nr: paragraf?.nr })));
  expect([doc.skede, omgangar(doc.omgangar)]).toEqual([mote.skede, omgangar(mote.omgangar)]);
  expect(doc.punkter.map(({ behandling: en }) => [en?.yrkanden.map(({ yrkande: id, aterkallat }) => [id, aterkallat !== undefined]) ?? [], en?.omrostningar.map(({ utfall }) => utfall) ?? [], en?.deltarInte.map((ett) => ett.person) ?? [], en?.reservationer.map((ett) => ett.reservation) ?? []]))
    .toEqual(mote.punkter.map(behandlingen).map((en) => [en.yrkanden.map(({ id, aterkallat }) => [id, aterkallat]), en.omrostningar.map(({ utfall }) => utfall), en.deltarInte, en.reservationer.map(({ id }) => id)]));
  expect(doc.omgangar.map(({ omgang }) => omgang)).toEqual(doc.omgangar.map((_, i) => i + 1));
  expect(doc.ovrigNarvaro.map(({ narvaro: id }) => id)).toEqual(mote.ovriga.map(({ id }) => id));
  const vid = narvaroPerPunkt(doc);
  for (const { id } of mote.punkter.filter(({ beslut }) => beslut !== undefined)) {
    expect(doc.narvaro.filter(({ person: en }) => vid(en).tjanstgor.includes(id)).map(({ person: en }) => en).sort()).toEqual([...new Set(tjanstgorande(mote, id).map(({ person: en }) => en))].sort());
  }
};
