export type { SignaturEvent } from './signatur.events';
export { protokollstext, skillnader } from './signatur.jamforelse';
export * from './signatur.projection';
