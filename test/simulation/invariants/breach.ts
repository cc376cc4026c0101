/** The invariants of the platform, by their numbers in the reliability rules. */
export type InvariantId = 'I1' | 'I2' | 'I3' | 'I5' | 'I6' | 'I7' | 'I9' | 'I10';

/** What was found broken, in words that name the place. */
export type Breach = Readonly<{ invariant: InvariantId; text: string }>;

/** So many breaches of one kind are told; more add nothing. */
export const BREACHES_TOLD_MAX = 20;

export const breach = (invariant: InvariantId, text: string): Breach => ({ invariant, text });
