export * from './commands';
export * from './context';
export * from './guard';
export * from './outcome';
export * from './page';
