/** Injection token of the codes by which the public votes. */
export const VOTE_CODES = Symbol('evaluation vote codes');
