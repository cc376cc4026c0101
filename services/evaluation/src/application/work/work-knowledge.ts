import type { OpenAppeals } from './appeal-work.ts';
import type { OpenClaims } from './bonus-work.ts';
import type { HonourKnowledge } from './honour-work.ts';
import type { OpenMeasures } from './measure-work.ts';
import type { RecommendationKnowledge } from './recommendation-work.ts';
import type { TalkKnowledge } from './talk-work.ts';
import type { OpenEntryProposals, RoundLine } from './round-line.ts';

export type OpenProposal = Readonly<{
  roundId: string;
  act: string;
  unsealed: boolean;
  proposedBy: string;
  role: string;
}>;

/** Minutes that wait for the caller's attestation. */
export type MinutesLine = Readonly<{
  roundId: string;
  editionId: string;
  /** Empty for a round. */
  seriesId: string;
  titleZh: string;
  titleEn: string;
  organizationPath: string;
  decideBy: string;
  attested: number;
  present: number;
}>;

/** What a round has in it that somebody may have to do something about. */
export type FoundRound = RoundLine &
  Readonly<{ proposals: boolean; lists: boolean; bonuses: boolean; measures: boolean; appeals: boolean }>;

/** What there is at all for the caller to be told of: what is not there is not asked for, and most of it is there at few times of a year. */
export type Present = Readonly<{
  upward: boolean;
  minutes: boolean;
  honours: boolean;
  honourProposals: boolean;
  /** Check-lists that are filled now, ballots, and what rounds wait for beside sheets. */
  lists: boolean;
  ballots: boolean;
  /** Votes of the public by codes. */
  codes: boolean;
  pending: boolean;
  /** Talks that are to be held, or to be confirmed. */
  talks: boolean;
}>;

/** What work is told from: one question each, over the caller's parts of the tree and his own seats. */
export interface WorkKnowledge extends HonourKnowledge, RecommendationKnowledge, TalkKnowledge {
  /** Asked once by whoever tells work, however often it is looked at. */
  present(personId: string): Promise<Present>;
  rounds(paths: readonly string[], personId: string): Promise<readonly FoundRound[]>;
  proposals(roundIds: readonly string[]): Promise<readonly OpenProposal[]>;
  checklistProposals(roundIds: readonly string[], personId: string): Promise<readonly OpenEntryProposals[]>;
  bonusProposals(roundIds: readonly string[], personId: string): Promise<readonly OpenEntryProposals[]>;
  bonusClaims(roundIds: readonly string[], personId: string): Promise<readonly OpenClaims[]>;
  appeals(roundIds: readonly string[], personId: string): Promise<readonly OpenAppeals[]>;
  measureProposals(roundIds: readonly string[], personId: string): Promise<readonly OpenEntryProposals[]>;
  measures(roundIds: readonly string[], personId: string): Promise<readonly OpenMeasures[]>;
  minutes(personId: string): Promise<readonly MinutesLine[]>;
}

/** Rounds and minutes looked at in one answer; beyond them it says that it is cut. */
export const WORK_ROWS_MAX = 500;
