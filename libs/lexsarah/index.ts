export type { LexSarahEvent } from './lexsarah.events';
export * from './lexsarah.frister';
export * from './lexsarah.projection';
export * from './lexsarah.skede';
export type { LexSarahRutinEvent } from './lexsarahrutin.events';
export * from './lexsarahrutin.projection';
