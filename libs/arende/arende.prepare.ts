import { type Command, type Refusal, refuse, type Surroundings } from '@klubba/kernel';
import { namnden, type Reglemente, reglementePa } from '@klubba/namnd';
import type { OppnaArende } from './arende.decider';

const PLAIN: Pick<Reglemente, 'diarieform' | 'diariesiffror'> = { diarieform: 'snedstreck_kolon', diariesiffror: 1 };

/** How the nämnd wrote its numbers on the day; for older days than its settings, as the oldest of them say. */
export const prepareArende = async (command: Command, _id: string, around: Surroundings): Promise<Command | Refusal> => {
  if (command.type !== 'OppnaArende') return command;
  const data = command.data as OppnaArende;
  const namnd = await around.read(namnden, data.namnd);
  if (namnd === undefined) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  const { diarieform, diariesiffror, diariekod = namnd.organ }: Pick<Reglemente, 'diarieform' | 'diariesiffror' | 'diariekod'> = reglementePa(namnd, data.datum) ?? namnd.reglementen[0] ?? PLAIN;
  return { ...command, data: { ...data, diariekod, diarieform, diariesiffror } };
};
