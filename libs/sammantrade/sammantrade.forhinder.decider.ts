import { type Command, type Context, isRefusal, type Refusal, refuse, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import type { Mote, SammantradeHinder } from './sammantrade.mote.decider';
import { forstaLedig } from './sammantrade.forhinder.projection';

export type ForhinderCommand =
  | Command<'AnmalForhinder', { person: string; datum: string; skal?: string; underlag?: Forhinderunderlag }>
  | Command<'AterkallaForhinder', { person: string; datum: string }>
  | Command<'KallaErsattare', { ersattare: string; ledamot: string; datum: string; underlag?: Forhinderunderlag }>
  | Command<'AterkallaErsattare', { ersattare: string; datum: string; skal?: string }>;
/** Who is elected on the day of the meeting, and who is in line for the ledamot (`inkallelseordning`). */
export type Forhinderunderlag = { readonly ledamoter: readonly string[]; readonly ersattare: readonly string[]; readonly ordning?: readonly string[] };

/** Who cannot come, and who is called in: the first in line who can (B2), or another with a reason. */
export const decideForhinder = (command: ForhinderCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  if (mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat.');
  const { forhinder = [], inkallade = [] } = mote;
  switch (command.type) {
    case 'AnmalForhinder': {
      const { person, datum, skal, underlag } = command.data;
      if (underlag === undefined || ![...underlag.ledamoter, ...underlag.ersattare].includes(person)) return refuse('EJ_FORTROENDEVALD', `{person:${person}} är varken ledamot eller ersättare i nämnden ${mote.datum}.`);
      return forhinder.includes(person) ? [] : [{ type: 'ForhinderAnmalt', data: { person, datum, ...(skal !== undefined && { skal: seal(`person:${person}`, skal) }) } }];
    }
    case 'AterkallaForhinder': {
      const { person, datum } = command.data;
      return forhinder.includes(person) ? [{ type: 'ForhinderAterkallat', data: { person, datum } }] : [];
    }
    case 'KallaErsattare': {
      const { ersattare, ledamot, datum, underlag } = command.data;
      if (underlag === undefined || !underlag.ledamoter.includes(ledamot)) return refuse('PLATSEN_FINNS_INTE', `{person:${ledamot}} är inte ledamot i nämnden ${mote.datum}.`);
      if (!underlag.ersattare.includes(ersattare)) return refuse('EJ_FORTROENDEVALD', `{person:${ersattare}} är inte ersättare i nämnden ${mote.datum}.`);
      if (inkallade.some((en) => en.ersattare === ersattare && en.ledamot === ledamot)) return [];
      const { ordning = [] } = underlag;
      const forst = forstaLedig(ordning, { forhinder, inkallade });
      const passed = uphold<SammantradeHinder>(command, `sammantrade:${id}`, [
        !forhinder.includes(ledamot) && { kod: 'INGET_FORHINDER', allvar: 'STOPP', text: `{person:${ledamot}} har inte anmält förhinder.` },
        forhinder.includes(ersattare) && { kod: 'HAR_FORHINDER', allvar: 'STOPP', text: `{person:${ersattare}} har anmält förhinder.` },
        inkallade.some((en) => en.ersattare === ersattare) && { kod: 'TVA_PLATSER', allvar: 'STOPP', text: `{person:${ersattare}} är redan inkallad för någon annan.` },
        inkallade.some((en) => en.ledamot === ledamot && !forhinder.includes(en.ersattare)) && { kod: 'PLATSEN_UPPTAGEN', allvar: 'STOPP', text: `Någon är redan inkallad för {person:${ledamot}}.` },
        // With nobody left in line, who is called in has no place there, or is stopped above.
        forst !== ersattare && warning('INKALLELSEORDNING', forst === undefined ? `{person:${ersattare}} står inte i inkallelseordningen för {person:${ledamot}}. Ange skäl.` : `Enligt inkallelseordningen står {person:${forst}} före {person:${ersattare}}. Ange skäl.`, 'reglementet'),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'ErsattareKallad', data: { ersattare, ledamot, datum, ...passed } }];
    }
    case 'AterkallaErsattare': {
      const { ersattare, datum, skal } = command.data;
      if (!inkallade.some((en) => en.ersattare === ersattare)) return refuse('ERSATTAREN_EJ_KALLAD', `{person:${ersattare}} är inte inkallad.`);
      return [{ type: 'ErsattareAterkallad', data: { ersattare, datum, ...(skal !== undefined && { skal: seal(`person:${ersattare}`, skal) }) } }];
    }
    default: return unknownCase(command);
  }
};

export const evolveForhinder = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ForhinderAnmalt' | 'ForhinderAterkallat' | 'ErsattareKallad' | 'ErsattareAterkallad' }>): Mote => {
  const { forhinder = [], inkallade = [] } = mote;
  switch (event.type) {
    case 'ForhinderAnmalt': return { ...mote, forhinder: [...forhinder, event.data.person] };
    case 'ForhinderAterkallat': return { ...mote, forhinder: forhinder.filter((person) => person !== event.data.person) };
    case 'ErsattareKallad': {
      const { ersattare, ledamot } = event.data;
      // Who was called before for the same seat and has reported förhinder since is no longer in it.
      return { ...mote, inkallade: [...inkallade.filter((en) => en.ledamot !== ledamot), { ersattare, ledamot }] };
    }
    case 'ErsattareAterkallad': return { ...mote, inkallade: inkallade.filter(({ ersattare }) => ersattare !== event.data.ersattare) };
    default: return unknownCase(event);
  }
};
