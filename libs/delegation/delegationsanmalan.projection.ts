import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import type { delegationsanmalanFacts, DelegationsanmalanEvent } from './delegationsanmalan.events';

type Data<T extends keyof typeof delegationsanmalanFacts> = DataOf<(typeof delegationsanmalanFacts)[T]['shape']>;
export type Delegationsanmalan = Data<'DelegationsanmalanPaborjad'> & {
  readonly punkt: string;
  readonly beslut: readonly string[];
  readonly bunden?: Pick<Data<'DelegationsanmalanBunden'>, 'ar' | 'nr' | 'datum'>;
};

/** What an item reports, and the § that bound it. */
export const delegationsanmalanen: Projection<Delegationsanmalan, DelegationsanmalanEvent> = {
  name: 'delegationsanmalan',
  revision: 1,
  category: 'delegationsanmalan',
  on: {
    DelegationsanmalanPaborjad: (_, { stream, data }) => ({ ...data, punkt: idOf(stream), beslut: [] }),
    DelegationsanmalanFylld: (doc, { data }) => doc && { ...doc, beslut: [...doc.beslut, ...data.beslut] },
    DelegationsanmalanBunden: (doc, { data: { ar, nr, datum } }) => doc && { ...doc, bunden: { ar, nr, datum } },
  },
  place: ({ namnd, till, punkt }) => ({ namnd, sort: `${till}:${punkt}` }),
};
