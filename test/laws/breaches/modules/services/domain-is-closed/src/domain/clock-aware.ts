import { now } from '../application/clock.ts';

/** Planted breach: a rule book that looks outwards. */
export const decidedAt = now;
