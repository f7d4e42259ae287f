import { handlingen, handlingsversion } from '@klubba/handling';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import type { AldreProtokollCommand } from './aldreprotokoll.decider';

/** The nämnd's first day in Klubba, and the paper that is pointed at. */
export const prepareAldreProtokoll = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const { type, data } = command as AldreProtokollCommand;
  if (type !== 'RegistreraAldreProtokoll') return command;
  const startdatum = (await around.read(namnden, data.namnd))?.startdatum;
  const handling = await around.read(handlingen, data.handling);
  const papper = handling && { namnd: handling.namnd, klass: handling.klass, pdf: handlingsversion(handling)?.medietyp === 'application/pdf' };
  return { ...command, data: { ...data, omgivning: { ...(startdatum !== undefined && { startdatum }), ...(papper !== undefined && { papper }) } } };
};
