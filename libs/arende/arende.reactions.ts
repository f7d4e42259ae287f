import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { SammantradeCommand } from '@klubba/sammantrade';
import type { ArendeCommand } from './arende.decider';
import type { ArendeEvent } from './arende.events';
import type { DiarieserieCommand } from './diarieserie.decider';
import type { DiarieserieEvent } from './diarieserie.events';

/** A matter that is opened gets the next number of its nämnd and year. */
export const tilldelaDiarienummer: Reaction<ArendeEvent> = {
  name: 'tilldela-diarienummer',
  on: {
    ArendeOppnat: ({ stream, data: { namnd, datum, diariekod, diarieform, diariesiffror, klassifikation } }): Wish => {
      const ar = Number(datum.slice(0, 4));
      const command: DiarieserieCommand = {
        type: 'TilldelaDiarienummer',
        data: { namnd, ar, mal: idOf(stream), kod: diariekod, form: diarieform, siffror: diariesiffror, ...(klassifikation !== undefined && { klassifikation }) },
      };
      return { category: 'diarieserie', id: `${namnd}-${ar}`, command };
    },
  },
};

/** A matter that becomes secret takes its open items of agendas with it. One that was put there meanwhile follows when the matter hears of it. */
export const hojPunkternasKlass: Reaction<ArendeEvent> = {
  name: 'hoj-punkternas-klass',
  on: {
    ArendeklassAndrad: ({ data: { klass, sekretesslagrum, upptaget = [] } }): readonly Wish[] =>
      klass === 'oppen' ? [] : [...new Set(upptaget.map(({ sammantrade }) => sammantrade))].map((mote) => hoj(mote, upptaget.flatMap(({ sammantrade, punkt }) => (sammantrade === mote ? punkt : [])), sekretesslagrum)),
    ArendeUpptaget: ({ data: { klass, sekretesslagrum, sammantrade, punkt } }): Wish | undefined => (klass === 'oppen' ? undefined : hoj(sammantrade, [punkt], sekretesslagrum)),
  },
};
const hoj = (id: string, punkter: readonly string[], sekretesslagrum: string | undefined): Wish => {
  const command: SammantradeCommand = { type: 'HojPunkternasKlass', data: { punkter, ...(sekretesslagrum !== undefined && { sekretesslagrum }) } };
  return { category: 'sammantrade', id, command };
};

/** The number goes to its matter; one that the matter cannot take is marked, and not given again. */
export const sattDiarienummer: Reaction<DiarieserieEvent> = {
  name: 'satt-diarienummer',
  on: {
    DiarienummerTilldelat: ({ data: { mal, ar, lopnummer, diarienummer } }): Wish => {
      const command: ArendeCommand = { type: 'SattDiarienummer', data: { ar, lopnummer, diarienummer } };
      return { category: 'arende', id: mal, command };
    },
  },
  refused: ({ type, stream, data }, { kod }): Wish | undefined => {
    if (type !== 'DiarienummerTilldelat') return undefined;
    const command: DiarieserieCommand = { type: 'MarkeraDiarienummerUtgatt', data: { namnd: data.namnd, lopnummer: data.lopnummer, kod } };
    return { category: 'diarieserie', id: idOf(stream), command };
  },
};
