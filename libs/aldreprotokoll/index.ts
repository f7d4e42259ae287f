export type { AldreProtokollEvent } from './aldreprotokoll.events';
export * from './aldreprotokoll.projection';
