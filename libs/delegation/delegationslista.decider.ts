import { blank, type Command, type Decider, type Hinder, isRefusal, noReason, refuse, type Refusal, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import { provaDatum } from '@klubba/lagrum';
import type { Anmald } from './delegationsbeslut.anmalan.decider';
import { delegationslistaFacts, type DelegationslistaEvent } from './delegationslista.events';

type Period = { readonly namnd: string; readonly fran: string; readonly till: string; readonly antal: number };
export type DelegationslistaCommand =
  | Command<'LasInDelegationsbeslut', Period & { readonly avvikande: number; readonly lika: number; readonly kalla: string; readonly hash: string; readonly beslut: readonly string[] }>
  /** `fil`: the handling as it stands; put there by prepare. */
  | Command<'BifogaDelegationslista', Period & { readonly handling: string; readonly fil?: { readonly namnd: string; readonly version: number; readonly hash: string } }>
  | Command<'NoteraListanAnmald', Anmald>
  | Command<'StrykDelegationslista', { readonly skal: string }>;
export type DelegationslistaHinder = 'LISTAN_FINNS_REDAN' | 'LISTAN_FINNS_INTE' | 'LISTAN_AR_STRUKEN' | 'LISTAN_AR_TOM' | 'PERIODEN_BAKLANGES' | 'DATUM_FINNS_INTE' | 'SKAL_SAKNAS' | 'HANDLINGEN_FINNS_INTE' | 'REDAN_ANMALD' | Listvarning;
export type Listvarning = 'RADER_MED_BROTT' | 'LIKA_RADER';

/** So many ids lie in one fact: an append of ten thousand decisions stays far under what a log takes at a time. */
export const I_VARJE = 250;
export const buntar = <T>(alla: readonly T[]): readonly (readonly T[])[] => Array.from({ length: Math.ceil(alla.length / I_VARJE) }, (_, i) => alla.slice(i * I_VARJE, (i + 1) * I_VARJE));

type State = { readonly skede: 'finns inte' } | { readonly skede: 'finns' | 'struken'; readonly beslut: readonly string[]; readonly anmald?: string };

/** A list of decisions for a period: read in row by row, or a paper with a count. */
export const delegationslista: Decider<DelegationslistaCommand, State, DelegationslistaEvent, DelegationslistaHinder> = {
  category: 'delegationslista',
  facts: delegationslistaFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ data }) => ('namnd' in data ? data.namnd : null),

  decide(command, state, { id }) {
    const { type, data } = command;
    const kid = `delegationslista:${id}`;
    if ('fran' in data) {
      const noDay = provaDatum(data.fran, data.till);
      if (noDay !== undefined) return { hinder: [noDay] };
      return state.skede === 'finns inte' ? (stopPeriod(data) ?? ny(command as Ny, kid)) : refuse('LISTAN_FINNS_REDAN', 'Listan finns redan.');
    }
    if (state.skede === 'finns inte') return refuse('LISTAN_FINNS_INTE', 'Listan finns inte.');
    if (state.skede === 'struken') return type === 'StrykDelegationslista' ? [] : refuse('LISTAN_AR_STRUKEN', 'Listan är struken.');
    switch (type) {
      case 'NoteraListanAnmald':
        if (state.anmald !== undefined) return state.anmald === data.punkt ? [] : refuse('REDAN_ANMALD', 'Listan är redan anmäld.');
        return [{ type: 'DelegationslistaAnmald', data }];
      case 'StrykDelegationslista':
        if (blank(data.skal)) return noReason();
        if (state.anmald !== undefined) return refuse('REDAN_ANMALD', 'Listan är anmäld till nämnden och stryks inte.');
        return [{ type: 'DelegationslistaStruken', data: { skal: seal(kid, data.skal) } }, ...buntar(state.beslut).map((beslut): DelegationslistaEvent => ({ type: 'DelegationslistansBeslutStrukna', data: { beslut } }))];
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    switch (event.type) {
      case 'DelegationslistaInlast': case 'DelegationslistaBifogad': return { skede: 'finns', beslut: [] };
      default: break;
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'DelegationslistansBeslut': return { ...state, beslut: [...state.beslut, ...event.data.beslut] };
      case 'DelegationslistaAnmald': return { ...state, anmald: event.data.punkt };
      case 'DelegationslistaStruken': return { ...state, skede: 'struken' };
      case 'DelegationslistansBeslutStrukna': return state;
      default: return unknownCase(event);
    }
  },
};

type Ny = Extract<DelegationslistaCommand, { type: 'LasInDelegationsbeslut' | 'BifogaDelegationslista' }>;
const stopPeriod = ({ fran, till, antal }: Period): Refusal<DelegationslistaHinder> | undefined => {
  if (till < fran) return refuse('PERIODEN_BAKLANGES', `Perioden kan inte gå från ${fran} till ${till}.`);
  return antal < 1 ? refuse('LISTAN_AR_TOM', 'Listan har inga beslut.') : undefined;
};
const ny = (command: Ny, kid: string): readonly DelegationslistaEvent[] | Refusal<DelegationslistaHinder> => {
  if (command.type === 'BifogaDelegationslista') {
    const { fil, ...data } = command.data;
    if (fil === undefined || fil.namnd !== data.namnd) return refuse('HANDLINGEN_FINNS_INTE', 'Handlingen finns inte i nämnden.');
    return [{ type: 'DelegationslistaBifogad', data: { ...data, version: fil.version, hash: fil.hash } }];
  }
  const { beslut, kalla, lika, ...data } = command.data;
  const weighed = weigh<DelegationslistaHinder>(command, kid, listvarningar(data.avvikande, lika));
  if (isRefusal(weighed)) return weighed;
  return [{ type: 'DelegationslistaInlast', data: { ...data, kalla: seal(kid, kalla), ...weighed } }, ...buntar(beslut).map((en): DelegationslistaEvent => ({ type: 'DelegationslistansBeslut', data: { beslut: en } }))];
};

/** What a list is asked a reason for: rows that the rules would have stopped, and rows that are alike. */
export const listvarningar = (avvikande: number, lika: number): readonly Hinder<Listvarning>[] => [
  ...(avvikande > 0 ? [warning<Listvarning>('RADER_MED_BROTT', `${avvikande} ${avvikande === 1 ? 'rad' : 'rader'} bryter mot delegationsordningen eller lagen. Besluten är fattade och registreras, med det som brister antecknat.`, 'KL 6 kap. 37 §')] : []),
  ...(lika > 0 ? [warning<Listvarning>('LIKA_RADER', `${lika} ${lika === 1 ? 'rad är lik en annan rad' : 'rader är lika andra rader'} i filen i allt. Ange varför de är beslut var för sig.`)] : []),
];
