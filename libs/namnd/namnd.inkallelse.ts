import { gruppen, type Namnd, reglementePa, type Uppdrag, uppdragPa } from './namnd.projection';

/** A seat by its ledamot: one of today, or the last one of a seat that is vacant. */
export type Inkallelseplats = { readonly person: string; readonly grupp?: string; readonly vakant?: true };
/** Who may be called in to serve, and by which order (B2). */
export type Inkallelse = {
  /** As the roll is called. */
  readonly platser: readonly Inkallelseplats[];
  readonly ersattare: readonly { readonly person: string; readonly grupp?: string; readonly ordning: number }[];
  readonly satt: 'grupp' | 'ordning';
  readonly gruppordning: readonly string[];
  /** Of the groups that have an order of their own. */
  readonly egna?: Readonly<Record<string, readonly string[]>>;
};
type Ersattare = Inkallelse['ersattare'][number];

/** The order of service of a nämnd on a day. */
export const inkallelsePa = (namnd: Pick<Namnd, 'reglementen' | 'uppdrag'>, datum: string): Inkallelse => {
  const { antalLedamoter = 0, inkallelse: satt = 'grupp', gruppordning = [], inkallelseordning = [] } = reglementePa(namnd, datum) ?? {};
  const valda = uppdragPa(namnd, datum);
  const ledamoter = valda.filter(({ uppdrag }) => uppdrag === 'ledamot');
  const platser = [...ledamoter, ...vakanta(namnd, ledamoter, antalLedamoter - ledamoter.length, datum)].sort((a, b) => a.ordning - b.ordning);
  const somGrupp = (en: Uppdrag) => (gruppen(en) === undefined ? {} : { grupp: gruppen(en)! });
  return {
    platser: platser.map((en) => ({ person: en.person, ...somGrupp(en), ...(!ledamoter.includes(en) && { vakant: true as const }) })),
    ersattare: valda.filter(({ uppdrag }) => uppdrag === 'ersattare').map((en) => ({ person: en.person, ordning: en.ordning, ...somGrupp(en) })), satt, gruppordning,
    egna: Object.fromEntries(inkallelseordning.map(({ parti, sedan }) => [parti, sedan])),
  };
};

/** As many as are vacant of those who left last and whom nobody has followed in the roll. */
const vakanta = ({ uppdrag }: Pick<Namnd, 'uppdrag'>, ledamoter: readonly Uppdrag[], antal: number, datum: string): readonly Uppdrag[] => {
  const borta = uppdrag.filter((en) => en.uppdrag === 'ledamot' && en.till !== undefined && en.till < datum && !ledamoter.some(({ person, ordning }) => person === en.person || ordning === en.ordning));
  const sist = borta.sort((a, b) => (a.till! > b.till! ? -1 : 1)).filter((en, i) => borta.findIndex(({ ordning, person }) => ordning === en.ordning || person === en.person) === i);
  return sist.slice(0, Math.max(0, antal));
};

/** How far from the seat someone stands: own group, then the others in their order, then those of whom no order is known. */
const avstand = ({ satt, gruppordning: allas, egna }: Inkallelse, { grupp }: Pick<Inkallelseplats, 'grupp'>, en: Ersattare): number => {
  if (satt === 'ordning' || (grupp !== undefined && en.grupp === grupp)) return 0;
  const gruppordning = (grupp === undefined ? undefined : egna?.[grupp]) ?? allas;
  const i = en.grupp === undefined ? -1 : gruppordning.indexOf(en.grupp);
  return i === -1 ? 1 + gruppordning.length : 1 + i;
};
/** Does the first stand before the second for this seat? Of two whose groups have no order neither does. */
export const starFore = (inkallelse: Inkallelse, plats: Pick<Inkallelseplats, 'grupp'>, forst: string, sedan: string): boolean => {
  const [a, b] = [forst, sedan].map((person) => inkallelse.ersattare.find((en) => en.person === person));
  if (a === undefined || b === undefined || a === b) return false;
  const [x, y] = [avstand(inkallelse, plats, a), avstand(inkallelse, plats, b)];
  const sammaLista = inkallelse.satt === 'ordning' || (a.grupp !== undefined && a.grupp === b.grupp);
  return x === y ? sammaLista && a.ordning < b.ordning : x < y;
};

/** Who may be called in for a ledamot, first in line first; nobody for one who has no seat. Of groups whose order is not known no one stands in line. */
export const inkallelseordning = (namnd: Pick<Namnd, 'reglementen' | 'uppdrag'>, datum: string, ledamot: string): readonly string[] => {
  const inkallelse = inkallelsePa(namnd, datum);
  const plats = inkallelse.platser.find(({ person }) => person === ledamot);
  if (plats === undefined) return [];
  const { ersattare, gruppordning, egna } = inkallelse;
  const okand = 1 + ((plats.grupp === undefined ? undefined : egna?.[plats.grupp]) ?? gruppordning).length;
  return ersattare.map((en) => ({ ...en, langt: avstand(inkallelse, plats, en) })).filter(({ langt }) => langt < okand).sort((a, b) => a.langt - b.langt || a.ordning - b.ordning).map(({ person }) => person);
};

export type Inkallad = { readonly ersattare: string; readonly ersatter: string };
/**
 * Who goes in where, when these ledamöter are away and these ersättare are there: seat by seat as the roll is called, the
 * first in line who has no seat yet. `valda`: what is already settled. No one gets two seats, and no seat two.
 */
export const inkalla = (inkallelse: Inkallelse, tomma: readonly string[], inne: readonly string[], valda: readonly Inkallad[] = []): readonly Inkallad[] => {
  const kallade: Inkallad[] = [...valda];
  for (const plats of inkallelse.platser) {
    if (!tomma.includes(plats.person) || kallade.some(({ ersatter }) => ersatter === plats.person)) continue;
    const lediga = inkallelse.ersattare.filter(({ person }) => inne.includes(person) && !kallade.some(({ ersattare }) => ersattare === person));
    const [forst] = lediga.sort((a, b) => avstand(inkallelse, plats, a) - avstand(inkallelse, plats, b) || a.ordning - b.ordning);
    if (forst !== undefined) kallade.push({ ersattare: forst.person, ersatter: plats.person });
  }
  return kallade;
};
