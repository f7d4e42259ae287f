import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import { avvikelsensKlockor } from './avvikelse.frister';
import type { avvikelseFacts, AvvikelseEvent } from './avvikelse.events';

type Data<T extends keyof typeof avvikelseFacts> = DataOf<(typeof avvikelseFacts)[T]['shape']>;
export const AVVIKELSESTATUS = ['oppen', 'avslutad', 'struken'] as const;
export type Avvikelseatgard = { readonly id: string; readonly beslutad: string; readonly text: Sealed; readonly ansvarig: Sealed; readonly senast: string; readonly genomford?: string; readonly resultat?: Sealed };
export type Avvikelse = Data<'AvvikelseRegistrerad'> & {
  readonly id: string;
  readonly status: (typeof AVVIKELSESTATUS)[number];
  readonly bedomningar: readonly Omit<Data<'AvvikelseBedomd'>, 'klass'>[];
  readonly atgarder: readonly Avvikelseatgard[];
  readonly uppfoljningar: readonly Omit<Data<'AvvikelseFoljdUpp'>, 'klass'>[];
  readonly incident?: { readonly upptackt: string; readonly anmald?: string; readonly nummer?: string; readonly avskriven?: { readonly datum: string; readonly skal: Sealed } };
  readonly avslutad?: string;
};

/** A deviation with its judgements, measures and follow-ups. */
export const avvikelsen: Projection<Avvikelse, AvvikelseEvent> = {
  name: 'avvikelse',
  revision: 1,
  category: 'avvikelse',
  on: {
    AvvikelseRegistrerad: (_, { stream, data }) => ({ id: idOf(stream), ...data, status: 'oppen', bedomningar: [], atgarder: [], uppfoljningar: [] }),
    AvvikelseBedomd: (en, { data: { klass: _, ...data } }) => {
      if (en === undefined) return undefined;
      const { upprepningsrisk: _u, ...rest } = en;
      const { datum: _d, skal: _s, ...nytt } = data;
      return { ...rest, ...nytt, bedomningar: [...en.bedomningar, data] };
    },
    AvvikelseKopplad: (en, { data }) => en && { ...en, ...data },
    AvvikelseatgardBeslutad: (en, { data: { atgard: id, datum: beslutad, text, ansvarig, senast } }) => en && { ...en, atgarder: [...en.atgarder, { id, beslutad, text, ansvarig, senast }] },
    AvvikelseatgardAndrad: (en, { data: { klass: _k, skal: _s, atgard, ...nytt } }) => en && { ...en, atgarder: en.atgarder.map((ett) => (ett.id === atgard ? { ...ett, ...nytt } : ett)) },
    AvvikelseatgardGenomford: (en, { data: { atgard, datum, text } }) => en && { ...en, atgarder: en.atgarder.map((ett) => (ett.id === atgard ? { ...ett, genomford: datum, ...(text !== undefined && { resultat: text }) } : ett)) },
    AvvikelseFoljdUpp: (en, { data: { klass: _, ...data } }) => en && { ...en, uppfoljningar: [...en.uppfoljningar, data] },
    IncidentUpptackt: (en, { data }) => en && { ...en, incident: data },
    IncidentAnmald: (en, { data: { anmald, nummer } }) => en && { ...en, ...(en.incident && { incident: { ...en.incident, anmald, ...(nummer !== undefined && { nummer }) } }) },
    IncidentEjAnmald: (en, { data: avskriven }) => en && { ...en, ...(en.incident && { incident: { ...en.incident, avskriven } }) },
    AvvikelseAvslutad: (en, { data: { datum } }) => en && { ...en, status: 'avslutad', avslutad: datum },
    AvvikelseAteroppnad: (en) => {
      if (en === undefined) return undefined;
      const { avslutad: _, ...rest } = en;
      return { ...rest, status: 'oppen' };
    },
    AvvikelseStruken: (en) => en && { ...en, status: 'struken' },
  },
  place: ({ namnd, inkom, id }) => ({ namnd, sort: `${inkom}:${id}` }),
  register: {
    columns: { oppen: 'integer', klass: 'text', kategori: 'text', enhet: 'text', allvar: 'integer', upprepningsrisk: 'integer', inkom: 'text', atgardSenast: 'text', lexsarah: 'integer', incident: 'integer', klocka: 'integer' },
    indexes: [['inkom'], ['atgardSenast'], ['oppen', 'inkom'], ['kategori', 'inkom'], ['enhet', 'inkom'], ['allvar', 'inkom'], ['klocka', 'inkom']],
    row: (en) => {
      const { status, klass, kategori, enhet, allvar, upprepningsrisk, inkom, atgarder, lexsarah, incident } = en;
      return status === 'struken' ? undefined : {
        oppen: status === 'oppen' ? 1 : 0, klass, kategori, enhet, allvar, upprepningsrisk: upprepningsrisk ?? null, inkom,
        atgardSenast: atgarder.filter(({ genomford }) => genomford === undefined).map(({ senast }) => senast).sort()[0] ?? null, lexsarah: lexsarah === undefined ? 0 : 1, incident: incident === undefined ? 0 : 1,
        klocka: avvikelsensKlockor(en).length === 0 ? 0 : 1,
      };
    },
  },
};
