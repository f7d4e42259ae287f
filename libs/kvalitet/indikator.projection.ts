import { type DataOf, idOf, type Projection, type Recorded, type Sealed } from '@klubba/kernel';
import { plusManader } from '@klubba/lagrum';
import type { indikatorFacts, IndikatorEvent } from './indikator.events';

type Data<T extends keyof typeof indikatorFacts> = DataOf<(typeof indikatorFacts)[T]['shape']>;
type Mal = NonNullable<Data<'IndikatorUpplagd'>['mal']>;
/** A month's value, and the fact that it stands in. */
export type Indikatorvarde = Pick<Data<'IndikatorvardeRegistrerat'>, 'manad' | 'varde' | 'saknas'> & { readonly faktum: string; readonly version: number; readonly rattat?: Sealed };
export type Indikator = Omit<Data<'IndikatorUpplagd'>, 'mal'> & {
  readonly id: string;
  /** In order of month. */
  readonly varden: readonly Indikatorvarde[];
  /** In the order they begin. */
  readonly malen: readonly { readonly fran: string; readonly mal?: Mal }[];
  readonly sista?: string;
};

/** A series by the month. */
export const indikatorn: Projection<Indikator, IndikatorEvent> = {
  name: 'indikator',
  revision: 1,
  category: 'indikator',
  on: {
    IndikatorUpplagd: (_, { stream, data: { mal, ...data } }) => ({ id: idOf(stream), ...data, varden: [], malen: mal === undefined ? [] : [{ fran: data.fran, mal }] }),
    IndikatorvardeRegistrerat: (en, event) => en && med(en, event),
    IndikatorvardeRattat: (en, event) => en && med(en, event, event.data.skal),
    IndikatormalAndrat: (en, { data: { fran, mal } }) => en && { ...en, malen: [...en.malen.filter((ett) => ett.fran !== fran), { fran, ...(mal !== undefined && { mal }) }].sort((a, b) => (a.fran < b.fran ? -1 : 1)) },
    IndikatorAvslutad: (en, { data: { sista } }) => en && { ...en, sista },
    IndikatorAterupptagen: (en) => {
      if (en === undefined) return undefined;
      const { sista: _, ...rest } = en;
      return rest;
    },
  },
  place: ({ namnd, fran, id }) => ({ namnd, sort: `${fran}:${id}` }),
  register: {
    columns: { klass: 'text', enhet: 'text', pagar: 'integer', borjar: 'text', senast: 'text', varden: 'integer', saknade: 'integer' },
    indexes: [['borjar'], ['senast'], ['pagar', 'senast']],
    row: (en) => ({ klass: en.klass, enhet: en.enhet, pagar: en.sista === undefined ? 1 : 0, borjar: en.fran, senast: en.varden.at(-1)?.manad ?? null, varden: en.varden.length, saknade: saknadeManader(en).length }),
  },
};

const med = (en: Indikator, { id, version, data: { manad, varde, saknas } }: Recorded & { readonly data: Pick<Indikatorvarde, 'manad' | 'varde' | 'saknas'> }, rattat?: Sealed): Indikator => ({
  ...en,
  varden: [...en.varden.filter((ett) => ett.manad !== manad), { manad, ...(varde !== undefined && { varde }), ...(saknas !== undefined && { saknas }), faktum: id, version, ...(rattat !== undefined && { rattat }) }].sort((a, b) => (a.manad < b.manad ? -1 : 1)),
});

/** Months between the first and the last that say nothing at all, not even that the value is unknown: a column was lost. */
export const saknadeManader = ({ fran, sista, varden }: Pick<Indikator, 'fran' | 'sista' | 'varden'>): readonly string[] => {
  const till = sista ?? varden.at(-1)?.manad;
  const finns = new Set(varden.map(({ manad }) => manad));
  const saknade: string[] = [];
  for (let manad = fran; till !== undefined && manad <= till; manad = plusManader(manad, 1)) if (!finns.has(manad)) saknade.push(manad);
  return saknade;
};

/** The goal of a month, and whether its value reaches it. */
export const malFor = ({ malen }: Pick<Indikator, 'malen'>, manad: string): Mal | undefined => malen.findLast(({ fran }) => fran <= manad)?.mal;
export const narMal = ({ varde }: Pick<Indikatorvarde, 'varde'>, mal: Mal | undefined): boolean | undefined => {
  if (varde === undefined || mal === undefined) return undefined;
  const skillnad = varde.tal * 10 ** mal.varde.decimaler - mal.varde.tal * 10 ** varde.decimaler;
  return mal.riktning === 'minst' ? skillnad >= 0 : skillnad <= 0;
};
