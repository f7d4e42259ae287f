export type { DelegationsanmalanEvent } from './delegationsanmalan.events';
export * from './delegationsanmalan.projection';
export * from './delegationsbeslut.klockor.projection';
export type { DelegationsbeslutEvent } from './delegationsbeslut.events';
export * from './delegationsbeslut.projection';
export type { DelegationslistaEvent } from './delegationslista.events';
export * from './delegationslista.projection';
export type { DelegationsordningEvent } from './delegationsordning.events';
export * from './delegationsordning.projection';
