export type { ArendeCommand } from './arende.decider';
export type { ArendeEvent } from './arende.events';
export * from './arende.projection';
export * from './diarienummer';
export type { DiarieserieEvent } from './diarieserie.events';
export * from './diarieserie.projection';
