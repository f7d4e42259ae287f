import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { remissutskickFacts, RemissutskickEvent } from './remissutskick.events';

type Data<T extends keyof typeof remissutskickFacts> = DataOf<(typeof remissutskickFacts)[T]['shape']>;
export type Remissinstans = {
  readonly instans: string;
  readonly namn: Sealed;
  readonly svarstid: string;
  readonly paminnelser: readonly string[];
  readonly svar?: Omit<Data<'RemissvarMottaget'>, 'klass' | 'instans'>;
};
export type Remissutskick = Omit<Data<'RemissSkickad'>, 'remissinstanser'> & { readonly id: string; readonly instanser: readonly Remissinstans[]; readonly avslutat?: string };

const instansen = (en: Remissutskick, id: string | undefined, news: (instans: Remissinstans) => Remissinstans): Remissutskick =>
  ({ ...en, instanser: en.instanser.map((instans) => (id === undefined || instans.instans === id ? news(instans) : instans)) });

/** A remiss that the nämnd sent, and what came back from each. */
export const remissutskicket: Projection<Remissutskick, RemissutskickEvent> = {
  name: 'remissutskick',
  revision: 1,
  category: 'remissutskick',
  on: {
    RemissSkickad: (_, { stream, data: { remissinstanser, ...data } }) =>
      ({ id: idOf(stream), ...data, instanser: remissinstanser.map((en) => ({ ...en, svarstid: data.svarstid, paminnelser: [] })) }),
    RemissinstansTillagd: (en, { data: { instans, namn } }) => en && { ...en, instanser: [...en.instanser, { instans, namn, svarstid: en.svarstid, paminnelser: [] }] },
    RemissvarForlangt: (en, { data: { instans, till } }) => en && instansen({ ...en, ...(instans === undefined && { svarstid: till }) }, instans, (ett) => ({ ...ett, svarstid: till })),
    RemissinstansPamind: (en, { data: { instans, datum } }) => en && instansen(en, instans, (ett) => ({ ...ett, paminnelser: [...ett.paminnelser, datum] })),
    RemissvarMottaget: (en, { data: { klass: _k, instans, ...svar } }) => en && instansen(en, instans, (ett) => ({ ...ett, svar })),
    RemissvarStruket: (en, { data: { instans } }) => en && instansen(en, instans, ({ svar: _s, ...ett }) => ett),
    RemissutskickAvslutat: (en, { data: { datum } }) => en && { ...en, avslutat: datum },
  },
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
  register: {
    columns: { oppen: 'integer', klass: 'text', svarstid: 'text', datum: 'text', instanser: 'integer', svar: 'integer', sena: 'integer' },
    indexes: [['datum'], ['oppen', 'svarstid']],
    row: ({ avslutat, klass, svarstid, datum, instanser }) => ({
      oppen: avslutat === undefined ? 1 : 0, klass, svarstid, datum, instanser: instanser.length, svar: instanser.filter(({ svar }) => svar !== undefined).length, sena: instanser.filter(({ svar }) => (svar?.dagarSent ?? 0) > 0).length,
    }),
  },
};
