export type * from './domain/record.ts';
