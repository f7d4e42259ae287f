import { blank, type Command, type Context, noReason, type Refusal, refuse, seal, streamId, unknownCase } from '@klubba/kernel';
import type { Punktslag } from './namnd.dagordning';
import type { NamndEvent } from './namnd.events';

export type ArshjulCommand =
  /** `post`: the one that it replaces. */
  | Command<'SattArshjulspost', { post?: string; slag: Punktslag; rubrik: string; manad?: number; mote?: number; fran: string; till?: string }>
  | Command<'StrykArshjulspost', { post: string; skal: string }>;
export type Arshjulhinder = 'SKAL_SAKNAS' | 'TALET_ORIMLIGT' | 'TILL_FORE_FRAN' | 'ARSHJULSPOSTEN_FINNS_INTE';

/** What comes back every year: in the meetings of a month, or in the meeting of the year with a certain number. */
export const decideArshjul = (command: ArshjulCommand, { arshjul = [] }: { readonly arshjul?: readonly string[] }, { id, by, command: kommando }: Context): readonly NamndEvent[] | Refusal<Arshjulhinder> => {
  const kid = `namnd:${id}`;
  const { post } = command.data;
  if (post !== undefined && !arshjul.includes(post)) return refuse('ARSHJULSPOSTEN_FINNS_INTE', 'Posten finns inte i årshjulet, eller är struken.');
  switch (command.type) {
    case 'SattArshjulspost': {
      const { slag, rubrik, manad, mote, fran, till } = command.data;
      if ((manad === undefined) === (mote === undefined)) return refuse('TALET_ORIMLIGT', 'Ange antingen månad (1–12) eller vilket sammanträde på året (1–60).');
      if ((manad !== undefined && (manad < 1 || manad > 12)) || (mote !== undefined && (mote < 1 || mote > 60))) return refuse('TALET_ORIMLIGT', 'Månaden är 1–12, och sammanträdets ordning på året 1–60.');
      if (till !== undefined && till < fran) return refuse('TILL_FORE_FRAN', `Posten kan inte sluta ${till}, före första dagen ${fran}.`);
      return [{
        type: 'ArshjulspostSatt',
        data: { post: post ?? streamId('arshjulspost', by, kommando), slag, rubrik: seal(kid, rubrik), ...(manad !== undefined && { manad }), ...(mote !== undefined && { mote }), fran, ...(till !== undefined && { till }) },
      }];
    }
    case 'StrykArshjulspost': {
      const { skal } = command.data;
      return blank(skal) ? noReason() : [{ type: 'ArshjulspostStruken', data: { post: command.data.post, skal: seal(kid, skal) } }];
    }
    default: return unknownCase(command);
  }
};
