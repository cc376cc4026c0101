/** A breach: a calculation that is not the same tomorrow. */
export const today = (): number => Date.now();
export const lot = (): number => Math.random();
