import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import { sammantradet } from '@klubba/sammantrade';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import type { HandlingCommand } from './handling.decider';
import { handlingen } from './handling.projection';

type Bifoga = Extract<HandlingCommand, { type: 'BifogaHandling' }>;

/** Brings the file that was sent, and whether what it is attached to is there, in the same nämnd. Refuses nothing: what was done before gets its receipt. */
export const prepareHandling = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as HandlingCommand;
  switch (wish.type) {
    case 'LaggTillHandling': {
      const { namnd, arende, uppladdning } = wish.data;
      const fil = await around.upload(uppladdning);
      const finns = { namnd: (await around.read(namnden, namnd)) !== undefined, arende: arende !== undefined && (await around.read(arendet, arende))?.namnd === namnd };
      return { ...wish, data: { ...wish.data, finns, ...(fil !== undefined && { fil }) } };
    }
    case 'LaggTillHandlingsversion': {
      const fil = await around.upload(wish.data.uppladdning);
      return { ...wish, data: { ...wish.data, ...(fil !== undefined && { fil }) } };
    }
    case 'BifogaHandling': {
      const namnd = (await around.read(handlingen, id))?.namnd;
      const { sammantrade: given, ...data } = wish.data;
      // A § knows its meeting; of an item one is told.
      const sammantrade = data.mal === 'paragraf' ? (await around.read(paragrafen, data.malId))?.sammantrade : data.mal === 'punkt' ? given : undefined;
      return { ...wish, data: { ...data, ...(sammantrade !== undefined && { sammantrade }), finns: namnd !== undefined && (await malets(wish, around)) === namnd } };
    }
    default: return command;
  }
};

/** The nämnd of what the handling is to be attached to. */
const malets = async ({ data: { mal, malId, sammantrade } }: Bifoga, around: Surroundings): Promise<string | undefined> => {
  switch (mal) {
    case 'arende': return (await around.read(arendet, malId))?.namnd;
    case 'tjansteskrivelse': return (await around.read(tjansteskrivelsen, malId))?.namnd;
    case 'paragraf': return (await around.read(paragrafen, malId))?.namnd;
    case 'punkt': {
      const mote = sammantrade === undefined ? undefined : await around.read(sammantradet, sammantrade);
      return mote?.punkter.some((punkt) => punkt.id === malId) === true ? mote.namnd : undefined;
    }
  }
};
