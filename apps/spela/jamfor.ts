import { lasKlockslag, lasPar } from './lista';
import { EJ_ANGIVET } from './ord';

/** One value of a meeting file, without its place in lists: what is compared and counted. */
export type Lov = { readonly vag: readonly (string | number)[]; readonly falt: string; readonly varde: string | number | boolean };
export type Jamforelse = {
  readonly fakta: number;
  readonly hallna: number;
  /** The places of those. */
  readonly platser: ReadonlySet<string>;
  /** What is not there as the file has it, by field. */
  readonly saknas: Readonly<Record<string, number>>;
  /** A fact that Klubba holds, lost or changed on the way; and what came out without being in the file. */
  readonly fel: readonly string[];
};

// Not facts of the meeting (issue 4, point 1): oddities, the source, remarks, counts, and ids.
export const UTANFOR: ReadonlySet<string> = new Set(['kuriosa', 'kalla', 'not', 'kontroll']);
const IDN = new Set(['id', 'organ.id', 'narvaro.fortroendevalda.pid']);

type Json = unknown;
const arObjekt = (varde: Json): varde is Readonly<Record<string, Json>> => typeof varde === 'object' && varde !== null && !Array.isArray(varde);

/** Every leaf value that is a fact. Rows that have a number or a name of their own are known by it, not by their place. */
export const loven = (varde: Json, vag: Lov['vag'] = [], falt = ''): readonly Lov[] => {
  if (Array.isArray(varde)) return nycklade(falt, varde).flatMap(([nyckel, en]) => loven(en, [...vag, nyckel], falt));
  if (arObjekt(varde)) return Object.entries(varde).flatMap(([namn, en]) => (UTANFOR.has(namn) ? [] : loven(en, [...vag, namn], falt === '' ? namn : `${falt}.${namn}`)));
  return varde === null || varde === undefined || varde === EJ_ANGIVET || IDN.has(falt) ? [] : [{ vag, falt, varde: varde as Lov['varde'] }];
};

const NYCKLAR: Readonly<Record<string, string>> = { 'narvaro.fortroendevalda': 'pid', dagordning: 'nr', paragrafer: 'paragraf', protokoll: 'roll', 'kallelse.foreslagen_justerare': 'pid' };
const nycklade = (falt: string, lista: readonly Json[]): readonly (readonly [string | number, Json])[] => {
  const nyckel = NYCKLAR[falt];
  const sedda = new Map<string, number>();
  return lista.map((en, i) => {
    const egen = nyckel !== undefined && arObjekt(en) ? en[nyckel] : undefined;
    if (typeof egen !== 'string' && typeof egen !== 'number') return [i, en];
    const gang = sedda.get(`${egen}`) ?? 0;
    sedda.set(`${egen}`, gang + 1);
    return [gang === 0 ? egen : `${egen} ${gang + 1}`, en];
  });
};

/** §-lists say the same however they are written, also as "alla". */
const LISTOR = /^(?:narvaro[.].*[.](?:tjanstgor|franvarande|narvarande_ej_tjanstgorande|paragrafer)|protokoll[.]paragrafer_(?:med_text|endast_hanvisning))$/;
/** When a meeting was adjourned is a clock time, 14.00 or 14:00. */
const AJOURNERAT = /^sammantrade[.]ajourneringar[.](?:fran|till)$/;
const mening = ({ falt, varde }: Lov, alla: readonly number[]): string | number | boolean => {
  if (typeof varde !== 'string') return varde;
  if (AJOURNERAT.test(falt)) return lasKlockslag(varde) ?? varde;
  return LISTOR.test(falt) ? lasPar(varde, alla).join() : varde.normalize('NFC').replace(/\r\n?/g, '\n');
};
const RADER = new Set(Object.keys(NYCKLAR).map((falt) => falt.split('.').at(-1)!));
/** `paragrafer[66].beslutspunkter[0].text`: rows with a number or a name of their own by that. */
export const skrivVag = (vag: Lov['vag']): string => vag.map((del, i) => (i === 0 ? del : typeof del === 'number' || RADER.has(`${vag[i - 1]}`) ? `[${del}]` : `.${del}`)).join('');

