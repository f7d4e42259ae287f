import { readFileSync, statSync } from 'node:fs';
import { type Aldre, franAldre } from './aldre';
import { type Mote, mote as moteform } from './form';
import { type Fel, Filfel, forDjup, type Plats, skrivPlats, utanNull } from './prov';
import { provaSamband } from './samband';

const stopp = (text: string): never => {
  throw new Filfel([{ plats: 'filen', text }]);
};

const STORLEK_MAX = 5_000_000;
/** The text of a file. Throws Filfel. */
const lasFil = (fil: string): string => {
  const om = statSync(fil, { throwIfNoEntry: false });
  if (om === undefined) return stopp(`${fil} finns inte.`);
  if (!om.isFile()) return stopp(`${fil} är ingen fil.`);
  if (om.size > STORLEK_MAX) return stopp(`${fil} är ${Math.ceil(om.size / 1e6)} MB. En mötesfil får vara högst ${STORLEK_MAX / 1e6} MB.`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(fil);
  } catch (error) {
    return stopp(`${fil} går inte att läsa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}).`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return stopp(`${fil} är inte text i UTF-8.`);
  }
};

/** The JSON of a meeting file, of whatever form. Throws Filfel. */
export const tolkaJson = (text: string): Readonly<Record<string, unknown>> => {
  if (forDjup(text)) return stopp('JSON är nästlad djupare än någon mötesfil.');
  let varde: unknown;
  try {
    varde = JSON.parse(text);
  } catch (error) {
    return stopp(`är inte JSON: ${error instanceof Error ? error.message : ''}`);
  }
  return typeof varde === 'object' && varde !== null && !Array.isArray(varde) ? (varde as Record<string, unknown>) : stopp('ska vara ett JSON-objekt, ett sammanträde per fil.');
};

/** The meeting in a file of the form kungsbacka-moete/1, whole and in agreement with itself. Throws Filfel with all that is wrong. */
export const tolkaMote = (json: Readonly<Record<string, unknown>>): Mote => {
  const fel: Fel[] = [];
  moteform(json, { path: '' }, (plats: Plats, text: string) => void fel.push({ plats: skrivPlats(plats), text }));
  if (fel.length > 0) throw new Filfel(fel);
  const mote = utanNull(json) as Mote;
  const samband = provaSamband(mote);
  if (samband.length > 0) throw new Filfel(samband);
  return mote;
};

/** A file ready to be played: the meeting, the bytes' own JSON (which names the play), and how what is read back is counted against it. */
export type Spelbar = { readonly mote: Mote; readonly json: Readonly<Record<string, unknown>>; readonly aldre?: Aldre };
/** Reads a meeting file of either form. Throws Filfel. */
export const tolka = (fil: string): Spelbar => {
  const json = tolkaJson(lasFil(fil));
  if ('schema' in json || !('moete' in json)) return { mote: tolkaMote(json), json };
  const aldre = franAldre(json);
  return { mote: aldre.mote, json, aldre };
};
