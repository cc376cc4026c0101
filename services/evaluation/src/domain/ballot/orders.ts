import type { BallotSource } from '@jiangong/scoring';
import type { Candidate } from '../round/holders.ts';
import type { Entry } from '../round/state.ts';
import type { RoundTables } from '../round/tables.ts';
import type { VoteCodeOrder } from './code-orders.ts';
import type { Box, OpenedBallot } from './facts.ts';
import type { OfBallot } from './of-ballot.ts';
import type { Mark } from './papers.ts';
import type { BallotRules } from './rules.ts';

type At = Readonly<{ now: string }>;

/** With the opening of its round, or of its own stage in it. `keys`: fresh ones, one a box. */
export type SetBallot = At &
  OfBallot &
  Readonly<{
    type: 'SetBallot';
    rules: BallotRules;
    source: BallotSource;
    closesAt: string;
    keys: readonly (Box & Readonly<{ privateKey: string }>)[];
  }>;

/** One blinded message, base64url. */
export type BlindedRequest = Readonly<{ boxId: string; blinded: string }>;

/** `asked`: the keyed fingerprint of `requests`. `entries`: those of the round that are judged. */
export type IssueTokens = At &
  Readonly<{
    type: 'IssueTokens';
    tables: RoundTables;
    rules: BallotRules;
    entries: readonly Entry[];
    voter: Candidate;
    requests: readonly BlindedRequest[];
    asked: string;
  }>;

export type OpenBoxes = At & Readonly<{ type: 'OpenBoxes' }>;

/** One level, or the answers of a paper in their order. */
export type Choice = Readonly<{ level: number }> | Readonly<{ marks: readonly Mark[] }>;

/** `ballots`: what waited, each with its choice. */
export type CloseBallot = At &
  Readonly<{
    type: 'CloseBallot';
    ballots: readonly (Omit<OpenedBallot, 'level'> & Choice)[];
  }>;

export type AnnulBallot = At & Readonly<{ type: 'AnnulBallot' }>;

export type BallotOrder = SetBallot | IssueTokens | OpenBoxes | CloseBallot | AnnulBallot | VoteCodeOrder;
