import * as postgres from '@jiangong/database/postgres';

/** Planted breach: a use case that reaches a driver through a lib's sub-path. */
export const reached = postgres;
