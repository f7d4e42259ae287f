import { canonicalText, type Sealed, type Sekretessklass } from '@klubba/kernel';
import type { Kallelse, Punkt, Sammantrade } from './sammantrade.projection';

export const SKILLNADSSLAG = ['tillagd', 'utgatt', 'flyttad', 'omklassad', 'andrad', 'handling_tillagd', 'handling_borttagen', 'handling_ny_version'] as const;
/** What has become of an item between two kallelser. A text is sealed, or a word of the program's own. */
export type Skillnad = {
  readonly slag: (typeof SKILLNADSSLAG)[number];
  readonly punkt: string;
  readonly rubrik: Sealed;
  readonly franNr?: number;
  readonly tillNr?: number;
  readonly falt?: 'rubrik' | 'grupp' | 'handlingslage' | 'klass';
  readonly fran?: Sealed | string;
  readonly till?: Sealed | string;
  readonly handling?: string;
  readonly skal?: Sealed;
};
/** A meeting as a kallelse was sent: the fold to its fact. */
export type Sand = { readonly mote: Sammantrade; readonly kallelse: Kallelse };

/** What differs between two kallelser, item by item in the order of the later one; of what the asker may see, then and now. */
export const skillnader = (fran: Sand, till: Sand, far: (punkt: Punkt, klass: Sekretessklass) => boolean): readonly Skillnad[] => {
  const forr = new Map(fran.mote.punkter.map((punkt) => [punkt.id, punkt]));
  const synliga = till.mote.punkter.filter((punkt) => far(punkt, punkt.klass) && far(punkt, forr.get(punkt.id)?.klass ?? 'oppen'));
  const nummer = ({ mote }: Sand, punkt: string): number => mote.punkter.findIndex(({ id }) => id === punkt) + 1;
  const flyttade = utanfor(till.mote.punkter.flatMap(({ id }) => (forr.has(id) ? [nummer(fran, id)] : [])));
  return synliga.flatMap((punkt) => {
    const { id, rubrik, sen, utgatt, skalen } = punkt;
    const fore = forr.get(id);
    const tillNr = nummer(till, id);
    if (fore === undefined) return [{ slag: 'tillagd', punkt: id, rubrik, tillNr, ...(sen !== undefined && { skal: sen.skal }) }, ...filer(fran, till, punkt)];
    const om = { punkt: id, rubrik, franNr: nummer(fran, id), tillNr };
    const skal = (vad: keyof NonNullable<Punkt['skalen']>) => (skalen?.[vad] === undefined ? {} : { skal: skalen[vad] });
    return [
      ...(utgatt !== undefined && fore.utgatt === undefined ? [{ slag: 'utgatt', ...om, skal: utgatt.skal } as const] : []),
      ...(flyttade.has(om.franNr) ? [{ slag: 'flyttad', ...om, ...skal('flyttad') } as const] : []),
      ...(punkt.klass !== fore.klass ? [{ slag: 'omklassad', ...om, falt: 'klass', fran: fore.klass, till: punkt.klass, ...skal('klass') } as const] : []),
      ...(['rubrik', 'grupp', 'handlingslage'] as const).flatMap((falt) => (samma(fore[falt], punkt[falt]) ? [] : [{
        slag: 'andrad', ...om, falt, ...(fore[falt] !== undefined && { fran: fore[falt] }), ...(punkt[falt] !== undefined && { till: punkt[falt] }), ...skal('andrad'),
      } as const])),
      ...filer(fran, till, punkt),
    ];
  });
};

/** The same value of the same fact; one that was written anew is opened before it is told. */
const samma = (a: Sealed | string | undefined, b: Sealed | string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalText(a) === canonicalText(b));

const filer = (fran: Sand, till: Sand, { id, rubrik }: Punkt): readonly Skillnad[] => {
  const hos = ({ kallelse: { handlingar = [] } }: Sand) => new Map(handlingar.filter(({ punkt }) => punkt === id).map((en) => [en.handling, en]));
  const [forr, nu] = [hos(fran), hos(till)];
  return [
    ...[...nu.values()].filter(({ handling }) => !forr.has(handling)).map(({ handling }) => ({ slag: 'handling_tillagd', punkt: id, rubrik, handling } as const)),
    ...[...forr.values()].filter(({ handling }) => !nu.has(handling)).map(({ handling }) => ({ slag: 'handling_borttagen', punkt: id, rubrik, handling } as const)),
    ...[...nu.values()].filter(({ handling, hash }) => forr.has(handling) && forr.get(handling)!.hash !== hash)
      .map(({ handling, version }) => ({ slag: 'handling_ny_version', punkt: id, rubrik, handling, fran: String(forr.get(handling)!.version), till: String(version) } as const)),
  ];
};

/** The fewest that need to be moved for the rest to stand in order: those outside the longest run that does. */
const utanfor = (nummer: readonly number[]): ReadonlySet<number> => {
  const langd: number[] = [];
  const forra: number[] = [];
  nummer.forEach((nr, i) => {
    const basta = nummer.slice(0, i).reduce((bast, annat, j) => (annat < nr && (bast < 0 || langd[j]! > langd[bast]!) ? j : bast), -1);
    langd[i] = basta < 0 ? 1 : langd[basta]! + 1;
    forra[i] = basta;
  });
  const kvar = new Set<number>();
  for (let i = langd.indexOf(Math.max(0, ...langd)); i >= 0; i = forra[i]!) kvar.add(nummer[i]!);
  return new Set(nummer.filter((nr) => !kvar.has(nr)));
};
