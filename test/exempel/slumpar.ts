import { type AnyReaction, canonicalText, type Command, type Context, type Decider, type Event, isRefusal, project, type Projection, type Recorded, type Refusal, toDisk, type Wish, withWhereabouts } from '@klubba/kernel';
import { paragrafen, type ParagrafCommand, type ParagrafserieCommand, paragrafserien } from '@klubba/paragraf';
import { type SammantradeCommand, type Skede, sammantradet } from '@klubba/sammantrade';
import { type Paragraf, paragraf } from '../../libs/paragraf/paragraf.decider';
import { sattParagrafnummer } from '../../libs/paragraf/paragraf.reactions';
import { paragrafserie } from '../../libs/paragraf/paragrafserie.decider';
import { sammantrade } from '../../libs/sammantrade/sammantrade.decider';
import type { Mote, Sammantrade } from '../../libs/sammantrade/sammantrade.mote.decider';
import { noteraAndring, noteraForslagsbehandling, numreraParagraf, underrattaParagraf } from '../../libs/sammantrade/sammantrade.reactions';
import { frozen } from '../architecture/golden';
import { NAMND, x } from './mote';
import { type Slump, slumpFran } from './slump';
import { KOMMANDON, type Lage, type Slumpnamnd } from './slumpkommandon';
import { PARAGRAFKOMMANDON, SERIEKOMMANDON } from './slumpparagrafer';

/** A stream with its state and its document after each fact, and its facts as they would be read from disk. */
export type Strom = { readonly kategori: Kategori; readonly id: string; readonly state: unknown; readonly doc: unknown; readonly fakta: readonly Recorded[] };
type Kategori = 'sammantrade' | 'paragraf' | 'paragrafserie';
export const SLAG = {
  sammantrade: { decider: sammantrade, projection: sammantradet }, paragraf: { decider: paragraf, projection: paragrafen }, paragrafserie: { decider: paragrafserie, projection: paragrafserien },
} as unknown as Readonly<Record<Kategori, { readonly decider: Decider<Command, unknown, Event>; readonly projection: Projection<unknown, never> }>>;
const REAKTIONER: readonly AnyReaction[] = [numreraParagraf, sattParagrafnummer, underrattaParagraf, noteraAndring, noteraForslagsbehandling];

/** What each command came to. `fore` and `efter`: its stream. */
export type Utfall = { readonly kategori: Kategori; readonly type: string; readonly reaktion: boolean; readonly utfall: readonly Event[] | Refusal; readonly fore: Strom; readonly efter: Strom };

