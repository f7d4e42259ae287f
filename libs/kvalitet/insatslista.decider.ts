import { blank, type Command, type Decider, type Hinder, refuse, seal, unknownCase } from '@klubba/kernel';
import { lokaltDatum } from '@klubba/lagrum';
import type { Insatsrad } from './ejverkstalld.decider';
import { provaInsatsdagar } from './ejverkstalld.vantan';
import { INSATSRADER_MAX } from './insatslista';
import { insatslistaFacts, type InsatslistaEvent } from './insatslista.events';

export type Listrad = Omit<Insatsrad, 'namnd' | 'lista' | 'beteckning' | 'vistelsekommun'> & { readonly beteckning: string };
export type LasInInsatsbeslut = { readonly namnd: string; readonly kalla: string; readonly rader: readonly Listrad[]; readonly omgivning?: { readonly namnd: boolean } };
export type InsatslistaHinder = 'LISTAN_FINNS_REDAN' | 'NAMNDEN_FINNS_INTE' | 'KALLA_SAKNAS' | 'LISTAN_AR_TOM' | 'LISTAN_FOR_STOR' | 'DAGARNA_STAMMER_INTE' | 'RADEN_FLERA_GANGER';
/** So many rows are told of at once. */
const SAGDA_MAX = 100;

/** A list of decisions, kept as the fact that it was read in; each row is then told to its decision. */
export const insatslista: Decider<Command<'LasInInsatsbeslut', LasInInsatsbeslut>, { readonly inlast: boolean }, InsatslistaEvent, InsatslistaHinder> = {
  category: 'insatslista',
  facts: insatslistaFacts,
  initialState: { inlast: false },
  namnd: ({ data }) => data.namnd,

  decide({ data: { namnd, kalla, rader, omgivning } }, { inlast }, { id, at }) {
    if (inlast) return refuse('LISTAN_FINNS_REDAN', 'Listan är redan inläst.');
    if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
    if (blank(kalla)) return refuse('KALLA_SAKNAS', 'Ange varifrån listan kommer.');
    if (rader.length === 0) return refuse('LISTAN_AR_TOM', 'Listan är tom.');
    if (rader.length > INSATSRADER_MAX) return refuse('LISTAN_FOR_STOR', `Listan har ${rader.length} rader. Högst ${INSATSRADER_MAX} går. Dela filen.`);
    const [first, ...rest] = provaRader(rader, lokaltDatum(at)).slice(0, SAGDA_MAX);
    return first !== undefined ? { hinder: [first, ...rest] } : [{ type: 'InsatslistaInlast', data: { namnd, kalla: seal(`insatslista:${id}`, kalla), rader } }];
  },
  evolve: (_, event) => (event.type === 'InsatslistaInlast' ? { inlast: true } : unknownCase(event.type)),
};

/** Each row whose days cannot be, and each decision that stands twice. */
export const provaRader = (rader: readonly Listrad[], idag: string): readonly Hinder<InsatslistaHinder>[] => {
  const forst = new Map<string, number>();
  return rader.flatMap((en): readonly Hinder<InsatslistaHinder>[] => {
    const { rad, beteckning, beslutsdatum, insats } = en;
    const [fel, nyckel] = [provaInsatsdagar(en, idag), `${beteckning} ${beslutsdatum} ${insats}`];
    const fore = forst.get(nyckel);
    if (fore === undefined) forst.set(nyckel, rad);
    return [
      ...(fel === undefined ? [] : [{ kod: 'DAGARNA_STAMMER_INTE' as const, allvar: 'STOPP' as const, text: `Rad ${rad}: ${fel}` }]),
      ...(fore === undefined ? [] : [{ kod: 'RADEN_FLERA_GANGER' as const, allvar: 'STOPP' as const, text: `Rad ${rad}: samma beslut står också på rad ${fore}.` }]),
    ];
  });
};
