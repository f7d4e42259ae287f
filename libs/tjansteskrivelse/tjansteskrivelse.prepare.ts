import { arendet } from '@klubba/arende';
import { type Command, type Refusal, refuse, type Surroundings } from '@klubba/kernel';
import { personen } from '@klubba/namnd';
import type { Arendelage, TjansteskrivelseCommand } from './tjansteskrivelse.decider';
import { tjansteskrivelsen } from './tjansteskrivelse.projection';

/** The matter, in the same nämnd, and the handläggare are streams of their own. */
export const prepareTjansteskrivelse = async (command: Command, id: string, around: Surroundings): Promise<Command | Refusal> => {
  const { type, data } = command as TjansteskrivelseCommand;
  const memo = type === 'SkrivTjansteskrivelse' ? data : await around.read(tjansteskrivelsen, id);
  if (memo === undefined) return refuse('TJANSTESKRIVELSEN_FINNS_INTE', 'Tjänsteskrivelsen finns inte.');
  const arende = await around.read(arendet, memo.arende);
  // The same answer for a matter in another nämnd: whether it exists is not for everyone.
  if (arende === undefined || arende.namnd !== memo.namnd) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
  if ('handlaggare' in data && (await around.read(personen, data.handlaggare)) === undefined) return refuse('PERSONEN_FINNS_INTE', 'Handläggaren finns inte.');
  const arendelage: Arendelage = {
    klass: arende.klass, avslutat: arende.status === 'avslutat',
    nummer: [...(arende.diarienummer === undefined ? [] : [arende.diarienummer]), ...arende.frammandeNummer.map(({ nummer }) => nummer)],
  };
  return { ...command, data: { ...data, arendelage } };
};
