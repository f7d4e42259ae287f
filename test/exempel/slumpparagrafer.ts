import { plusDagar } from '@klubba/lagrum';
import type { ParagrafCommand, ParagrafserieCommand } from '@klubba/paragraf';
import type { Paragraf } from '../../libs/paragraf/paragraf.decider';
import { x } from './mote';
import type { Slump } from './slump';

/** A § as it stands, its nämnd and who it is told of; without `stod` there is no such §. */
export type Paragraflage = Slump & { readonly stod: Paragraf | undefined; readonly namnd: string; readonly personer: readonly string[] };
/** A series as it stands: its last number, and the items that have one, or may be given one that was read in. */
export type Serielage = Slump & { readonly namnd: string; readonly ar: number; readonly sista: number; readonly numrerade: readonly string[]; readonly attLasa: readonly { readonly mal: string; readonly sammantrade: string; readonly datum: string }[]; readonly startdatum?: string };
type Data<C extends { type: string; data: unknown }, T extends C['type']> = Extract<C, { type: T }>['data'];

const OKAND = x(999_998);
const skal = 'Därför';
const dag = (l: Paragraflage, fran: number, till: number): string => (l.chans(0.01) ? '2019-02-30' : plusDagar(l.stod?.datum ?? '2019-01-02', l.tal(fran, till)));
const nagot = (l: Slump, alla: readonly string[]): string => (alla.length === 0 || l.chans(0.04) ? OKAND : l.ett(...alla));
const oppna = (l: Paragraflage): Data<ParagrafCommand, 'OppnaParagraf'> => ({ namnd: l.namnd, sammantrade: l.stod?.sammantrade ?? OKAND, ar: 2019, nr: (l.stod?.nr ?? 1) + l.tal(0, 1), datum: '2019-01-02', beslutstyp: 'anta', overklagandeslag: 'LAGLIGHETSPROVNING', klass: 'oppen' });
const senare = (l: Paragraflage) => ({ paragraf: l.chans(0.5) ? nagot(l, l.stod?.senare ?? []) : x(l.tal(700_000, 800_000)), namnd: l.namnd, ar: 2030, nr: l.tal(1, 99), datum: '2030-03-01' });
const part = (l: Paragraflage): string => nagot(l, (l.stod?.parter ?? []).map((en) => en.part));
const overklagande = (l: Paragraflage): string => nagot(l, (l.stod?.overklaganden ?? []).map((en) => en.overklagande));
const uppe = (l: Paragraflage): string => l.stod?.anslag.at(-1)?.datum ?? '2019-01-02';

