import { type Command, type Decider, refuse } from '@klubba/kernel';
import { provaDatum } from '@klubba/lagrum';
import type { Riskband } from './riskmatris';
import { riskskalaFacts, type RiskskalaEvent } from './riskskala.events';

export type RiskskalaCommand = Command<'FaststallRiskskala', { namnd: string; fran: string; band: readonly Riskband[]; punkt: string; omgivning?: { readonly namnd: boolean; readonly punkt: boolean } }>;
export type RiskskalaHinder = 'FEL_NAMND' | 'NAMNDEN_FINNS_INTE' | 'PUNKTEN_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'BANDEN_OVERLAPPAR' | 'BANDET_ORIMLIGT';

/** Which products are green, yellow and red is the nämnd's to decide, with validity; a product in no band has no colour (H5). */
export const riskskala: Decider<RiskskalaCommand, null, RiskskalaEvent, RiskskalaHinder> = {
  category: 'riskskala',
  facts: riskskalaFacts,
  initialState: null,
  namnd: ({ data }) => data.namnd,

  decide({ data: { omgivning, ...data } }, _state, { id }) {
    if (id !== data.namnd) return refuse('FEL_NAMND', 'Skalan har nämndens id.');
    const ingenDag = provaDatum(data.fran);
    if (ingenDag !== undefined) return { hinder: [ingenDag] };
    if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
    if (!omgivning.punkt) return refuse('PUNKTEN_FINNS_INTE', 'Skalan antas av nämnden. Ange paragrafen.');
    if (data.band.length === 0 || data.band.some(({ fran, till }) => !(fran >= 1 && fran <= till && till <= 16))) return refuse('BANDET_ORIMLIGT', 'Ett band går från ett riskvärde till ett annat, 1–16.');
    const ordnade = [...data.band].sort((a, b) => a.fran - b.fran);
    const dubbelt = ordnade.find((en, i) => en.fran <= (ordnade[i - 1]?.till ?? 0));
    if (dubbelt !== undefined) return refuse('BANDEN_OVERLAPPAR', `Riskvärdet ${dubbelt.fran} ligger i två band.`);
    return [{ type: 'RiskskalaFaststalld', data }];
  },
  evolve: (state) => state,
};
