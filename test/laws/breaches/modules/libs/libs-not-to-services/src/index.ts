import { table } from '../../../services/application-not-to-adapters/src/adapters/postgres/table.ts';

/** Planted breach: a lib that knows who uses it. */
export const user = table;
