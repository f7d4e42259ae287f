import { type DataOf, idOf, type Projection, type Sealed, type Sekretessklass } from '@klubba/kernel';
import { lokaltDatum } from '@klubba/lagrum';
import type { expedieringFacts, ExpedieringEvent } from './expediering.events';

type Data<T extends keyof typeof expedieringFacts> = DataOf<(typeof expedieringFacts)[T]['shape']>;
export type Mottagarslag = Data<'MottagareTillagd'>['slag'];
/** An extract as it was sent. `ersatt`: the day from which it is not what the § says. */
export type SkickatUtdrag = Omit<Data<'UtdragSkickat'>, 'klass' | 'mottagare' | 'avsteg'> & { readonly av: string; readonly ersatt?: { readonly datum: string; readonly skal: Data<'UtdragErsatt'>['skal'] } };
export type Mottagare = Omit<Data<'MottagareTillagd'>, 'klass'> & {
  readonly adress?: { readonly adress: Sealed; readonly folkbokforingsadress?: Sealed; readonly osaker: boolean; readonly bekraftad?: Omit<Data<'AdressBekraftad'>, 'klass' | 'mottagare'> & { readonly av: string } };
  readonly utdrag: readonly SkickatUtdrag[];
  readonly delgivningar: readonly Omit<Data<'DelgivningNoterad'>, 'klass' | 'mottagare' | 'part' | 'avsteg'>[];
};
/** How a § was sent: the id is the §'s own. */
export type Expediering = Pick<Data<'ExpedieringslistaUpprattad'>, 'namnd' | 'sammantrade' | 'ar' | 'nr' | 'datum'> & {
  readonly id: string;
  readonly klass: Sekretessklass;
  readonly mottagare: readonly Mottagare[];
  readonly skyddade: readonly { readonly uppgifter: readonly Sealed[]; readonly lagrum: string }[];
  /** Read in from before Klubba: no clock runs. */
  readonly kalla?: Sealed;
};

const med = (doc: Expediering | undefined, id: string, news: (en: Mottagare) => Partial<Mottagare>): Expediering | undefined =>
  doc && { ...doc, mottagare: doc.mottagare.map((en) => (en.mottagare === id ? { ...en, ...news(en) } : en)) };
const lista = (stream: string, { namnd, sammantrade, ar, nr, datum, klass, mottagare }: Data<'ExpedieringslistaUpprattad'> | Data<'ExpedieringslistaInlast'>): Expediering =>
  ({ id: idOf(stream), namnd, sammantrade, ar, nr, datum, klass, mottagare: mottagare.map((en) => ({ ...en, farSeVistelseort: false, utdrag: [], delgivningar: [] })), skyddade: [] });

export const expedieringen: Projection<Expediering, ExpedieringEvent> = {
  name: 'expediering',
  revision: 1,
  category: 'expediering',
  on: {
    ExpedieringslistaUpprattad: (_, { stream, data }) => lista(stream, data),
    ExpedieringslistaInlast: (_, { stream, data }) => ({ ...lista(stream, data), kalla: data.kalla }),
    MottagareTillagd: (doc, { data: { klass: _, ...en } }) => doc && { ...doc, mottagare: [...doc.mottagare, { ...en, utdrag: [], delgivningar: [] }] },
    MottagareAndrad: (doc, { data: { klass: _, mottagare, ...news } }) => med(doc, mottagare, () => news),
    MottagareStruken: (doc, { data }) => doc && { ...doc, mottagare: doc.mottagare.filter(({ mottagare }) => mottagare !== data.mottagare) },
    AdressAngiven: (doc, { data: { klass: _, mottagare, ...adress } }) => med(doc, mottagare, () => ({ adress })),
    AdressBekraftad: (doc, { by: av, data: { klass: _, mottagare, ...bekraftad } }) => med(doc, mottagare, ({ adress }) => (adress === undefined ? {} : { adress: { ...adress, bekraftad: { ...bekraftad, av } } })),
    VistelseortSkyddad: (doc, { data: { uppgifter, lagrum } }) => doc && { ...doc, skyddade: [...doc.skyddade, { uppgifter, lagrum }] },
    UtdragSkickat: (doc, { by: av, data: { klass, mottagare, avsteg: _, ...ett } }) => med(doc && { ...doc, klass }, mottagare, ({ utdrag }) => ({ utdrag: [...utdrag, { ...ett, av }] })),
    UtdragErsatt: (doc, { at, data: { mottagare, utdrag: id, skal } }) =>
      med(doc, mottagare, ({ utdrag }) => ({ utdrag: utdrag.map((en) => (en.utdrag === id ? { ...en, ersatt: { datum: lokaltDatum(at), skal } } : en)) })),
    DelgivningNoterad: (doc, { data: { klass: _k, mottagare, part: _p, avsteg: _a, ...ett } }) => med(doc, mottagare, ({ delgivningar }) => ({ delgivningar: [...delgivningar, ett] })),
  },
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
};
