export type { ExpedieringEvent } from './expediering.events';
export * from './expediering.klockor.projection';
export * from './expediering.projection';
