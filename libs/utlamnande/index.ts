export type { UtlamnandeEvent } from './utlamnande.events';
export * from './utlamnande.klockor';
export * from './utlamnande.projection';
