/** When a person served or was only there; see the fact NarvaroAntecknad. */
export type Passgrans = { readonly franPunkt?: string; readonly tillPunkt?: string; readonly fran?: string; readonly till?: string };
/** An item's place among those treated, and its clock time if it has been treated. */
export type Lage = { readonly plats: number; readonly tid?: string };

/**
 * Does a pass cover an item? By items both ends are included. By the clock the beginning is and the end is not, so that a
 * seat that changes hands at 16.10 has one holder in each item; an item that no klubbslag has fallen on has no time yet.
 */
export const omfattar = ({ franPunkt, tillPunkt, fran, till }: Passgrans, lage: Lage, platsFor: (punkt: string) => number): boolean => {
  if (franPunkt !== undefined && platsFor(franPunkt) > lage.plats) return false;
  if (tillPunkt !== undefined && platsFor(tillPunkt) < lage.plats) return false;
  if (fran === undefined && till === undefined) return true;
  return lage.tid !== undefined && (fran === undefined || fran <= lage.tid) && (till === undefined || lage.tid < till);
};

/** The order of treatment: what has been concluded in its order, then the rest as on the agenda. Counted from 0. */
export const platser = (punkter: readonly { readonly id: string; readonly ordning?: number }[], nu?: string): ((punkt: string) => number) => {
  const klara = punkter.filter(({ ordning }) => ordning !== undefined).sort((a, b) => a.ordning! - b.ordning!).map(({ id }) => id);
  const resten = punkter.filter(({ id, ordning }) => ordning === undefined && id !== nu).map(({ id }) => id);
  const plats = new Map([...klara, ...(nu !== undefined && !klara.includes(nu) ? [nu] : []), ...resten].map((id, i) => [id, i]));
  return (punkt) => plats.get(punkt) ?? Infinity;
};

type Antecknat = {
  readonly punkter: readonly { readonly id: string; readonly beslut?: { readonly ordning: number; readonly tid: string } }[];
  readonly narvaro: readonly { readonly person: string; readonly pass: readonly (Passgrans & { readonly tjanstgor: boolean })[] }[];
  readonly franvaro: readonly { readonly punkt: string; readonly person: string }[];
};
/** Where each person was, and where they served, item by item: the same reading of the same facts as the rules have. */
export const narvaroPerPunkt = ({ punkter, narvaro, franvaro }: Antecknat): ((person: string) => { readonly narvarande: readonly string[]; readonly tjanstgor: readonly string[] }) => {
  const platsFor = platser(punkter.map(({ id, beslut }) => ({ id, ...(beslut !== undefined && { ordning: beslut.ordning }) })));
  return (person) => {
    const pass = narvaro.find((en) => en.person === person)?.pass ?? [];
    const vid = (galler: (ett: { readonly tjanstgor: boolean }) => boolean): readonly string[] =>
      punkter
        .filter(({ id, beslut }) =>
          !franvaro.some((en) => en.punkt === id && en.person === person) &&
          pass.some((ett) => galler(ett) && omfattar(ett, { plats: platsFor(id), ...(beslut !== undefined && { tid: beslut.tid }) }, platsFor)))
        .map(({ id }) => id);
    return { narvarande: vid(() => true), tjanstgor: vid(({ tjanstgor }) => tjanstgor) };
  };
};
