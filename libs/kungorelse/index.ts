export type { KungorelseEvent } from './kungorelse.events';
export * from './kungorelse.projection';
