import { arendet } from '@klubba/arende';
import { delegationsordningen, ordningsunderlag } from '@klubba/delegation';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden, uppdragPa } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import type { UtlamnandeCommand } from './utlamnande.decider';
import { utlamnandet } from './utlamnande.projection';

/** The nämnd and the matter; and for a decision the order that stood on its day, or the § that it was made in. What is in another nämnd is as if it were not there. */
export const prepareUtlamnande = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as UtlamnandeCommand;
  if (wish.type === 'TaEmotUtlamnandebegaran') {
    const { namnd, arende } = wish.data;
    const matter = arende === undefined ? undefined : await around.read(arendet, arende);
    return { ...wish, data: { ...wish.data, omgivning: { namnd: (await around.read(namnden, namnd)) !== undefined, ...(matter?.namnd === namnd && { arende: matter.klass }) } } };
  }
  if (wish.type !== 'BeslutaUtlamnande') return wish;
  const begaran = await around.read(utlamnandet, id);
  if (begaran === undefined) return wish;
  const { datum, nummer, punkt } = wish.data;
  const namnd = await around.read(namnden, begaran.namnd);
  const ordning = ordningsunderlag(await around.read(delegationsordningen, begaran.namnd), datum, nummer);
  const paragraf = punkt === undefined ? undefined : await around.read(paragrafen, punkt);
  return {
    ...wish,
    data: {
      ...wish.data,
      underlag: {
        ordforande: namnd === undefined ? [] : uppdragPa(namnd, datum).filter(({ roll }) => roll !== undefined).map(({ person }) => person),
        ...(ordning !== undefined && { ordning }), ...(paragraf?.namnd === begaran.namnd && { paragraf: paragraf.datum }),
      },
    },
  };
};
