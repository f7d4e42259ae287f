export * from './sammantrade.arvoden.projection';
export * from './sammantrade.dagordning.projection';
export type { SammantradeCommand } from './sammantrade.decider';
export type { SammantradeEvent } from './sammantrade.events';
export * from './sammantrade.klockor.projection';
export * from './sammantrade.narvaro.projection';
export * from './sammantrade.projection';
export { oppetFor } from './sammantrade.kallelse.projection';
export { kallelsehash } from './sammantrade.utskick.projection';