type Vikter = Partial<Record<SammantradeCommand['type'], number>>;
const PLANERING: Vikter = { LaggTillPunkt: 40, FlyttaPunkt: 5, AndraPunkt: 4, AndraPunktensKlass: 3, DraUrPunkt: 2, SattSekretessblock: 6, SattMotesdagar: 3, SattOppenhet: 4, AntecknaPartsratt: 3, BedomPersonalnarvaro: 2, KnytForslag: 3, HojPunkternasKlass: 1, SkickaKallelse: 3, TillkannageSammantrade: 3, TaNedTillkannagivande: 3 };
const VID_PUNKTEN: Vikter = {
  AntecknaYrkande: 14, AterkallaYrkande: 2, FaststallPropositionsordning: 3, AntecknaBeslutsgang: 3, BegarOmrostning: 2, AntecknaOmrostning: 10, AntecknaDeltarInte: 2, AnmalReservation: 4, LamnaReservationsmotivering: 2, GorProtokollsanteckning: 3, StrykAntecknat: 2,
  AntecknaOvrigNarvaro: 3, StrykOvrigNarvaro: 1, AntecknaOvrigtJav: 2, MedgeNarvaro: 2, BedomPersonalnarvaro: 1, AntecknaPartsratt: 2, AntecknaPartensUppgifter: 3, MaskaUppgift: 1, AngraMaskning: 1, AndraPunktensKlass: 1, AntecknaNarvaro: 5, AntecknaFranvaroVidPunkt: 5,
  UtseJusterare: 2, UtseMotesordforande: 1, SkrivUtBeslut: 4, KompletteraBeslut: 3, RattaForeJustering: 2, UpprattaProtokoll: 2, SkickaForJustering: 2, AterkallaFranJustering: 1, Justera: 3,
};
const I_SKEDET: Readonly<Record<Skede | 'finns inte', Vikter>> = {
  'finns inte': { PlaneraSammantrade: 1 }, installt: { PlaneraSammantrade: 1 }, planerat: PLANERING,
  kallat: { ...PLANERING, LaggTillPunkt: 12, SkickaKallelse: 3, AntecknaKallelsekvitto: 5, NoteraKallelsehamtning: 3, AnmalForhinder: 8, AterkallaForhinder: 3, KallaErsattare: 9, AterkallaErsattare: 5, OppnaSammantrade: 8, StallInSammantrade: 0.5 },
  oppet: { ...VID_PUNKTEN, FattaBeslut: 22, ProvaJav: 4, LaggTillPunkt: 2, DraUrPunkt: 2, AndraPunkt: 1, SattUnderparagrafer: 2, FaststallDagordning: 3, KnytForslag: 1, AjourneraSammantrade: 2, AnmalForhinder: 1, AvslutaSammantrade: 1 },
  avslutat: { ...VID_PUNKTEN, UpprattaProtokoll: 4, SkickaForJustering: 5, AterkallaFranJustering: 2, AntecknaProtokolluppgifter: 3, Justera: 8, OffentliggorBeslut: 6, DraInOffentligtBeslut: 5, PubliceraProtokoll: 5, AvpubliceraProtokoll: 3, AnslaProtokoll: 8, TaNedAnslag: 3, KontrolleraAnslag: 3, NoteraAnslagsavbrott: 4, AjourneraSammantrade: 1, AteroppnaSammantrade: 0.5 },
};
/** The same, told of what was before Klubba. */
const LAS_IN: Partial<Record<SammantradeCommand['type'], SammantradeCommand['type']>> = {
  SkickaKallelse: 'LasInKallelse', LaggTillPunkt: 'LasInPunkt', AntecknaNarvaro: 'LasInNarvaro', AntecknaOvrigNarvaro: 'LasInOvrigNarvaro', AntecknaYrkande: 'LasInYrkande', AntecknaOmrostning: 'LasInOmrostning', AntecknaDeltarInte: 'LasInDeltarInte', AnmalReservation: 'LasInReservation',
  FattaBeslut: 'LasInBeslut', Justera: 'LasInJustering', AnslaProtokoll: 'LasInAnslag',
};
const viktad = <T extends string>({ tal }: Slump, vikter: Partial<Record<T, number>>): T => {
  const alla = Object.entries(vikter) as [T, number][];
  let kvar = tal(1, 10 * alla.reduce((sum, [, vikt]) => sum + vikt, 0)) / 10;
  return alla.find(([, vikt]) => (kvar -= vikt) <= 0)![0];
};
const skalen = new Proxy({}, { get: (_, kod) => (kod === 'toJSON' ? undefined : 'Därför') });
const tomt = (datum: string): Mote => ({ skede: 'planerat', datum, senast: '13:00', antalLedamoter: 0, omedelbarJustering: false, kallelser: 0, punkter: [], block: [], narvaro: [], franvaro: [], ovriga: [], omgangar: [] });

const nyNamnd = ({ tal, chans, ett }: Slump, ar: number): Slumpnamnd => {
  const [ledamoter, ersattare] = [Array.from({ length: ett(3, 5, 7, 8) }, (_, i) => x(i + 1)), Array.from({ length: tal(2, 5) }, (_, i) => x(i + 101))];
  return {
    ledamoter, ersattare, oppna: chans(0.6), ...(chans(0.4) && { startdatum: `${ar}-12-01` }),
    inkallelse: { platser: ledamoter.map((person, i) => ({ person, grupp: i % 2 === 0 ? 'A' : 'B' })), ersattare: ersattare.map((person, i) => ({ person, grupp: i % 2 === 0 ? 'A' : 'B', ordning: i + 1 })), satt: ett('grupp', 'ordning'), gruppordning: chans(0.5) ? ['A', 'B'] : [] },
    regler: { utskott: chans(0.2), distans: chans(0.7), distansSekretess: chans(0.4), aterintrade: chans(0.5), sentIntrade: chans(0.8), byteInomPunkt: chans(0.5), insynsplats: chans(0.5), personalforetradare: ett('ja', 'ja', 'nej', 'styrelsen', 'utskott'), beredande: chans(0.1) },
  };
};

/**
 * The work of one nämnd over a year end, from one number: three meetings, two in one year and one in the next, the §§ that come of
 * them and their series, with the house's own deciders, reactions and read models. `gor` gives one more command, mostly a
 * sensible one as things stand; `vid` hears of every command, those of the reactions too.
 */
