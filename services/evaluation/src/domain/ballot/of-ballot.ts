/** Which ballot a fact is of: one a round and source. */
export type OfBallot = Readonly<{ ballotId: string; roundId: string; editionId: string; sourceId: string }>;
