import pg from 'pg';

/** Planted breach: a vendor outside adapters, module and main. */
export const driver = pg;
