import type { Delegatslag } from './delegationsgranser';

/** A delegat as it is told to us: an organ, or a title. */
export type NyDelegat = { readonly slag: Delegatslag; readonly titel?: string; readonly organ?: string };

const KOD_MAX = 40;
/** A title as a code that may lie in clear and be counted by: ”Enhetschef IFO” is `enhetschef_ifo`. */
export const befattningskod = (titel: string): string =>
  titel.normalize('NFC').toLowerCase().replaceAll(/[^a-zåäöé0-9]+/gu, '_').replaceAll('é', 'e').replaceAll(/^_+|_+$/g, '').slice(0, KOD_MAX).replace(/_+$/, '') || 'okand';

const ORGAN: readonly (readonly [RegExp, Delegatslag])[] = [
  [/\b(?:gemensamt|tillsammans|i förening)\b/iu, 'flera_gemensamt'], [/\b(?:konsult|extern\w*)\b/iu, 'extern'], [/^(?:\S*nämndens |kommunstyrelsens )?presidi(?:et|um)$/iu, 'presidiet'],
  [/utskott(?:et)?$|^(?:au|iu|ifu|pu)$/iu, 'utskott'], [/^(?:\S*nämndens |nämnd|styrelsens )?(?:ordförande(?:n)?|ordf\.?)$/iu, 'ordforande'], [/^ledamot(?:en)?$/iu, 'ledamot'], [/^ersättare(?:n)?$/iu, 'ersattare'],
  [/^(?:social|utbildnings|kultur|samhällsbyggnads|\S*förvaltnings|\S*)?(?:förvaltningschef(?:en)?|fc)$|^(?:social|utbildnings|skol|bildnings)chef(?:en)?$/iu, 'forvaltningschef'], [/automatisera|\brobot\b|\brpa\b/iu, 'automatiserad'],
];
/** Who is meant by what stands in a list: an organ by its name, else somebody by title. */
export const delegatAv = (text: string): NyDelegat => {
  const titel = text.replaceAll(/\s+/g, ' ').trim();
  return { slag: ORGAN.find(([form]) => form.test(titel))?.[1] ?? 'tjansteman', titel };
};
/** ”Socialsekreterare / enhetschef” are two, each alone; ”gemensamt” keeps them together. */
export const delegaterAv = (text: string): readonly NyDelegat[] =>
  /\b(?:gemensamt|tillsammans|i förening)\b/iu.test(text) ? [delegatAv(text)] : text.split(/[/;\n]|,|\beller\b/u).map((en) => en.trim()).filter((en) => en !== '').map(delegatAv);

/** An organ is one of its kind; of those with titles the title tells. Two utskott of Klubba are told apart by their ids. */
export const sammaDelegat = (a: { readonly slag: Delegatslag; readonly befattning?: string; readonly organ?: string }, b: { readonly slag: Delegatslag; readonly befattning?: string; readonly organ?: string }): boolean => {
  if (a.slag !== b.slag) return false;
  if (a.slag === 'tjansteman') return a.befattning === b.befattning;
  if (a.slag !== 'utskott') return true;
  return a.organ !== undefined && b.organ !== undefined ? a.organ === b.organ : a.befattning === undefined || b.befattning === undefined || a.befattning === b.befattning;
};
