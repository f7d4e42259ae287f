/** A section of a law as a paper points at it: law, chapter where it has any, section with its letter, stycke where it says. */
export type Lagrumshanvisning = { readonly lag: string; readonly kap?: number; readonly par: string; readonly stycke?: number };

/** What laws are called where they are pointed at, in lower case without spaces. */
const KALLAS: Readonly<Record<string, string>> = {
  sol: 'SoL', socialtjänstlagen: 'SoL', lvu: 'LVU', lvm: 'LVM', lss: 'LSS', lsb: 'LSB', 'lag(2024:79)': 'LSB', 'lag2024:79': 'LSB', 'lagen(2024:79)': 'LSB',
  fb: 'FB', föräldrabalken: 'FB', kl: 'KL', kommunallagen: 'KL', fl: 'FL', förvaltningslagen: 'FL', osl: 'OSL', offentlighetsochsekretesslagen: 'OSL', pbl: 'PBL', lou: 'LOU', lov: 'LOV', tf: 'TF', hsl: 'HSL', al: 'AL', alkohollagen: 'AL', mb: 'MB', miljöbalken: 'MB',
};
const STYCKEN: readonly string[] = ['första', 'andra', 'tredje', 'fjärde', 'femte'];
const lagen = (text: string): string | undefined => KALLAS[text.toLowerCase().replaceAll(/[\s.]/g, '')];

/**
 * Reads `SoL 22:2`, `22 kap. 2 § SoL`, `LVU 6 a §`, `11 § första stycket LVU`, `lag (2024:79) 4:1`. `lag`: the law that stood before,
 * for what names none. Anything else is `undefined`: what stands there is kept and not mended.
 */
export const lasLagrummet = (text: string, lag?: string): Lagrumshanvisning | undefined => {
  const utan = text.replaceAll(/\((?:1980:620|2001:453|2025:400|1990:52|1988:870|1993:387|2017:725|2017:900|1949:381)\)/g, '').replaceAll(/\s+/g, ' ').trim();
  const sagd = /^(?<fore>(?:lag(?:en)? )?\(?2024:79\)?|[A-Za-zÅÄÖåäö]+)(?= |$)|(?<efter>\(?2024:79\)?|[A-Za-zÅÄÖåäö]+)$/u;
  const funnen = [...utan.matchAll(new RegExp(sagd, 'gu'))].map(([del]) => ({ del, lag: lagen(/^\(?2024:79\)?$/.test(del) ? 'lag2024:79' : del) })).find((en) => en.lag !== undefined);
  const vilken = funnen?.lag ?? lag;
  if (vilken === undefined) return undefined;
  const resten = (funnen === undefined ? utan : utan.replace(funnen.del, '')).replaceAll(/[,]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  const { kap, kapitel, par, ord, siffra } = /^(?:(?<kap>\d{1,2}):|(?<kapitel>\d{1,2}) ?kap\.? ?)?(?<par>\d{1,3} ?[a-i]?)(?: ?§)?(?: (?:(?<ord>första|andra|tredje|fjärde|femte) stycket|(?:st\.? ?)?(?<siffra>\d) ?(?:st\.?)?))?$/u.exec(resten)?.groups ?? {};
  if (par === undefined) return undefined;
  const stycke = ord !== undefined ? STYCKEN.indexOf(ord) + 1 : siffra === undefined ? undefined : Number(siffra);
  return { lag: vilken, ...((kap ?? kapitel) !== undefined && { kap: Number(kap ?? kapitel) }), par: par.replaceAll(' ', ''), ...(stycke !== undefined && { stycke }) };
};

/** Several, as a cell of a list has them: with semicolons, commas or ”och” between; the law may be named once. What cannot be read comes in `olasta`. */
export const lasLagrummen = (text: string): { readonly lasta: readonly Lagrumshanvisning[]; readonly olasta: readonly string[] } => {
  const lasta: Lagrumshanvisning[] = [];
  const olasta: string[] = [];
  const delar = text.split(/;|\n|,(?! ?\d st)| och (?=\d)|(?<=§) och /u).map((del) => del.trim()).filter((del) => del !== '');
  const sist = delar.map((del) => lasLagrummet(del)).findLast((en) => en !== undefined)?.lag;
  for (const del of delar) {
    const en = lasLagrummet(del, lasta.at(-1)?.lag ?? sist);
    if (en === undefined) olasta.push(del);
    else lasta.push(en);
  }
  return { lasta, olasta };
};

/** `SoL 22 kap. 2 §`, `LVU 6 a §`, `LVU 11 § första stycket`; a law of 2024 by its number. */
export const skrivLagrummet = ({ lag, kap, par, stycke }: Lagrumshanvisning): string =>
  `${lag === 'LSB' ? 'lag (2024:79)' : lag} ${kap === undefined ? '' : `${kap} kap. `}${par.replace(/([a-z])$/, ' $1')} §${stycke === undefined ? '' : ` ${STYCKEN[stycke - 1] ?? `${stycke}:e`} stycket`}`;

/** The same without its stycke, for tables: `SoL 22:2`, `LVU 6a`. */
export const lagrumsnyckel = ({ lag, kap, par }: Lagrumshanvisning): string => `${lag} ${kap === undefined ? '' : `${kap}:`}${par}`;
