/** How a secret ballot is held: compiled with the round's tables, and frozen with them. Levels, turnout and least stand in its source. */
export type BallotRules = Readonly<{
  sourceId: string;
  /** The party whose grants entitle to a vote, by id. */
  who: string;
  /** `entry`: whoever belongs to an entry's home votes about it; `round`: everybody votes about every entry. */
  scope: 'entry' | 'round';
  /** The share of the round's time, in basis points, in which tokens are issued. The box opens when it is over. */
  tokens: number;
  /** Chinese and English names of its levels, by id. */
  names: Readonly<Record<string, readonly [zh: string, en: string]>>;
}>;
