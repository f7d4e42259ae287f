export * from './commands';
export * from './context';
export * from './guard';
export * from './input';
export * from './outcome';
export * from './page';
