export type { TjansteskrivelseEvent } from './tjansteskrivelse.events';
export * from './tjansteskrivelse.projection';
