import type { Command, Surroundings } from '@klubba/kernel';
import { sammantradet } from '@klubba/sammantrade';
import type { ParagrafCommand } from './paragraf.decider';
import { paragrafen } from './paragraf.projection';

/** The decision points stand in the meeting's stream: how many there are is read there. */
export const prepareParagraf = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as ParagrafCommand;
  if (wish.type !== 'BestamOverklagandeslag' || wish.data.beslutspunkt === undefined) return command;
  const paragraf = await around.read(paragrafen, id);
  const punkt = paragraf && (await around.read(sammantradet, paragraf.sammantrade))?.punkter.find((en) => en.id === id);
  return { ...wish, data: { ...wish.data, antal: punkt?.beslut?.beslutspunkter.length ?? 0 } };
};