/** The fields that Klubba holds. */
const HALLS = new RegExp(`^(?:${[
  'schema', 'kommun', 'kommunkod', 'organ[.].*', 'kallelse[.].*', 'sammantrade[.](?:datum|start|slut|plats|slut_anges_i|ajourneringar[.](?:fran|till|skal))', 'narvaro[.].*', 'dagordning[.].*', 'protokoll[.].*',
  '(?:lex_sarah|delegationsanmalan|domar_och_beslut|synpunkter_klagomal|skrivelser|ordforandebeslut|remisser|kopplingar)(?:[.].*)?',
  'paragrafer[.](?:paragraf|kallelse_nr|dnr|rubrik|fil|beslutstyp|beslutspunkter[.].*|omedelbart_justerad|sekretess|underlag|andring_mot_kallelse|expediering|propositionsordning|(?:siffror|initiativ|overklagande|beslutsmotivering)(?:[.].*)?|(?:beslutsgang|yrkanden|omrostning|reservationer|jav|deltar_inte|protokollsanteckningar)[.].*)',
].join('|')})$`);
// Where the file may be silent and Klubba is not: who neither served nor was noted as there was away, a § without a number has its
// item's, its protocol is the one whose list names it, and what is neither secret nor withdrawn is open and treated.
const FAR_TILLKOMMA = /^(?:organ[.]typ|paragrafer[.](?:omrostning[.](?:utfall|summa|tabell[.]rader)|jav[.](?:parti|roll)|deltar_inte[.]parti|yrkanden[.]innehall)|narvaro[.]fortroendevalda[.]franvarande|dagordning[.](?:status|sekretess)|paragrafer[.](?:dnr|fil|sekretess|omedelbart_justerad)|kallelse[.].*|protokoll[.].*)$/;

const visa = (varde: Lov['varde']): string => {
  const text = JSON.stringify(varde);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

/**
 * Compares what went in with what came out, value by value. `nummer`: the meeting's §§. `ejInfort`: places that the player knew Klubba cannot hold; they
 * are counted as missing and are no fault.
 */
export const jamfor = (fil: Json, ut: Json, nummer: readonly number[], ejInfort: ReadonlySet<string> = new Set()): Jamforelse => {
  const [in_, ut_, alla] = [loven(fil), loven(ut), [...nummer].sort((a, b) => a - b)];
  const kom = new Map(ut_.map((lov) => [skrivVag(lov.vag), lov]));
  const saknas: Record<string, number> = {};
  const fel: string[] = [];
  const platser = new Set<string>();
  for (const lov of in_) {
    const plats = skrivVag(lov.vag);
    const svar = kom.get(plats);
    kom.delete(plats);
    // An empty text says that there is none, and so does its absence.
    if (svar === undefined ? lov.varde === '' : mening(svar, alla) === mening(lov, alla)) {
      platser.add(plats);
      continue;
    }
    saknas[lov.falt] = (saknas[lov.falt] ?? 0) + 1;
    if (ejInfort.has(plats) || !HALLS.test(lov.falt)) continue;
    fel.push(svar === undefined ? `${plats}: ${visa(lov.varde)} kom inte ut igen.` : `${plats}: ${visa(lov.varde)} blev ${visa(svar.varde)}.`);
  }
  for (const [plats, { falt, varde }] of kom) {
    if (!ejInfort.has(plats) && !FAR_TILLKOMMA.test(falt)) fel.push(`${plats}: ${visa(varde)} står inte i filen.`);
  }
  return { fakta: in_.length, hallna: platser.size, platser, saknas, fel };
};

export type Kontrollsvar = { readonly stammer: readonly string[]; readonly skiljer: readonly string[]; readonly raknasInte: readonly string[] };
/** The file's own counts against those made from what was read back. */
export const jamforKontroll = (sagt: Readonly<Record<string, unknown>> = {}, raknat: Readonly<Record<string, number>>): Kontrollsvar => {
  const tal = Object.entries(sagt).filter((en): en is [string, number] => typeof en[1] === 'number');
  const kand = tal.filter(([namn]) => namn in raknat);
  return {
    stammer: kand.filter(([namn, antal]) => raknat[namn] === antal).map(([namn]) => namn),
    skiljer: kand.filter(([namn, antal]) => raknat[namn] !== antal).map(([namn, antal]) => `kontroll.${namn}: filen säger ${antal}, Klubba har ${raknat[namn]}.`),
    raknasInte: tal.filter(([namn]) => !(namn in raknat)).map(([namn]) => namn),
  };
};
