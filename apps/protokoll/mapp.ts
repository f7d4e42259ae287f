import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal, NUMBER, StoreUnavailable, streamId } from '@klubba/kernel';
import { dagAv } from '@klubba/lagrum';
import type { Ask } from '../../infra/klient';
import { ThreadedPaperReader } from '../../infra/papper/paper-reader';

/** A § of a protocol in a folder, as it stands in the list that a secretary confirms. */
export type Rad = { readonly fil: string; readonly datum: string; readonly nummer: number; readonly rubrik: string; readonly diarienummer?: string };
export type Anmarkning = { readonly plats: string; readonly text: string };
export type Klubba = { readonly ask: Ask; readonly url: string; readonly token: string | undefined; readonly namnd: string };
type Framat = (gjort: number, av: number, vad: string) => void;

const RUBRIKER = ['Fil', 'Datum', 'Paragraf', 'Rubrik', 'Diarienummer'] as const;

/** The text of every protocol in the folder read by Klubba, and what its §§ seem to be. Nothing is registered. */
export const foreslaMapp = async (mapp: string, klubba: Klubba, framat: Framat): Promise<{ readonly rader: readonly Rad[]; readonly anmarkningar: readonly Anmarkning[] }> => {
  const rader: Rad[] = [];
  const anmarkningar: Anmarkning[] = [];
  const filer = pdfer(mapp);
  for (const [i, fil] of filer.entries()) {
    framat(i, filer.length, fil);
    const sent = await ladda(mapp, fil, klubba);
    if (!('uppladdning' in sent)) {
      anmarkningar.push(sent);
      continue;
    }
    const { foreslaAldreProtokoll: forslag } = await klubba.ask<{ foreslaAldreProtokoll: Forslag | null }>(
      'query($n: ID!, $u: ID!) { foreslaAldreProtokoll(namnd: $n, uppladdning: $u) { datum paragrafer { nummer rubrik diarienummer } luckor hinder { text } } }', { n: klubba.namnd, u: sent.uppladdning });
    if (forslag === null) throw new StoreUnavailable('Åtkomstbeviset ger inte rätt att registrera äldre protokoll i nämnden.');
    const { datum, paragrafer, luckor, hinder } = forslag;
    anmarkningar.push(...hinder.map(({ text }) => ({ plats: fil, text })));
    if (hinder.length > 0) continue;
    if (datum === null) anmarkningar.push({ plats: fil, text: 'Hittar ingen dag. Skriv den i listan.' });
    if (paragrafer.length === 0) anmarkningar.push({ plats: fil, text: 'Hittar inga paragrafer. Skriv dem i listan.' });
    if (luckor.length > 0) anmarkningar.push({ plats: fil, text: `Hittar inte § ${luckor.join(', ')}.` });
    rader.push(...paragrafer.map(({ diarienummer, ...en }): Rad => ({ fil, datum: datum ?? '', ...en, ...(diarienummer !== null && { diarienummer }) })));
  }
  framat(filer.length, filer.length, '');
  return { rader, anmarkningar };
};
type Forslag = { readonly datum: string | null; readonly paragrafer: readonly { readonly nummer: number; readonly rubrik: string; readonly diarienummer: string | null }[]; readonly luckor: readonly number[]; readonly hinder: readonly { readonly text: string }[] };

