export * from './behorighet';
export * from './tabell';
