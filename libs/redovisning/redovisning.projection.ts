import { type DataOf, idOf, type Projection, type Sekretessklass } from '@klubba/kernel';
import type { redovisningFacts, RedovisningEvent } from './redovisning.events';

type Data<T extends keyof typeof redovisningFacts> = DataOf<(typeof redovisningFacts)[T]['shape']>;
type Grund = Data<'KopplingarInlasta'>;
type Egna<T extends keyof typeof redovisningFacts> = Omit<Data<T>, Exclude<keyof Grund, 'kopplingar'>>;
/** What a § tells of the registers; the id is the §'s own. */
export type Redovisning = Pick<Grund, 'namnd' | 'sammantrade' | 'ar' | 'nr' | 'datum' | 'kalla'> & {
  readonly id: string;
  readonly klass: Sekretessklass;
  readonly brott: NonNullable<Grund['brott']>;
  readonly delegation?: Egna<'DelegationsredovisningInlast'>;
  readonly anmalda: readonly Egna<'AnmalningsposterInlasta'>[];
  readonly remisser: Data<'RemissredovisningInlast'>['remisser'];
  readonly lexSarah?: Egna<'LexSarahRedovisningInlast'>;
  readonly uppgifter: Data<'ParagrafuppgifterInlasta'>['uppgifter'];
  readonly kopplingar: Grund['kopplingar'];
};

/** Each fact brings the § with it: the first makes the document. */
const med = <D extends Omit<Grund, 'kopplingar'>>(doc: Redovisning | undefined, stream: string, data: D, nytt: (egna: Omit<D, Exclude<keyof Grund, 'kopplingar'>>, doc: Redovisning) => Partial<Redovisning>): Redovisning => {
  const { namnd, sammantrade, ar, nr, datum, klass, kalla, brott = [], ...egna } = data;
  const forut = doc ?? { id: idOf(stream), namnd, sammantrade, ar, nr, datum, klass, kalla, brott: [], anmalda: [], remisser: [], uppgifter: [], kopplingar: [] };
  return { ...forut, brott: [...forut.brott, ...brott], ...nytt(egna as never, forut) };
};

export const redovisningen: Projection<Redovisning, RedovisningEvent> = {
  name: 'redovisning',
  revision: 1,
  category: 'redovisning',
  on: {
    DelegationsredovisningInlast: (doc, { stream, data }) => med(doc, stream, data, (delegation) => ({ delegation })),
    AnmalningsposterInlasta: (doc, { stream, data }) => med(doc, stream, data, (egna, { anmalda }) => ({ anmalda: [...anmalda, egna] })),
    RemissredovisningInlast: (doc, { stream, data }) => med(doc, stream, data, ({ remisser }) => ({ remisser })),
    LexSarahRedovisningInlast: (doc, { stream, data }) => med(doc, stream, data, (lexSarah) => ({ lexSarah })),
    ParagrafuppgifterInlasta: (doc, { stream, data }) => med(doc, stream, data, ({ uppgifter }) => ({ uppgifter })),
    KopplingarInlasta: (doc, { stream, data }) => med(doc, stream, data, ({ kopplingar }) => ({ kopplingar })),
  },
  place: ({ namnd, sammantrade, nr, id }) => ({ namnd, sort: `${sammantrade}:${String(nr).padStart(5, '0')}:${id}` }),
};
