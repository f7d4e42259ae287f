import { done, type Running, see, uuid } from './harness';

/**
 * A document of the seeds as facts of a kvalitetsberättelse: its figures and what must hold between them, in lines.
 * Figures: `nyckel | värde | enhet | år`, the last two left out where the document does. Checks: `slag: del, del → mot`.
 */
export type Seed = { readonly ar: number; readonly siffror: string; readonly kontroller: string };
const rader = (text: string): readonly string[] => text.split('\n').map((rad) => rad.trim()).filter((rad) => rad !== '');
export const antal = (text: string): number => rader(text).length;

export const namndMed = async (house: Running, by: string): Promise<string> => (await done(house, 'InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }, { by })).id;

/** Enters it, and answers with the report's id. */
export const laggIn = async (house: Running, by: string, namnd: string, { ar, siffror, kontroller }: Seed): Promise<string> => {
  const { id } = await done(house, 'PaborjaKvalitetsberattelse', { namnd, klass: 'oppen', ar, rubrik: `Kvalitet ${ar}` }, { by });
  for (const rad of rader(siffror)) {
    const [nyckel, varde, enhet, aret] = rad.split('|').map((cell) => cell.trim());
    await done(house, 'AngeSiffra', { avsnitt: 'ovrigt', nyckel, varde, ...(enhet !== undefined && enhet !== '' && { enhet }), ...(aret !== undefined && { ar: Number(aret) }), kalla: { text: 'Dokumentet' } }, { by, id, kommandoId: uuid() });
  }
  for (const rad of rader(kontroller)) {
    const [, slag, delar, mot] = /^(\w+): (.+) → (\S+)$/u.exec(rad)!;
    await done(house, 'LaggTillSifferkontroll', { slag, delar: delar!.split(', '), mot }, { by, id });
  }
  return id;
};
/** What does not agree: kind, gravity and sentence. */
export const anmarkningar = async (house: Running, by: string, id: string): Promise<readonly string[]> => {
  const { kvalitetsberattelse } = await see(house, `{ kvalitetsberattelse(id: "${id}") { utkast { siffror { nyckel } kontroller { nr } anmarkningar { kod allvar text } } } }`, by);
  return (kvalitetsberattelse.utkast.anmarkningar as readonly { readonly kod: string; readonly allvar: string; readonly text: string }[]).map(({ kod, allvar, text }) => `${allvar} ${kod}: ${text}`);
};
