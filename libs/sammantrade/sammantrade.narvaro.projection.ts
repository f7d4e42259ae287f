import { klockan, type Motesdag } from './klockslag';

/** When a person served or was only there; see the fact NarvaroAntecknad. */
export type Passgrans = { readonly franPunkt?: string; readonly tillPunkt?: string; readonly fran?: string; readonly till?: string };
/** An item, and its clock time if it has been treated, at a meeting of that day. */
export type Lage = Motesdag & { readonly punkt: string; readonly tid?: string };

/**
 * Does a pass cover an item? By items both ends are included. By the clock the beginning is and the end is not, so that a
 * seat that changes hands at 16.10 has one holder in each item; an item that no klubbslag has fallen on has no time yet.
 */
export const omfattar = ({ franPunkt, tillPunkt, fran, till }: Passgrans, lage: Lage, platsFor: (punkt: string) => number): boolean => {
  if (franPunkt !== undefined && platsFor(franPunkt) > platsFor(lage.punkt)) return false;
  if (tillPunkt !== undefined && platsFor(tillPunkt) < platsFor(lage.punkt)) return false;
  if (fran === undefined && till === undefined) return true;
  if (lage.tid === undefined) return false;
  const nar = klockan(lage, lage.tid);
  return (fran === undefined || klockan(lage, fran) <= nar) && (till === undefined || nar < klockan(lage, till));
};

type Behandlad = { readonly id: string; readonly beslut?: { readonly ordning: number } };
/**
 * The order of treatment: what has been concluded in its order, then the rest as on the agenda. Counted from 0, and not
 * until a place is asked for: most serve from the first item to the last.
 */
export const platser = (punkter: readonly Behandlad[], nu?: string): ((punkt: string) => number) => {
  let plats: ReadonlyMap<string, number> | undefined;
  return (punkt) => (plats ??= ordnade(punkter, nu)).get(punkt) ?? Infinity;
};
const ordnade = (punkter: readonly Behandlad[], nu: string | undefined): ReadonlyMap<string, number> => {
  const klara = punkter.filter(({ beslut }) => beslut !== undefined).sort((a, b) => a.beslut!.ordning - b.beslut!.ordning).map(({ id }) => id);
  const resten = punkter.filter(({ id, beslut }) => beslut === undefined && id !== nu).map(({ id }) => id);
  return new Map([...klara, ...(nu !== undefined && !klara.includes(nu) ? [nu] : []), ...resten].map((id, i) => [id, i]));
};

type Passet = Passgrans & { readonly tjanstgor: boolean; readonly ersatter?: string; readonly distans?: object };
type Antecknat = Motesdag & {
  readonly punkter: readonly { readonly id: string; readonly beslut?: { readonly ordning: number; readonly tid: string } }[];
  readonly narvaro: readonly { readonly person: string; readonly pass: readonly Passet[] }[];
  readonly franvaro: readonly { readonly punkt: string; readonly person: string }[];
};
/** `platser`: the seats that an ersättare served on, each with its items. */
export type Narvaropunkter = { readonly narvarande: readonly string[]; readonly tjanstgor: readonly string[]; readonly distans: readonly string[]; readonly platser: readonly { readonly plats: string; readonly punkter: readonly string[] }[] };
/** Where each person was, and where they served, item by item: the same reading of the same facts as the rules have. */
export const narvaroPerPunkt = ({ datum, oppnat, punkter, narvaro, franvaro }: Antecknat): ((person: string) => Narvaropunkter) => {
  const platsFor = platser(punkter);
  return (person) => {
    const pass = narvaro.find((en) => en.person === person)?.pass ?? [];
    const vid = (galler: (ett: Passet) => boolean): readonly string[] =>
      punkter
        .filter(({ id, beslut }) =>
          !franvaro.some((en) => en.punkt === id && en.person === person) &&
          pass.some((ett) => galler(ett) && omfattar(ett, { punkt: id, datum, oppnat, ...(beslut !== undefined && { tid: beslut.tid }) }, platsFor)))
        .map(({ id }) => id);
    const platserna = [...new Set(pass.flatMap(({ tjanstgor, ersatter }) => (tjanstgor && ersatter !== undefined ? ersatter : [])))];
    return {
      narvarande: vid(() => true), tjanstgor: vid(({ tjanstgor }) => tjanstgor), distans: vid(({ distans }) => distans !== undefined),
      platser: platserna.map((plats) => ({ plats, punkter: vid(({ tjanstgor, ersatter }) => tjanstgor && ersatter === plats) })),
    };
  };
};

const PRESIDIET = ['ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande'] as const;
type Ledning = {
  readonly narvaro: readonly { readonly person: string; readonly roll?: string }[];
  readonly franvaro: readonly { readonly punkt: string; readonly ledsAv?: string }[];
  readonly motesordforande?: readonly { readonly person: string; readonly punkter?: readonly string[] }[];
};
/** B4: who leads an item, of those who serve there: who was chosen for it when another was jävig, the first of the presidium, or who was to lead when none of it is there. */
export const ledaren = ({ narvaro, franvaro, motesordforande = [] }: Ledning, punkt: string, tjanst: readonly string[]): string | undefined => {
  const vald = franvaro.find((en) => en.punkt === punkt && en.ledsAv !== undefined && tjanst.includes(en.ledsAv))?.ledsAv;
  const ur = PRESIDIET.flatMap((roll) => narvaro.filter((en) => en.roll === roll && tjanst.includes(en.person)).map(({ person }) => person))[0];
  return vald ?? ur ?? motesordforande.findLast(({ person, punkter }) => tjanst.includes(person) && (punkter === undefined || punkter.includes(punkt)))?.person;
};

type Javfranvaro = { readonly punkt: string; readonly person: string; readonly skal: 'jav' | 'annat' };
/** What the nämnd decides of someone's jäv at an item (KL 6:30): out of the room, or in it after all. */
export const efterJavsprovning = <F extends Javfranvaro>(franvaro: readonly F[], { punkt, person, jav }: { readonly punkt: string; readonly person: string; readonly jav: boolean }): readonly (F | Javfranvaro)[] => {
  const har = (en: F): boolean => en.punkt === punkt && en.person === person;
  if (!jav) return franvaro.filter((en) => !har(en) || en.skal !== 'jav');
  return franvaro.some((en) => har(en) && en.skal === 'jav') ? franvaro : [...franvaro.filter((en) => !har(en)), { punkt, person, skal: 'jav' }];
};