export const PARAGRAFKOMMANDON: { readonly [T in ParagrafCommand['type']]: (l: Paragraflage) => Data<ParagrafCommand, T> } = {
  OppnaParagraf: oppna,
  NoteraKlass: (l) => ({ klass: l.ett('oppen', 'sekretess') }),
  NoteraJustering: (l) => ({ omgang: 1, omedelbar: false, datum: dag(l, 1, 14) }),
  NoteraAnslag: (l) => ({ omgang: 1, datum: dag(l, 3, 20) }),
  NoteraNedtagning: (l) => ({ anslaget: uppe(l), datum: dag(l, 20, 40), brutet: l.chans(0.1) }),
  NoteraAvbrott: (l) => ({ anslaget: uppe(l), datum: dag(l, 5, 20), brutet: l.chans(0.3) }),
  RattaParagraf: (l) => ({ text: l.ett('Rättat.', 'Nämnden beslutar att anta planen.'), slag: l.chans(0.9) ? 'skrivfel' : 'saklig', datum: dag(l, 10, 30), skal }),
  NoteraAndring: (l) => ({ ...senare(l), grund: l.ett('fl_36', 'annan') }),
  NoteraForslagsbehandling: (l) => ({ ...senare(l), beslutstyp: 'anta' }),
  NoteraOversattningsbegaran: (l) => ({ sprak: l.ett('finska', 'samiska', 'annat'), ...(l.chans(0.4) && { annatSprak: 'polska' }), av: 'Parten', datum: dag(l, 1, 20), ...(l.chans(0.3) && { ombud: true }) }),
  NoteraOversattning: (l) => ({ begaran: nagot(l, (l.stod?.oversattningar ?? []).map((en) => en.begaran)), datum: dag(l, 20, 40) }),
  FragaOmLagaKraft: (l) => ({ domstol: 'Förvaltningsrätten', datum: dag(l, 20, 60) }),
  BekraftaLagaKraft: (l) => ({ datum: dag(l, 20, 80), kalla: 'Domstolens svar' }),
  NoteraOverklagande: (l) => ({ mal: '1234-19', datum: dag(l, 10, 60) }),
  IntygaLagaKraft: (l) => ({ datum: dag(l, 20, 90) }),
  BestamOverklagandeslag: (l) => ({ overklagandeslag: l.ett('FORVALTNINGSBESVAR', 'FORVALTNINGSBESVAR', 'LAGLIGHETSPROVNING', 'EJ_OVERKLAGBART'), ...(l.chans(0.8) && { lagrum: 'SoL 16 kap. 3 §' }), skal, ...(l.chans(0.4) && { beslutspunkt: l.tal(0, 3), antal: 2 }) }),
  RegistreraPart: (l) => ({ ...(l.chans(0.5) && { person: l.ett(...l.personer) }), ...(l.chans(0.5) && { namn: 'Parten' }), ...(l.chans(0.1) && { allman: true }) }),
  StrykPart: (l) => ({ part: part(l), skal }),
  NoteraDelfaende: (l) => ({ part: part(l), datum: dag(l, -1, 20), satt: l.ett('delgivningskvitto', 'digitalt', 'delgivning_genom_annan') }),
  TaEmotOverklagande: (l) => ({ ...(l.chans(0.7) && { part: part(l) }), ...(l.chans(0.6) && { av: 'Den klagande' }), datum: dag(l, -1, 50) }),
  ProvaRattid: (l) => ({ overklagande: overklagande(l), datum: dag(l, 20, 70), ...(l.chans(0.3) && { undantag: 'felaktig_underrattelse' }), ...(l.chans(0.7) && { skal }) }),
  OverlamnaOverklagande: (l) => ({ overklagande: overklagande(l), datum: dag(l, 20, 80), domstol: 'Förvaltningsrätten' }),
};

export const SERIEKOMMANDON: { readonly [T in ParagrafserieCommand['type']]: (l: Serielage) => Data<ParagrafserieCommand, T> } = {
  BorjaParagrafserie: ({ namnd, ar, tal }) => ({ namnd, ar, sista: tal(-1, 60) }),
  // The gavel asks for a number, by a reaction: here it is asked for again, or in another year's series.
  TilldelaParagrafnummer: (l) => ({ namnd: l.namnd, ar: l.numrerade.length > 0 && l.chans(0.5) ? l.ar : l.ar + 1, mal: l.numrerade.length > 0 ? l.ett(...l.numrerade) : OKAND, sammantrade: OKAND, datum: `${l.ar}-06-01` }),
  LasInParagrafnummer: (l) => {
    const ett = l.attLasa.length === 0 || l.chans(0.05) ? undefined : l.ett(...l.attLasa);
    return { namnd: l.namnd, ar: l.ar, nr: l.sista + l.tal(-3, 4), mal: ett?.mal ?? OKAND, sammantrade: ett?.sammantrade ?? OKAND, kalla: 'Pärm 7', ...(ett && { mote: { datum: ett.datum, ...(l.startdatum !== undefined && { startdatum: l.startdatum }) } }) };
  },
  MarkeraParagrafnummerUtgatt: ({ namnd, sista, tal }) => ({ namnd, nr: tal(0, sista + 2), kod: 'SAMMANTRADET_AR_INSTALLT' }),
};
