export type { ParagrafCommand } from './paragraf.decider';
export type { ParagrafEvent } from './paragraf.events';
export * from './paragraf.klockor.projection';
export * from './paragraf.lagakraft.projection';
export * from './paragraf.projection';
export * from './paragrafnummer';
export type { ParagrafserieCommand } from './paragrafserie.decider';
export type { ParagrafserieEvent } from './paragrafserie.events';
export * from './paragrafserie.projection';
