export * from './namnd.dagordning';
export type { NamndCommand } from './namnd.decider';
export type { NamndEvent } from './namnd.events';
export * from './namnd.inkallelse';
export * from './namnd.projection';
export type { PersonEvent } from './person.events';
export * from './person.projection';
export { LISTOR, uppdragsmall } from './namnd.lista';
export * from './tabellista';
