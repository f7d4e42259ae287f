export type { RemissEvent } from './remiss.events';
export * from './remiss.projection';
export * from './remiss.svarstid';
export type { RemissutskickEvent } from './remissutskick.events';
export * from './remissutskick.projection';
