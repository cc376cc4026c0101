import { egg } from './egg.ts';

/** Planted breach: which came first? */
export const hen = (): unknown => egg;
