import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { namndFacts, NamndEvent } from './namnd.events';

/** The settings of a nämnd from a day on. */
export type Reglemente = Omit<DataOf<(typeof namndFacts)['ReglementeFaststallt']['shape']>, 'skal' | 'avsteg'>;
/** A seat held from `fran` to and with `till`. */
export type Uppdrag = Omit<DataOf<(typeof namndFacts)['ValdForUppdrag']['shape']>, 'avsteg'>;
export type Uppdragsslag = Uppdrag['uppdrag'];
export type Namnd = {
  readonly id: string;
  readonly organ: string;
  readonly namn: Sealed;
  readonly slag: 'namnd' | 'utskott';
  readonly overordnad?: string;
  readonly startdatum?: string;
  /** By `fran`, oldest first. */
  readonly reglementen: readonly Reglemente[];
  readonly uppdrag: readonly Uppdrag[];
};

/** The settings in force on a day; `undefined` before the first. */
export const reglementePa = ({ reglementen }: Pick<Namnd, 'reglementen'>, datum: string): Reglemente | undefined => reglementen.findLast(({ fran }) => fran <= datum);

/** The seats held on a day, ledamöter first, each kind in its order. */
export const uppdragPa = ({ uppdrag }: Pick<Namnd, 'uppdrag'>, datum: string): readonly Uppdrag[] =>
  uppdrag
    .filter(({ fran, till }) => fran <= datum && (till === undefined || datum <= till))
    .sort((a, b) => (a.uppdrag === b.uppdrag ? a.ordning - b.ordning : a.uppdrag === 'ledamot' ? -1 : 1));

/** The settings with this one put in; what stood from the same day is superseded. */
export const medReglemente = (reglementen: readonly Reglemente[], ny: Reglemente): readonly Reglemente[] =>
  [...reglementen.filter(({ fran }) => fran !== ny.fran), ny].sort((a, b) => (a.fran < b.fran ? -1 : 1));

type Sits = { readonly person: string; readonly uppdrag: Uppdragsslag; readonly fran: string };
/** One seat is one person in one uppdrag from one day. */
export const sammaUppdrag = (a: Sits, b: Sits): boolean => a.person === b.person && a.uppdrag === b.uppdrag && a.fran === b.fran;

/** A nämnd or an utskott as it works: settings and seats, with the days they hold. */
export const namnden: Projection<Namnd, NamndEvent> = {
  name: 'namnd',
  revision: 1,
  category: 'namnd',
  on: {
    NamndInrattad: (_, { stream, data }) => ({ id: idOf(stream), ...data, reglementen: [], uppdrag: [] }),
    NamndensNamnAndrat: (namnd, { data }) => namnd && { ...namnd, namn: data.namn },
    ReglementeFaststallt: (namnd, { data: { skal: _skal, avsteg: _avsteg, ...data } }) => namnd && { ...namnd, reglementen: medReglemente(namnd.reglementen, data) },
    ValdForUppdrag: (namnd, { data: { avsteg: _, ...data } }) => namnd && { ...namnd, uppdrag: [...namnd.uppdrag, data] },
    UppdragAvslutat: (namnd, { data }) => namnd && { ...namnd, uppdrag: namnd.uppdrag.map((ett) => (sammaUppdrag(ett, data) ? { ...ett, till: data.till } : ett)) },
    UppdragStruket: (namnd, { data }) => namnd && { ...namnd, uppdrag: namnd.uppdrag.filter((ett) => !sammaUppdrag(ett, data)) },
  },
  place: ({ organ }) => ({ namnd: null, sort: organ }),
};
