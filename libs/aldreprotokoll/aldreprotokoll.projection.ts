import { type DataOf, idOf, type Projection, type Sealed, type Sekretessklass } from '@klubba/kernel';
import type { aldreprotokollFacts, AldreProtokollEvent } from './aldreprotokoll.events';

export type AldreProtokoll = {
  readonly id: string;
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly datum: string;
  readonly handling: string;
  readonly kalla: Sealed;
  readonly paragrafer: DataOf<(typeof aldreprotokollFacts)['AldreProtokollRegistrerat']['shape']>['paragrafer'];
  readonly struket: boolean;
};

/** A protocol from before Klubba, in order of its day. */
export const aldreprotokollet: Projection<AldreProtokoll, AldreProtokollEvent> = {
  name: 'aldreprotokoll',
  revision: 1,
  category: 'aldreprotokoll',
  on: {
    AldreProtokollRegistrerat: (_, { stream, data }) => ({ id: idOf(stream), ...data, struket: false }),
    AldreProtokollRattat: (protokoll, { data: { klass, paragrafer } }) => protokoll && { ...protokoll, klass, paragrafer },
    AldreProtokollStruket: (protokoll) => protokoll && { ...protokoll, struket: true },
  },
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
};
