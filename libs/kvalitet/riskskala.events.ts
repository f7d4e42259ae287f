import { type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { RISKFARGER } from './riskmatris';

/** The colours of risks, as one nämnd adopts them. The stream has the id of the nämnd. Names and shapes are what lies on disk: add, never edit. */
export const riskskalaFacts = {
  RiskskalaFaststalld: fact('FaststallRiskskala', {
    namnd: field.id(),
    /** From this day on, until another begins. */
    fran: field.date('oppen'),
    band: field.list(field.object({ farg: field.oneOf('oppen', ...RISKFARGER), fran: field.integer('oppen'), till: field.integer('oppen') })),
    /** The § that adopted it. */
    punkt: field.id(),
  }),
} satisfies Facts;
export type RiskskalaEvent = EventOf<typeof riskskalaFacts>;
