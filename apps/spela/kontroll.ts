import type { Mote } from './form';
import { lasPar } from './lista';

/** A list of the file, or none: registers are open objects, whose fields may be of another kind in another meeting. */
export const raknas = <T>(lista: readonly T[] | undefined): readonly T[] => (Array.isArray(lista) ? (lista as readonly T[]) : []);

const summa = (tal: readonly number[]): number => tal.reduce((a, b) => a + b, 0);
const antal = (ja: readonly boolean[]): readonly number[] => [ja.filter(Boolean).length];
type Raknare = (mote: Mote) => readonly number[];

/** Posts of a register; none that can be counted when it is written in another way. */
const poster = (register: { readonly poster?: readonly unknown[] } | undefined): readonly number[] => (register !== undefined && !Array.isArray(register.poster) ? [] : [raknas(register?.poster).length]);
const utan = ({ paragrafer }: Mote, ...typer: readonly string[]): number => paragrafer.filter(({ beslutstyp }) => !typer.includes(beslutstyp)).length;

/** `kontroll` as it is counted (SCHEMA.md, Räkneregler). Where the rule can be read in several ways, each is answered, the first ours. */
export const kontrollraknare: Readonly<Record<string, Raknare>> = {
  dagordningsrader: ({ dagordning }) => [dagordning.length],
  paragrafer: ({ paragrafer }) => [paragrafer.length],
  paragrafer_med_beslut: (mote) => [
    ...antal(mote.paragrafer.map(({ beslutspunkter = [] }) => beslutspunkter.length > 0)),
    // A decision that is not published was made all the same.
    utan(mote, 'inget_beslut', 'utgår'), utan(mote, 'inget_beslut', 'utgår', 'ej_publicerad'), utan(mote, 'inget_beslut', 'utgår', 'ej_publicerad', 'sekretess'),
  ],
  beslutspunkter: ({ paragrafer }) => [summa(paragrafer.map(({ beslutspunkter = [] }) => beslutspunkter.length))],
  sekretessparagrafer: ({ paragrafer }) => [...antal(paragrafer.map(({ sekretess }) => sekretess === true)), ...antal(paragrafer.map(({ beslutstyp }) => beslutstyp === 'sekretess'))],
  ej_publicerade_paragrafer: ({ paragrafer }) => antal(paragrafer.map(({ beslutstyp }) => beslutstyp === 'ej_publicerad')),
  omedelbart_justerade: ({ paragrafer }) => antal(paragrafer.map(({ omedelbart_justerad }) => omedelbart_justerad === true)),
  tillagda_utan_kallelsenr: ({ paragrafer }) => antal(paragrafer.map(({ kallelse_nr }) => kallelse_nr === undefined)),
  kallelserader_utan_paragraf: ({ dagordning }) => [...antal(dagordning.map(({ paragraf }) => paragraf === undefined)), ...antal(dagordning.map(({ paragraf, status }) => paragraf === undefined && status !== 'utgår'))],
  tjanstgorande_per_paragraf: ({ paragrafer, narvaro: { fortroendevalda } }) => {
    const alla = paragrafer.map(({ paragraf }) => paragraf);
    const listor = fortroendevalda.map(({ tjanstgor }) => lasPar(tjanstgor, alla));
    return [...new Set(alla.map((nr) => listor.filter((lista) => lista.includes(nr)).length))];
  },
  yrkanden: ({ paragrafer }) => [summa(paragrafer.map(({ yrkanden = [] }) => yrkanden.length))],
  omrostningar: ({ paragrafer }) => antal(paragrafer.map(({ omrostning }) => omrostning !== undefined)),
  reservationer: ({ paragrafer }) => [summa(paragrafer.map(({ reservationer = [] }) => reservationer.length))],
  reservanter: ({ paragrafer }) => {
    const alla = paragrafer.flatMap(({ reservationer = [] }) => reservationer.flatMap(({ av = [] }) => av));
    return [alla.length, new Set(alla).size];
  },
  protokollsanteckningar: ({ paragrafer }) => [summa(paragrafer.map(({ protokollsanteckningar = [] }) => protokollsanteckningar.length))],
  jav: ({ paragrafer }) => [summa(paragrafer.map(({ jav = [] }) => jav.length))],
  deltar_inte: ({ paragrafer }) => [summa(paragrafer.map(({ deltar_inte = [] }) => deltar_inte.length))],
  expedieringar: ({ paragrafer }) => antal(paragrafer.map(({ expediering = [] }) => expediering.length > 0)),
  domar_beslut_poster: ({ domar_och_beslut }) => poster(domar_och_beslut),
  klagomal: ({ synpunkter_klagomal }) => poster(synpunkter_klagomal),
  skrivelser: ({ skrivelser }) => poster(skrivelser),
  kuriosa: ({ kuriosa }) => [raknas(kuriosa).length],
};

/** What Klubba holds, so that it can be counted from what is read back. */
const HALLS = [
  'dagordningsrader', 'paragrafer', 'paragrafer_med_beslut', 'beslutspunkter', 'sekretessparagrafer', 'ej_publicerade_paragrafer', 'omedelbart_justerade', 'tillagda_utan_kallelsenr',
  'kallelserader_utan_paragraf', 'tjanstgorande_per_paragraf', 'yrkanden', 'omrostningar', 'reservationer', 'reservanter', 'protokollsanteckningar', 'jav', 'deltar_inte', 'expedieringar',
  'domar_beslut_poster', 'klagomal', 'skrivelser',
] as const;
/** Counted in several ways, or from § to §: told only when they all say the same. */
const FLERTYDIGA: readonly string[] = ['tjanstgorande_per_paragraf', 'reservanter'];
/** The counts of a meeting that was read back; one that differs from § to § is no number and is left out. */
export const raknaKontroll = (mote: Mote): Readonly<Record<string, number>> =>
  Object.fromEntries(HALLS.flatMap((namn) => {
    const tal = kontrollraknare[namn]!(mote);
    return FLERTYDIGA.includes(namn) && new Set(tal).size !== 1 ? [] : tal[0] === undefined ? [] : [[namn, tal[0]]];
  }));
