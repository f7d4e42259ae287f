export type { BilagorEvent } from './bilagor.events';
export * from './bilagor.projection';
export type { HandlingCommand } from './handling.decider';
export type { HandlingEvent } from './handling.events';
export * from './handling.projection';
