import { type Command, type Refusal, refuse, unknownCase } from '@klubba/kernel';
import { BOKSTAVER } from '@klubba/paragraf';
import type { SammantradeEvent } from './sammantrade.events';
import { andrad, finnsInte, type Mote, nummer, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import type { Beslutstyp } from './sammantrade.projection';

export type ParagrafnummerCommand =
  | Command<'SattParagrafnummer', { punkt: string; ar: number; nr: number }>
  /** Fewer than two: the group of the one that is named is taken apart. */
  | Command<'SattUnderparagrafer', { punkter: readonly string[] }>;

/** C2: the number that the series gave, and which items share one with a letter each. */
export const decideParagrafnummer = (command: ParagrafnummerCommand, mote: Mote): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  switch (command.type) {
    case 'SattParagrafnummer': {
      const { punkt: id, ar, nr } = command.data;
      const punkt = punkten(mote, id);
      if (punkt === undefined) return finnsInte;
      const { slag, beslut, klass, arende, galler, paragraf, forslagFran } = punkt;
      if (beslut === undefined) return ejAvgjord(mote, id);
      if (paragraf !== undefined) return paragraf.ar === ar && paragraf.nr === nr ? [] : refuse('HAR_REDAN_NUMMER', `Ärendet har redan nummer: § ${paragraf.nr}.`);
      return [{
        type: 'ParagrafNumrerad',
        // What was read in has its number from the start, so what is numbered here was decided here.
        data: {
          punkt: id, ar, nr, datum: mote.datum, beslutstyp: beslut.beslutstyp as Beslutstyp, overklagandeslag: beslut.overklagandeslag, ...(arende !== undefined && { arende }), ...(galler !== undefined && { galler }), slag, klass,
          ...(beslut.bokstav !== undefined && { bokstav: beslut.bokstav }), ...(beslut.andrar !== undefined && { andrar: beslut.andrar }), ...(forslagFran !== undefined && { forslagFran }), ...(mote.regler?.beredande === true && { beredande: true }),
        },
      }];
    }
    case 'SattUnderparagrafer': {
      const punkter = [...new Set(command.data.punkter)];
      for (const id of punkter) {
        const punkt = punkten(mote, id);
        if (punkt === undefined) return finnsInte;
        if (punkt.beslut !== undefined) return refuse('REDAN_AVGJORD', `Ärende ${nummer(mote, id)} är redan avgjort och har sitt nummer.`);
        // A group that has begun has its number.
        if (punkt.grupp !== undefined && mote.punkter.some((en) => en.grupp === punkt.grupp && en.beslut !== undefined)) return refuse('REDAN_AVGJORD', `Ärende ${nummer(mote, id)} hör till underparagrafer som har börjat avgöras.`);
      }
      if (punkter.length === 1 && punkten(mote, punkter[0]!)!.grupp === undefined) return refuse('UNDERPARAGRAFER_FOR_FA', 'Ange minst två ärenden som ska ha samma paragrafnummer med var sin bokstav.');
      return [{ type: 'UnderparagraferSatta', data: { punkter } }];
    }
    default: return unknownCase(command);
  }
};
const ejAvgjord = (mote: Mote, id: string): Refusal<SammantradeHinder> => refuse('EJ_AVGJORD', `Klubban har inte fallit för ärende ${nummer(mote, id)}.`);

/** The letter that comes next in a group, by the order of the gavel. */
export const nastaBokstav = ({ punkter }: Mote, grupp: string): string => BOKSTAVER[punkter.filter((en) => en.grupp === grupp && en.beslut !== undefined).length]!;

export const evolveParagrafnummer = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ParagrafNumrerad' | 'UnderparagraferSatta' }>): Mote => {
  switch (event.type) {
    case 'ParagrafNumrerad': {
      const { punkt, ar, nr } = event.data;
      return andrad(mote, punkt, () => ({ paragraf: { ar, nr } }));
    }
    case 'UnderparagraferSatta': {
      const { punkter } = event.data;
      const [grupp] = punkter;
      const berorda = new Set(mote.punkter.filter((en) => punkter.includes(en.id)).flatMap((en) => en.grupp ?? []));
      const fria: Mote = { ...mote, punkter: mote.punkter.map((en) => {
        if (en.grupp === undefined || !berorda.has(en.grupp)) return en;
        const { grupp: _, ...rest } = en;
        return rest;
      }) };
      return punkter.length < 2 ? fria : punkter.reduce<Mote>((fore, id) => andrad(fore, id, () => ({ grupp: grupp! })), fria);
    }
    default: return unknownCase(event);
  }
};
