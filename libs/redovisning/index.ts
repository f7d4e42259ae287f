export type { RedovisningEvent } from './redovisning.events';
export * from './redovisning.projection';
