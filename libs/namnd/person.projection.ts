import { idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { PersonEvent } from './person.events';

export type Personslag = 'fortroendevald' | 'tjansteperson' | 'annan';
export type Person = {
  readonly id: string;
  readonly namn: Sealed;
  readonly slag: Personslag;
  readonly titel?: Sealed;
  readonly inloggning?: Sealed;
};

/** Who a random id stands for, for those who may know. */
export const personen: Projection<Person, PersonEvent> = {
  name: 'person',
  revision: 1,
  category: 'person',
  on: {
    PersonRegistrerad: (_, { stream, data }) => ({ id: idOf(stream), ...data }),
    PersonRattad: (person, { data: { skal: _, ...data } }) => person && { ...person, ...data },
  },
  place: ({ id }) => ({ namnd: null, sort: id }),
};
