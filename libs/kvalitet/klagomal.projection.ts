import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import { dagarMellan } from '@klubba/lagrum';
import type { klagomalFacts, KlagomalEvent } from './klagomal.events';
import { svarSenast } from './klagomal.svarstid';

type Data<T extends keyof typeof klagomalFacts> = DataOf<(typeof klagomalFacts)[T]['shape']>;
/** `eskalerat` lies with the klagomålsdelegation; `avslutat` was closed without an answer. */
export const KLAGOMALSSTATUS = ['mottaget', 'eskalerat', 'besvarat', 'avslutat', 'struket'] as const;
export type Klagomalsstatus = (typeof KLAGOMALSSTATUS)[number];
export type Klagomal = Data<'KlagomalMottaget'> & {
  readonly id: string;
  readonly status: Klagomalsstatus;
  readonly bekraftat?: string;
  readonly svar: readonly { readonly datum: string; readonly text: Sealed }[];
  readonly eskalerat?: { readonly datum: string; readonly skal: Sealed };
  readonly ivo: readonly (Data<'KlagomalFortTillIvo'> & { readonly svar?: Data<'IvoSvarPaKlagomalNoterat'> })[];
  readonly publicerat?: Data<'KlagomalPublicerat'>;
  readonly avslutat?: { readonly datum: string; readonly skal: Sealed };
};

/** A complaint from the day it came to its answer, and where else it was taken. */
export const klagomalet: Projection<Klagomal, KlagomalEvent> = {
  name: 'klagomal',
  revision: 1,
  category: 'klagomal',
  on: {
    KlagomalMottaget: (_, { stream, data }) => ({ id: idOf(stream), ...data, status: 'mottaget', svar: [], ivo: [] }),
    KlagomalBekraftat: (en, { data: { datum } }) => en && { ...en, bekraftat: datum },
    KlagomalRattat: (en, { data: { klass: _k, skal: _s, ...nytt } }) => en && { ...en, ...nytt },
    KlagomalBesvarat: (en, { data: { datum, text } }) => en && { ...en, status: 'besvarat', svar: [...en.svar, { datum, text }] },
    KlagomalEskalerat: (en, { data }) => en && { ...en, status: 'eskalerat', eskalerat: data },
    KlagomalFortTillIvo: (en, { data }) => en && { ...en, ivo: [...en.ivo, data] },
    IvoSvarPaKlagomalNoterat: (en, { data }) => en && { ...en, ivo: en.ivo.map((ett, i) => (i === en.ivo.length - 1 ? { ...ett, svar: data } : ett)) },
    KlagomalPublicerat: (en, { data }) => en && { ...en, publicerat: data },
    KlagomalAvpublicerat: (en) => {
      if (en === undefined) return undefined;
      const { publicerat: _, ...rest } = en;
      return rest;
    },
    KlagomalAvslutat: (en, { data: { datum, skal } }) => en && { ...en, status: 'avslutat', avslutat: { datum, skal } },
    KlagomalAteroppnat: (en) => {
      if (en === undefined) return undefined;
      const { avslutat: _, ...rest } = en;
      return { ...rest, status: 'mottaget' };
    },
    KlagomalStruket: (en) => en && { ...en, status: 'struket' },
  },
  place: ({ namnd, inkom, id }) => ({ namnd, sort: `${inkom}:${id}` }),
  register: {
    columns: { status: 'text', oppen: 'integer', klass: 'text', kanal: 'text', typ: 'text', kategori: 'text', enhet: 'text', inkom: 'text', svarSenast: 'text', obesvarat: 'integer', sent: 'integer', publicerad: 'integer' },
    indexes: [['inkom'], ['svarSenast'], ['oppen', 'inkom'], ['obesvarat', 'svarSenast'], ['typ', 'inkom'], ['enhet', 'inkom'], ['publicerad', 'inkom']],
    row: (en) => (en.status === 'struket' ? undefined : {
      status: en.status, oppen: en.status === 'mottaget' || en.status === 'eskalerat' ? 1 : 0, klass: en.klass, kanal: en.kanal, typ: en.typ, kategori: en.kategori, enhet: en.enhet, inkom: en.inkom,
      svarSenast: svarSenast(en) ?? null, obesvarat: en.svar.length === 0 && en.status !== 'avslutat' ? 1 : 0, sent: (dagarSent(en) ?? 0) > 0 ? 1 : 0, publicerad: en.publicerat === undefined ? 0 : 1,
    }),
  },
};

/** How many days after its time it was first answered; 0 in time, nothing while it has not been. */
export const dagarSent = (en: Klagomal): number | undefined => {
  const [senast, forst] = [svarSenast(en), en.svar[0]?.datum];
  return senast === undefined || forst === undefined ? undefined : Math.max(0, dagarMellan(senast, forst));
};
