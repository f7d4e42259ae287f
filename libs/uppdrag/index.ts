export type { UppdragEvent } from './uppdrag.events';
export * from './uppdrag.projection';
