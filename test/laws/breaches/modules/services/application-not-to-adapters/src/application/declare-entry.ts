import { table } from '../adapters/postgres/table.ts';

/** Planted breach: a use case that names its adapter. */
export const where = table;
