import type { DelegationslistaEvent } from '@klubba/delegation';
import { type Golden, type NothingMissing, sealed } from './golden';

const lista = { namnd: '00000000-0000-4000-8000-0000000000a1', fran: '2026-10-01', till: '2026-10-31', antal: 2 } as const;
const id = (n: number): string => `00000000-0000-4000-8000-000000000f${String(n).padStart(2, '0')}`;
const inlast = { ...lista, avvikande: 1, kalla: sealed('delegationslista'), hash: 'a'.repeat(64), avsteg: [{ kod: 'RADER_MED_BROTT', skal: sealed('delegationslista') }] } as const;
const bifogad = { ...lista, handling: id(1), version: 1, hash: 'b'.repeat(64) } as const;
const anmald = { punkt: id(2), sammantrade: id(3), ar: 2026, nr: 40, datum: '2026-11-04' } as const;

export const golden = [
  { type: 'DelegationslistaInlast', schema: 1, stored: inlast, today: inlast },
  { type: 'DelegationslistansBeslut', schema: 1, stored: { beslut: [id(4), id(5)] }, today: { beslut: [id(4), id(5)] } },
  { type: 'DelegationslistaStruken', schema: 1, stored: { skal: sealed('delegationslista') }, today: { skal: sealed('delegationslista') } },
  { type: 'DelegationslistansBeslutStrukna', schema: 1, stored: { beslut: [id(4), id(5)] }, today: { beslut: [id(4), id(5)] } },
  { type: 'DelegationslistaBifogad', schema: 1, stored: bifogad, today: bifogad },
  { type: 'DelegationslistaAnmald', schema: 1, stored: anmald, today: anmald },
] as const satisfies readonly Golden<DelegationslistaEvent>[];
export const nothingMissing: NothingMissing<DelegationslistaEvent, typeof golden> = true;