/** The list as a file to look through and correct: Excel opens it. */
export const skrivLista = (rader: readonly Rad[]): string => {
  // What begins as a formula is text behind a space: the list comes from papers that others have written.
  const cell = (text: string): string => {
    const safe = /^[=+@\t-]/.test(text) ? ` ${text}` : text;
    return /[;"\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${[RUBRIKER, ...rader.map(({ fil, datum, nummer, rubrik, diarienummer = '' }) => [fil, datum, String(nummer), rubrik, diarienummer])].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
};

/** The list as it was confirmed, .csv or .xlsx, and all that is wrong in it. */
export const lasLista = async (bytes: Uint8Array, mapp: string): Promise<{ readonly rader: readonly Rad[]; readonly fel: readonly Anmarkning[] }> => {
  const tabell = await new ThreadedPaperReader().table(bytes);
  if (isRefusal(tabell)) return { rader: [], fel: tabell.hinder.map(({ text }) => ({ plats: 'Listan', text })) };
  const [head, ...rows] = tabell.rows;
  const plats = RUBRIKER.map((rubrik) => (head?.cells ?? []).findIndex((cell) => cell.toLowerCase() === rubrik.toLowerCase()));
  if (plats.slice(0, 4).includes(-1)) return { rader: [], fel: [{ plats: 'Listan', text: `Rubrikerna ska vara ${RUBRIKER.join(', ')}.` }] };
  const filer = pdfer(mapp);
  const fel: Anmarkning[] = [];
  const dagar = new Map<string, string>();
  const rader = rows.map(({ row, cells }): Rad => {
    const [fil = '', skrivet = '', tal = '', rubrik = '', diarienummer = ''] = plats.map((i) => cells[i] ?? '');
    const tell = (text: string): void => void fel.push({ plats: `Rad ${row}`, text });
    const datum = dagAv(skrivet) ?? '';
    if (!filer.includes(fil)) tell(`filen ”${fil}” finns inte i mappen.`);
    if (datum === '') tell(`”${skrivet}” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.`);
    if (!/^§?\s*\d{1,4}$/.test(tal) || Number(tal.replace(/\D/g, '')) === 0) tell(`”${tal}” är inget paragrafnummer.`);
    if (rubrik === '') tell('rubriken saknas.');
    if (diarienummer !== '' && !NUMBER.test(diarienummer)) tell(`”${diarienummer}” är inget diarienummer.`);
    if ((dagar.get(fil) ?? datum) !== datum) tell(`filen har flera dagar: ${dagar.get(fil)} och ${datum}.`);
    dagar.set(fil, datum);
    return { fil, datum, nummer: Number(tal.replace(/\D/g, '')), rubrik, ...(diarienummer !== '' && { diarienummer }) };
  });
  if (rader.length === 0) fel.push({ plats: 'Listan', text: 'Listan har inga rader under rubrikerna.' });
  return { rader, fel };
};

/** Each protocol of the list: its paper becomes a handling, and its §§ are registered. Every id derives from the paper: run again, it goes on where it broke off. */
export const registreraMapp = async (mapp: string, rader: readonly Rad[], klubba: Klubba, kalla: string, framat: Framat): Promise<{ readonly registrerade: number; readonly anmarkningar: readonly Anmarkning[] }> => {
  const anmarkningar: Anmarkning[] = [];
  const filer = [...new Set(rader.map(({ fil }) => fil))];
  for (const [i, fil] of filer.entries()) {
    framat(i, filer.length, fil);
    const egna = rader.filter((rad) => rad.fil === fil);
    const { datum } = egna[0]!;
    const sent = await ladda(mapp, fil, klubba);
    // The paper is a handling once, also when the list has been corrected since.
    const stopped = 'uppladdning' in sent
      ? (await give(klubba, 'LaggTillHandling', [sent.uppladdning], { uppladdning: sent.uppladdning, namnd: klubba.namnd, klass: 'oppen', namn: fil.slice(0, 300), datum, datumslag: 'upprattat' })) ??
        (await give(klubba, 'RegistreraAldreProtokoll', [sent.uppladdning, egna], { namnd: klubba.namnd, datum, handling: sent.uppladdning, kalla, paragrafer: egna.map(({ fil: _fil, datum: _datum, ...en }) => en) }))
      : sent.text;
    if (stopped !== undefined) anmarkningar.push({ plats: fil, text: stopped });
  }
  framat(filer.length, filer.length, '');
  return { registrerade: filer.length - anmarkningar.length, anmarkningar };
};

const pdfer = (mapp: string): readonly string[] => {
  try {
    return readdirSync(mapp).filter((fil) => /[.]pdf$/i.test(fil)).sort((a, b) => a.localeCompare(b, 'sv', { numeric: true }));
  } catch (error) {
    throw new StoreUnavailable(`Mappen ${mapp} går inte att läsa.`, { cause: error });
  }
};

/** Sends a file under an id that derives from its content, unless it is there already. Answers why not in words. */
const ladda = async (mapp: string, fil: string, { url, token, namnd }: Klubba): Promise<{ readonly uppladdning: string } | Anmarkning> => {
  const bytes = readFileSync(join(mapp, fil));
  const uppladdning = streamId('las-in-protokoll', namnd, createHash('sha256').update(bytes).digest('hex'));
  const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const there = await fetch(`${url}/handlingar/uppladdning/${uppladdning}`, { headers });
  if (there.ok && ((await there.json()) as { fardig: boolean }).fardig) return { uppladdning };
  const response = await fetch(`${url}/handlingar?namnd=${namnd}&uppladdning=${uppladdning}`, { method: 'POST', headers, body: bytes });
  return response.ok ? { uppladdning } : { plats: fil, text: ((await response.json().catch(() => ({}))) as { text?: string }).text ?? `${url} svarade ${response.status}.` };
};

/** Gives a command that creates, under an id of what it concerns; answers the hinder's sentence, or nothing when it was done. */
const give = async ({ ask }: Klubba, type: string, om: readonly unknown[], data: object): Promise<string | undefined> => {
  const kommandoId = streamId('las-in-protokoll', type, JSON.stringify(om));
  const { utfall } = await ask<{ utfall: { text?: string } }>(`mutation($k: ID!, $d: ${type}Input!) { utfall: ${type[0]!.toLowerCase()}${type.slice(1)}(kommandoId: $k, data: $d) { ... on Hinder { text } } }`, { k: kommandoId, d: data });
  return utfall.text;
};
