/** A signer as a signature sheet in a file has it: a name, and the time beside it. Read from text, and verified by nothing. */
export type Bladrad = { readonly namn: string; readonly tid: string };
/** A § of a file, or all of its text when it has none. */
export type Avsnitt = { readonly nummer?: number; readonly text: string };

const NAMN = /(?<![\p{L}\d@.])(?:\p{Lu}[\p{L}'’-]+)(?: (?:af|av|von|de|van|der|\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)){1,4}(?![\p{L}@])/gu;
const MANAD = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
const TID = new RegExp(`(?:\\b\\d{4}-\\d\\d-\\d\\d|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\b\\d{1,2} (?:${MANAD}) \\d{4})[T ,]*(?:kl\\.? ?)?\\d\\d[:.]\\d\\d(?:[:.]\\d\\d)?(?: ?(?:UTC|GMT|CES?T|Z|[+-]\\d\\d:?\\d\\d)\\b)?`, 'i');
/** A page with one of these words tells of signatures. */
const OM_UNDERSKRIFT = /underteckna|underskri|signera|signatur|signed|verifikat/iu;
/** What else a signing service keeps a log of. */
const ANNAT = /öppna|skicka|granska|läst|visa|skapa|levere|inbjud|opened|sent|viewed|created|delivered|invited/iu;
const SKREV_UNDER = /signera|underteckna|underskri|skrev under|godkän|signed|approved/iu;
/** Words with a capital that are no part of a name: what signing services print around one. */
const EJ_NAMN = /^(?:Signera[td]?e?|Signed|Sign|Signer|Underteckna[td]?e?|Undertecknare|Underskrift\p{L}*|Elektronisk\p{L}*|E-sign\p{L}*|Digital\p{L}*|Signatur\p{L}*|Datum|Date|Tid|Time|Sida|Page|Dokument\p{L}*|Document|Transaktion\p{L}*|Transaction|Svensk\p{L}*|Swedish|Mobilt|Bank|BankID|Freja|EID|SITHS|Visma|Addo|Scrive|Penneo|Adobe|GlobalSign|Serienummer|Serial|Number|Issuer|Utfärdare|Certifikat|Certificate|IP|IP-adress|SSN|UTC|GMT|CES?T|Ordförande|Ordf|Vice|Justerare|Justeringsman|Sekreterare|Nämndsekreterare|Ledamot|Protokoll\p{L}*|Verifikat\p{L}*|Namn|Name|Roll|Role|Av|Of|By|På|On|Behalf|Via|Med|With)$/iu;
/** What a name neither begins nor ends with: a word of the service's, or one without a capital. */
const omkring = (ord: string): boolean => EJ_NAMN.test(ord) || !/^\p{Lu}/u.test(ord);
const namnI = (rad: string): string | undefined => [...rad.matchAll(NAMN)].map(([namn]) => {
  const ord = namn.split(' ');
  while (ord.length > 0 && omkring(ord[0]!)) ord.shift();
  while (ord.length > 0 && omkring(ord.at(-1)!)) ord.pop();
  return ord.join(' ');
}).find((namn) => namn.includes(' '));

/** How many lines a name may stand above or below its time. */
const NARA = 6;
/**
 * The signers that signature sheets list, as signing services print them: each time with its name. A name stands on the
 * line of the time, or on the nearest line above; on a page whose first time has none above it, as in a log, below.
 */
export const signaturblad = (sidor: readonly string[]): readonly Bladrad[] => {
  const rader: Bladrad[] = [];
  for (const sida of sidor.filter((text) => OM_UNDERSKRIFT.test(text))) {
    const linjer = sida.split('\n').filter((linje) => linje.trim() !== '');
    /** From one time to the next: what lies on the far side of a time is another's. */
    const narmaste = (i: number, steg: 1 | -1): { readonly namn: string; readonly text: string } | undefined => {
      for (let n = 1; n <= NARA; n++) {
        const text = linjer[i + n * steg];
        if (text === undefined || TID.test(text)) return undefined;
        const namn = namnI(text);
        if (namn !== undefined) return { namn, text };
      }
      return undefined;
    };
    const tider = linjer.flatMap((linje, i) => (TID.test(linje) ? [i] : []));
    const steg = tider[0] !== undefined && narmaste(tider[0], -1) === undefined ? 1 : -1;
    for (const i of tider) {
      const linje = linjer[i]!;
      const egen = namnI(linje.replace(TID, ' · '));
      const funnen = egen === undefined ? narmaste(i, steg) : { namn: egen, text: linje };
      const tid = TID.exec(linje)![0];
      if (funnen === undefined || (ANNAT.test(`${linje} ${funnen.text}`) && !SKREV_UNDER.test(`${linje} ${funnen.text}`))) continue;
      if (!rader.some((en) => en.namn === funnen.namn && en.tid === tid)) rader.push({ namn: funnen.namn, tid });
    }
  }
  return rader;
};

const PARAGRAF = /^\s*§\s*(\d{1,4})\b[.:]?\s*(.*)$/;
/** Page numbers and the like, which stand between the lines of a § and are no part of it. */
const SIDFOT = /^\s*(?:sid(?:a|an)?\.?\s*)?\d{1,4}\s*(?:\(\d{1,4}\)|av \d{1,4}|\/\s*\d{1,4})?\s*$/iu;

/** The text of each §, from its number at the beginning of a line to the next; the longest where a number stands twice, as in a table of contents. */
export const avsnittI = (sidor: readonly string[]): readonly Avsnitt[] => {
  const linjer = sidor.flatMap((sida) => [...sida.split('\n').filter((linje) => !SIDFOT.test(linje)), '']);
  const alla: { nummer: number; linjer: string[] }[] = [];
  for (const linje of linjer) {
    const [, nummer, resten] = PARAGRAF.exec(linje) ?? [];
    if (nummer !== undefined) alla.push({ nummer: Number(nummer), linjer: [resten ?? ''] });
    else alla.at(-1)?.linjer.push(linje);
  }
  if (alla.length === 0) return [{ text: linjer.join('\n').trim() }];
  const langst = new Map<number, string>();
  for (const { nummer, linjer: egna } of alla) {
    const text = egna.join('\n').trim();
    if (text.length >= (langst.get(nummer)?.length ?? 0)) langst.set(nummer, text);
  }
  return [...langst].sort(([a], [b]) => a - b).map(([nummer, text]) => ({ nummer, text }));
};
