export type { SignaturEvent } from './signatur.events';
export * from './signatur.projection';
