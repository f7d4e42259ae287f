import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import type { UppdragCommand } from './uppdrag.decider';

/** The nämnd, the matter and the § that gave it. What is in another nämnd is as if it were not there. */
export const prepareUppdrag = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as UppdragCommand;
  if (wish.type !== 'GeUppdrag') return wish;
  const { namnd, arende, punkt } = wish.data;
  const matter = arende === undefined ? undefined : await around.read(arendet, arende);
  const paragraf = punkt === undefined ? undefined : await around.read(paragrafen, punkt);
  return {
    ...wish,
    data: {
      ...wish.data,
      omgivning: {
        namnd: (await around.read(namnden, namnd)) !== undefined, arende: matter?.namnd === namnd, punkt: paragraf?.namnd === namnd,
        sekretess: [matter, paragraf].some((en) => en?.namnd === namnd && en.klass === 'sekretess'),
      },
    },
  };
};
