/** Injection token of the secret ballots. */
export const BALLOTS = Symbol('evaluation ballots');
