/** A breach: a rule book that decides differently tomorrow. The clock comes in by the door: as a global, another law would bite it. */
export const today = (Date: { now: () => number }): number => Date.now();
export const lot = (): number => Math.random();
