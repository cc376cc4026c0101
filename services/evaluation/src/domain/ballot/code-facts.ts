import type { Fact } from '@jiangong/event-store';
import type { Told } from '../checklist/facts.ts';
import type { OfBallot } from './of-ballot.ts';

/**
 * The office has printed codes for one box. `codes`: keyed fingerprints under the ballot's own key, sorted, so that their order is not that of
 * the slips; a code itself is kept nowhere.
 */
export type VoteCodesMade = Fact<
  'VoteCodesMade.v1',
  OfBallot & Readonly<{ batchId: string; boxId: string; codes: readonly string[] }>
>;

/** Somebody of the office asks that what is unused of a batch be good no more. */
export type VoteCodesVoidingProposed = Fact<
  'VoteCodesVoidingProposed.v1',
  OfBallot & Readonly<{ batchId: string; proposedBy: string; prose: Told<{ why: string }> }>
>;

/** It stays good: another person said so, or whoever proposed it took it back. */
export type VoteCodesVoidingRejected = Fact<
  'VoteCodesVoidingRejected.v1',
  OfBallot & Readonly<{ batchId: string; rejectedBy: string; prose: Told<{ why: string }> }>
>;

/** Another person carried it out. `unused`: how many codes are good no more; what was used by then has its token. */
export type VoteCodesVoided = Fact<
  'VoteCodesVoided.v1',
  OfBallot & Readonly<{ batchId: string; proposedBy: string; voidedBy: string; unused: number }>
>;

/** A code has given its token. `asked`: a keyed fingerprint of the blinded request, so that the same one is answered again and no other. */
export type VoteCodeUsed = Fact<'VoteCodeUsed.v1', OfBallot & Readonly<{ boxId: string; code: string; asked: string }>>;

export type VoteCodeFact =
  | VoteCodesMade
  | VoteCodesVoidingProposed
  | VoteCodesVoidingRejected
  | VoteCodesVoided
  | VoteCodeUsed;