export const slumpar = (fro: number, langd: number, vid: (utfall: Utfall) => void) => {
  const borja = slumpFran(fro);
  const ar = borja.ett(2018, 2019, 2021, 2022, 2025);
  const namnd = nyNamnd(borja, ar);
  const moten = [`${ar}-11-20`, `${ar}-12-20`, `${ar + 1}-01-25`].map((datum, i) => ({ id: x(800 + i), datum }));
  const strommar = new Map<string, Strom>();
  const strom = (kategori: Kategori, id: string): Strom => strommar.get(`${kategori}-${id}`) ?? { kategori, id, state: SLAG[kategori].decider.initialState, doc: undefined, fakta: [] };
  let [kommandon, position] = [0, 0];

  const utfor = (kategori: Kategori, id: string, command: Command, reaktion: AnyReaction | undefined, orsak?: Recorded): void => {
    const { decider, projection } = SLAG[kategori];
    const fore = strom(kategori, id);
    const context: Context = { id, by: x(9), roll: 'namndsekreterare', at: `${ar + 2}-06-01T10:00:00.000Z`, command: x(1_000_000 + ++kommandon) };
    const utfall = decider.decide(command, fore.state, context);
    const nya: Recorded[] = [];
    let { state, doc } = fore;
    for (const { type, data } of isRefusal(utfall) ? [] : utfall) {
      const eventId = x(2_000_000 + ++position);
      const last = withWhereabouts(JSON.parse(canonicalText(toDisk(decider.facts[type]!.shape, data, ({ kid, $plain }) => ({ $s: kid, c: canonicalText($plain) })))), eventId);
      const recorded = frozen({ type, data: last, id: eventId, stream: `${kategori}-${id}`, namnd: NAMND, by: context.by, roll: context.roll, at: context.at, version: fore.fakta.length + nya.length + 1, position: BigInt(position) }) as unknown as Recorded;
      // The state goes on from the fact as it was decided, the document from it as it is read.
      state = frozen(decider.evolve(state, { type, data } as Event));
      doc = frozen(project(projection, doc, recorded));
      nya.push(recorded);
    }
    const efter: Strom = nya.length === 0 ? fore : { kategori, id, state, doc, fakta: [...fore.fakta, ...nya] };
    strommar.set(`${kategori}-${id}`, efter);
    vid({ kategori, type: command.type, reaktion: reaktion !== undefined, utfall, fore, efter });
    if (reaktion?.refused !== undefined && orsak !== undefined && isRefusal(utfall)) onska(reaktion, orsak, reaktion.refused(orsak, utfall.hinder[0]));
    for (const event of nya) for (const en of REAKTIONER) onska(en, event, (en.on as Record<string, ((event: Recorded) => Wish | readonly Wish[] | undefined) | undefined>)[event.type]?.(event));
  };
  const onska = (reaktion: AnyReaction, event: Recorded, wishes: Wish | readonly Wish[] | undefined): void => {
    for (const { category, id, command } of [wishes ?? []].flat() as readonly Wish[]) utfor(category as Kategori, id, command, reaktion, event);
  };

  const motet = (id: string, datum: string): { readonly skede: Skede | 'finns inte'; readonly mote: Mote } => {
    const mote = strom('sammantrade', id).state as Sammantrade;
    return { skede: mote.skede, mote: mote.skede === 'finns inte' ? tomt(datum) : mote };
  };
  const serien = (vilket: number) => strom('paragrafserie', `${NAMND}-${vilket}`).doc as { readonly sista: number; readonly inlasta: readonly { readonly nr: number; readonly mal: string }[] } | undefined;
  const paragrafer = (): readonly Strom[] => [...strommar.values()].filter(({ kategori, fakta }) => kategori === 'paragraf' && fakta.length > 0);

  const iMotet = (slump: Slump, { id, datum }: (typeof moten)[number], del: number): void => {
    const { skede, mote } = motet(id, datum);
    const inlast = namnd.startdatum !== undefined && datum < namnd.startdatum;
    const vikter = { ...I_SKEDET[skede] };
    if ((skede === 'kallat' || skede === 'planerat') && del > 0.3) vikter.OppnaSammantrade = 60;
    if (skede === 'oppet' && mote.narvaro.length < 3) vikter.HallUpprop = 400;
    if (skede === 'oppet') vikter.HallUpprop ??= 1;
    if (skede === 'oppet' && mote.ajourneringar?.some(({ till }) => till === undefined) === true) vikter.AterupptaSammantrade = 60;
    const kvar = mote.punkter.some(({ beslut, utgatt }) => beslut === undefined && !utgatt);
    if (skede === 'oppet' && (!kvar || del > 0.75)) vikter.AvslutaSammantrade = kvar ? 10 : 30;
    if (!kvar) for (const en of ['FattaBeslut', 'AntecknaOmrostning', 'AntecknaYrkande', 'ProvaJav', 'BegarOmrostning'] as const) delete vikter[en];
    if ((mote.inkallade ?? []).length > 0 && vikter.AterkallaErsattare !== undefined) vikter.AterkallaErsattare = 14;
    // Before it is planned all is refused.
    const nonsens = slump.chans(skede === 'finns inte' ? 0.85 : 0.1);
    const vald = nonsens ? slump.ett(...(Object.keys(KOMMANDON) as SammantradeCommand['type'][])) : viktad(slump, vikter);
    const type = inlast && slump.chans(0.8) ? (LAS_IN[vald] ?? vald) : vald;
    const lage: Lage = {
      ...slump, namnd, mote, inlast: (punkt) => serien(Number(datum.slice(0, 4)))?.inlasta.find(({ mal }) => mal === punkt)?.nr,
      paragrafer: paragrafer().map(({ id: en, state }) => {
        const { datum: dag, nr } = state as Paragraf;
        return { id: en, ar: Number(dag.slice(0, 4)), nr, datum: dag, namnd: NAMND };
      }),
    };
    utfor('sammantrade', id, { type, data: KOMMANDON[type](lage as never), ...(slump.chans(0.85) && { skal: skalen }) } as Command, undefined);
  };
  const iParagrafen = (slump: Slump): void => {
    const alla = paragrafer();
    const id = alla.length === 0 || slump.chans(0.05) ? x(999_997) : alla[Math.min(slump.tal(0, alla.length - 1), slump.tal(0, alla.length - 1), slump.tal(0, alla.length - 1))]!.id;
    const state = strom('paragraf', id).state as Paragraf & { readonly skede: string };
    const type = slump.chans(0.4) ? slump.ett('BestamOverklagandeslag', 'RegistreraPart', 'NoteraDelfaende', 'TaEmotOverklagande', 'ProvaRattid', 'OverlamnaOverklagande') : slump.ett(...(Object.keys(PARAGRAFKOMMANDON) as ParagrafCommand['type'][]));
    utfor('paragraf', id, { type, data: PARAGRAFKOMMANDON[type]({ ...slump, stod: state.skede === 'finns' ? state : undefined, namnd: NAMND, personer: namnd.ledamoter }), ...(slump.chans(0.8) && { skal: skalen }) } as Command, undefined);
  };
  const iSerien = (slump: Slump, { id, datum }: (typeof moten)[number]): void => {
    const vilket = Number(datum.slice(0, 4));
    const { mote } = motet(id, datum);
    const type = slump.ett(...(Object.keys(SERIEKOMMANDON) as ParagrafserieCommand['type'][]));
    const attLasa = mote.punkter.filter(({ beslut }) => beslut === undefined).map((en) => ({ mal: en.id, sammantrade: id, datum }));
    const numrerade = mote.punkter.filter(({ id: en, paragraf: nr }) => nr !== undefined && serien(vilket)?.inlasta.some(({ mal }) => mal === en) !== true).map((en) => en.id);
    const lage = { ...slump, namnd: NAMND, ar: vilket, sista: serien(vilket)?.sista ?? 0, numrerade, attLasa, ...(namnd.startdatum !== undefined && { startdatum: namnd.startdatum }) };
    utfor('paragrafserie', `${NAMND}-${vilket}`, { type, data: SERIEKOMMANDON[type](lage) } as Command, undefined);
  };

  let givna = 0;
  return {
    strommar: () => [...strommar.values()], kommandon: () => givna, moten, namnd,
    gor: (fron: number): void => {
      const slump = slumpFran(fron);
      const del = (3 * givna++) / langd;
      const nu = Math.min(2, Math.floor(del));
      const vad = slump.tal(1, 100);
      if (vad <= 17) iParagrafen(slump);
      else if (vad <= (namnd.startdatum !== undefined && nu === 0 ? 29 : 20)) iSerien(slump, moten[nu]!);
      else if (vad <= 28 && nu > 0) iMotet(slump, moten[slump.tal(0, nu - 1)]!, 1);
      else iMotet(slump, moten[nu]!, del - nu);
    },
  };
};
