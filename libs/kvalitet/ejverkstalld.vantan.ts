import type { Vantan } from './ejverkstalld.grans';

/** What is known of a decision from a row of a list. */
export type Insatsdagar = { readonly beslutsdatum: string; readonly verkstallt?: string; readonly avbrott?: string; readonly aterupptaget?: string; readonly upphort?: string };

/** The waits of a decision as what happens to it changes them: one from the decision, and one from each interruption. */
export const fattat = (beslutsdatum: string): readonly Vantan[] => [{ fran: beslutsdatum, slag: 'beslut' }];
/** The wait that goes on, if one does: only the last can. */
export const pagaende = (vantan: readonly Vantan[]): Vantan | undefined => vantan.find(({ till }) => till === undefined);
/** Ended: carried out, resumed, or no longer to be. */
export const slutad = (vantan: readonly Vantan[], till: string, upphort = false): readonly Vantan[] => vantan.map((en) => (en.till === undefined ? { ...en, till: till < en.fran ? en.fran : till, ...(upphort && { upphort: true as const }) } : en));
export const avbruten = (vantan: readonly Vantan[], fran: string): readonly Vantan[] => [...vantan, { fran, slag: 'avbrott' }];
/** The last wait goes on after all. */
const oppnad = (vantan: readonly Vantan[]): readonly Vantan[] => vantan.map(({ till, upphort, ...en }, i) => (i === vantan.length - 1 ? en : { ...en, ...(till !== undefined && { till }), ...(upphort !== undefined && { upphort }) }));
export type Insatshandelse = 'verkstallighet' | 'avbrott' | 'aterupptagande' | 'upphorande';
/** The waits when the last thing of a kind never happened. */
export const utanHandelse = (vantan: readonly Vantan[], slag: Insatshandelse): readonly Vantan[] =>
  (slag === 'avbrott' ? vantan.slice(0, -1) : slag === 'upphorande' && vantan.at(-1)?.upphort !== true ? vantan : oppnad(vantan));

/** As a row of a list says; what it leaves out stands as it was. */
export const enligtRad = (fore: readonly Vantan[], { beslutsdatum, verkstallt, avbrott, aterupptaget, upphort }: Insatsdagar): readonly Vantan[] => {
  const [forst = { fran: beslutsdatum, slag: 'beslut' as const }, ...senare] = fore;
  let vantan: readonly Vantan[] = [verkstallt === undefined ? forst : { fran: forst.fran, slag: forst.slag, till: verkstallt }, ...senare];
  if (avbrott !== undefined && !vantan.some((en) => en.slag === 'avbrott' && en.fran === avbrott) && pagaende(vantan) === undefined) vantan = avbruten(vantan, avbrott);
  if (aterupptaget !== undefined) vantan = vantan.map((en) => (en.slag === 'avbrott' && en.fran === avbrott ? { fran: en.fran, slag: en.slag, till: aterupptaget } : en));
  return upphort === undefined ? vantan : slutad(vantan, upphort, true);
};
/** Days of a row that cannot be in the order in which they stand; the first fault, or nothing. */
export const provaInsatsdagar = ({ beslutsdatum, verkstallt, avbrott, aterupptaget, upphort }: Insatsdagar, idag: string): string | undefined => {
  const dagar = [beslutsdatum, verkstallt, avbrott, aterupptaget, upphort].filter((dag) => dag !== undefined);
  const framtid = dagar.find((dag) => dag > idag);
  if (framtid !== undefined) return `Dagen ${framtid} har inte varit än.`;
  if (avbrott !== undefined && verkstallt === undefined) return 'Ett avbrott förutsätter att insatsen har verkställts: ange när.';
  if (aterupptaget !== undefined && avbrott === undefined) return 'Ett återupptagande förutsätter ett avbrott: ange när.';
  const fel = dagar.findIndex((dag, i) => i > 0 && dag < dagar[i - 1]!);
  return fel < 0 ? undefined : `Dagen ${dagar[fel]!} ligger före ${dagar[fel - 1]!}.`;
};
