/** Injection token of the secret ballots. */
export const BALLOTS = Symbol('jiangong.evaluation.ballots');
