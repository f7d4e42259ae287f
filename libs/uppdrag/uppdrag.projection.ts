import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { uppdragFacts, UppdragEvent } from './uppdrag.events';

type Data<T extends keyof typeof uppdragFacts> = DataOf<(typeof uppdragFacts)[T]['shape']>;
export type Uppdrag = Data<'UppdragGivet'> & {
  readonly id: string;
  readonly lage: Data<'UppdragRapporterat'>['lage'];
  readonly rapporter: readonly Omit<Data<'UppdragRapporterat'>, 'klass'>[];
  readonly andringar: readonly { readonly skal: Sealed; readonly redovisasSenast?: string }[];
  readonly behandlingar: readonly Data<'UppdragBehandlat'>[];
  readonly avslutat?: Data<'UppdragSlutfort'>;
};

/** An order from the decision that gave it to the § that closed it. */
export const uppdraget: Projection<Uppdrag, UppdragEvent> = {
  name: 'uppdrag',
  revision: 1,
  category: 'uppdrag',
  on: {
    UppdragGivet: (_, { stream, data }) => ({ id: idOf(stream), ...data, lage: 'ej_paborjat', rapporter: [], andringar: [], behandlingar: [] }),
    UppdragAndrat: (en, { data: { klass: _, skal, ...news } }) => en && {
      ...en, ...news, andringar: [...en.andringar, { skal, ...(news.redovisasSenast !== undefined && { redovisasSenast: news.redovisasSenast }) }],
    },
    UppdragRapporterat: (en, { data: { klass: _, ...rapport } }) => en && { ...en, lage: rapport.lage, rapporter: [...en.rapporter, rapport] },
    UppdragBehandlat: (en, { data }) => en && { ...en, behandlingar: [...en.behandlingar, data] },
    UppdragSlutfort: (en, { data }) => en && { ...en, avslutat: data },
    UppdragAteroppnat: (en) => {
      if (en === undefined) return undefined;
      const { avslutat: _, ...rest } = en;
      return rest;
    },
  },
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
  register: {
    columns: { oppen: 'integer', klass: 'text', givare: 'text', lage: 'text', redovisasSenast: 'text', datum: 'text' },
    indexes: [['datum'], ['redovisasSenast'], ['oppen', 'redovisasSenast']],
    row: ({ avslutat, klass, givare, lage, redovisasSenast, datum }) => ({ oppen: avslutat === undefined ? 1 : 0, klass, givare, lage, redovisasSenast: redovisasSenast ?? null, datum }),
  },
};
