import { v4 } from 'uuid';

/** Planted breach: a second home for ids. */
export const id = v4;
