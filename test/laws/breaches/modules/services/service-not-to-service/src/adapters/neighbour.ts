import { table } from '../../../application-not-to-adapters/src/adapters/postgres/table.ts';

/** Planted breach: one service reads another's files. */
export const borrowed = table;
