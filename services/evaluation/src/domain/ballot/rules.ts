/** How a secret ballot is held: compiled with the round's tables, and frozen with them. Levels, turnout and least stand in its source. */
export type BallotRules = Readonly<{
  sourceId: string;
  /** The party whose grants entitle to a vote, by id. */
  who: string;
  /** `entry`: whoever belongs to an entry's home votes about it; `round`: everybody votes about every entry. */
  scope: 'entry' | 'round';
  /** The share of the round's time, in basis points, in which tokens are issued. The box opens when it is over. */
  tokens: number;
  /** The share of the answers on one paper that may be the highest level, in basis points; absent: as many as one likes. */
  fullAtMost?: number;
  /** How many names one paper may pick, of one category of entries; absent: each entry is given a level. */
  pickAtMost?: number;
  /** Chinese and English names of its levels and questions, by id. */
  names: Readonly<Record<string, readonly [zh: string, en: string]>>;
  /** Whose votes are counted apart; absent where everybody by `who` and `scope` votes, and no group is joined with another. */
  electorates?: readonly Electorate[];
  /** Nobody votes about what is of his own home; absent where he does. */
  ownApart?: true;
  /** The poll is held on paper, and on paper alone: nobody is given a token. Absent where it is electronic. */
  box?: true;
  /** Whoever has a code votes about the entry that it is for, and nobody is given a token by what he is; absent elsewhere. */
  byCode?: true;
}>;

/** A group of voters. `table`: the source that its votes are counted in. `merge`: another one's id, `superior`, or null. */
export type Electorate = Readonly<{
  id: string;
  table: string;
  who: string;
  scope: 'entry' | 'round';
  merge: string | null;
  name: readonly [zh: string, en: string] | null;
}>;

/** The parties whose grants entitle to a vote, by id. */
export const votingParties = ({ who, electorates }: BallotRules): readonly string[] =>
  electorates === undefined ? [who] : electorates.map((one) => one.who);
