import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import type { IndikatorCommand } from './indikator.decider';
import { indikatorn } from './indikator.projection';
import type { InternkontrollCommand } from './internkontroll.decider';
import type { KvalitetsberattelseCommand } from './kvalitetsberattelse.decider';
import { kvalitetsberattelsen } from './kvalitetsberattelse.projection';
import type { RiskanalysCommand } from './riskanalys.decider';
import type { RiskskalaCommand } from './riskskala.decider';

/** What is in another nämnd is as if it were not there. */
const omgivningen = async ({ namnd, arende }: { readonly namnd: string; readonly arende?: string }, around: Surroundings) => {
  const matter = arende === undefined ? undefined : await around.read(arendet, arende);
  return { namnd: (await around.read(namnden, namnd)) !== undefined, arende: matter?.namnd === namnd, sekretess: matter?.namnd === namnd && matter.klass === 'sekretess' };
};

export const prepareIndikator = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as IndikatorCommand;
  return wish.type === 'LaggUppIndikator' ? { ...wish, data: { ...wish.data, omgivning: { namnd: (await around.read(namnden, wish.data.namnd)) !== undefined } } } : wish;
};
export const prepareRiskskala = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as RiskskalaCommand;
  return { ...wish, data: { ...wish.data, omgivning: { namnd: (await around.read(namnden, wish.data.namnd)) !== undefined, punkt: (await around.read(paragrafen, wish.data.punkt))?.namnd === wish.data.namnd } } };
};
export const prepareRiskanalys = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as RiskanalysCommand;
  return wish.type === 'PaborjaRiskanalys' ? { ...wish, data: { ...wish.data, omgivning: await omgivningen(wish.data, around) } } : wish;
};
export const prepareInternkontroll = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as InternkontrollCommand;
  return wish.type === 'UpprattaInternkontrollplan' ? { ...wish, data: { ...wish.data, omgivning: await omgivningen(wish.data, around) } } : wish;
};
/** Also the month's value of an indikator in the same nämnd, and the fact that it stands in. A secret one is not told in an open report. */
export const prepareKvalitetsberattelse = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as KvalitetsberattelseCommand;
  if (wish.type === 'PaborjaKvalitetsberattelse') return { ...wish, data: { ...wish.data, omgivning: await omgivningen(wish.data, around) } };
  if (wish.type !== 'AngeSiffra') return wish;
  const { indikatorvarde: _, ...data } = wish.data;
  const { indikator, manad } = data.kalla;
  if (indikator === undefined) return { ...wish, data };
  const berattelse = await around.read(kvalitetsberattelsen, id);
  const serie = await around.read(indikatorn, indikator);
  const punkt = serie !== undefined && serie.namnd === berattelse?.namnd && (serie.klass === 'oppen' || berattelse.klass === 'sekretess') ? serie.varden.find((en) => en.manad === `${manad}-01`) : undefined;
  if (serie === undefined || punkt === undefined) return { ...wish, data };
  const { varde, saknas, faktum, version } = punkt;
  return { ...wish, data: { ...data, indikatorvarde: { ...(varde !== undefined && { varde }), ...(saknas !== undefined && { saknas }), enhet: serie.enhet, faktum, version } } };
};
