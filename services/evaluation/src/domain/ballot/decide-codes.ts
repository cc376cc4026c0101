import { textRefusal } from '@jiangong/wording';
import { isBytes } from './bytes.ts';
import type { BallotFact } from './facts.ts';
import type { OfBallot } from './of-ballot.ts';
import type {
  MakeVoteCodes,
  ProposeVoidingVoteCodes,
  RejectVoidingVoteCodes,
  UseVoteCode,
  VoidVoteCodes,
  VoteCodeOrder,
} from './code-orders.ts';
import {
  CODE_BATCHES_MAX,
  CODES_PER_BATCH_MAX,
  CODES_PER_BOX_MAX,
  MODULUS_BYTES,
  TOKENS_PER_BALLOT_MAX,
  WHY_CHARACTERS_MAX,
} from './limits.ts';
import type { BallotRefusal, VoteCodeRefusal } from './refusals.ts';
import { type Ballot, isSet, type LiveBallot } from './state.ts';
import { batchIn, batchOfCode, type CodeBatch, isGood, usedOf } from './vote-codes.ts';

type Decision = readonly BallotFact[] | BallotRefusal | VoteCodeRefusal;

const ofBallot = ({ ballotId, roundId, editionId, sourceId }: LiveBallot): OfBallot => ({
  ...{ ballotId, roundId, editionId, sourceId },
});

/** Why nothing happens to the codes of this ballot now. */
const timeRefusal = (ballot: Ballot, { isOpen, closesAt, now }: VoteCodeOrder): VoteCodeRefusal | undefined => {
  if (!isSet(ballot)) return { reason: 'NO_BALLOT', field: 'sourceId' };
  if (ballot.byCode !== true) return { reason: 'BALLOT_NOT_BY_CODE', field: 'sourceId' };
  const isOver = ballot.kind === 'closed' || ballot.kind === 'annulled' || !isOpen || now >= closesAt;
  return isOver ? { reason: 'BALLOT_OVER', field: 'sourceId' } : undefined;
};

/** So many of a box and of a ballot at most: each may become a vote, and all of these are opened at once. */
const roomRefusal = ({ codes }: LiveBallot, boxId: string, more: number): VoteCodeRefusal | undefined => {
  const all = Object.values(codes.batches);
  const sum = (some: readonly CodeBatch[]): number => some.reduce((count, one) => count + one.codes.length, 0);
  const standing = sum(all.filter((batch) => batch.boxId === boxId && !batch.isVoid));
  const over = (had: number, max: number): VoteCodeRefusal | undefined =>
    had + more > max ? { reason: 'TOO_MANY_VOTE_CODES', field: 'count', details: { max, had } } : undefined;
  return (
    over(standing, CODES_PER_BOX_MAX) ??
    over(sum(all), TOKENS_PER_BALLOT_MAX) ??
    (all.length >= CODE_BATCHES_MAX
      ? { reason: 'TOO_MANY_VOTE_CODES', details: { max: CODE_BATCHES_MAX, had: all.length } }
      : undefined)
  );
};

/** Codes are made until the box closes. */
const make = (ballot: LiveBallot, { batchId, entryId, codes }: MakeVoteCodes): Decision => {
  const box = ballot.boxes.find((one) => one.entryId === entryId);
  if (box === undefined) return { reason: 'BALLOT_UNKNOWN', field: 'entryId' };
  if (codes.length < 1 || codes.length > CODES_PER_BATCH_MAX)
    return { reason: 'VOTE_CODE_COUNT_INVALID', field: 'count', details: { max: CODES_PER_BATCH_MAX } };
  const { boxId } = box;
  const refusal = roomRefusal(ballot, boxId, codes.length);
  if (refusal) return refusal;
  return [{ type: 'VoteCodesMade.v1', data: { ...ofBallot(ballot), batchId, boxId, codes: codes.toSorted() } }];
};

const whyRefusal = (why: string) =>
  textRefusal(why, { field: 'why', charactersMax: WHY_CHARACTERS_MAX, lines: 'many' });

/** A batch that holds, or why there is nothing to void. */
const standingBatch = (ballot: LiveBallot, batchId: string): CodeBatch | VoteCodeRefusal => {
  const batch = batchIn(ballot.codes, batchId);
  if (batch === undefined) return { reason: 'VOTE_CODES_NOT_FOUND', field: 'batchId' };
  return batch.isVoid ? { reason: 'VOTE_CODES_VOID_ALREADY', field: 'batchId' } : batch;
};

const proposeVoiding = (ballot: LiveBallot, { batchId, by, why }: ProposeVoidingVoteCodes): Decision => {
  const batch = standingBatch(ballot, batchId);
  if ('reason' in batch) return batch;
  if (batch.proposed !== null) return { reason: 'VOIDING_PROPOSED_ALREADY', field: 'batchId' };
  return (
    whyRefusal(why) ?? [
      { type: 'VoteCodesVoidingProposed.v1', data: { ...ofBallot(ballot), batchId, proposedBy: by, prose: { why } } },
    ]
  );
};

/** Whoever proposed it takes it back; anybody else lets the codes stand. */
const rejectVoiding = (ballot: LiveBallot, { batchId, by, why }: RejectVoidingVoteCodes): Decision => {
  const batch = standingBatch(ballot, batchId);
  if ('reason' in batch) return batch;
  if (batch.proposed === null) return { reason: 'VOIDING_NOT_PROPOSED', field: 'batchId' };
  return (
    whyRefusal(why) ?? [
      { type: 'VoteCodesVoidingRejected.v1', data: { ...ofBallot(ballot), batchId, rejectedBy: by, prose: { why } } },
    ]
  );
};

/** Of a vote nobody knows whose it is, so that one is never called back: what was used stays used. */
const voidCodes = (ballot: LiveBallot, { batchId, by }: VoidVoteCodes): Decision => {
  const batch = standingBatch(ballot, batchId);
  if ('reason' in batch) return batch;
  if (batch.proposed === null) return { reason: 'VOIDING_NOT_PROPOSED', field: 'batchId' };
  const proposedBy = batch.proposed.by;
  if (proposedBy === by) return { reason: 'SECOND_PERSON_NEEDED', field: 'batchId' };
  const unused = batch.codes.length - usedOf(ballot.codes, batch);
  return [{ type: 'VoteCodesVoided.v1', data: { ...ofBallot(ballot), batchId, proposedBy, voidedBy: by, unused } }];
};

/** A code that is unknown, void or used up is told alike: whoever tries codes learns nothing. */
const notGood: VoteCodeRefusal = { reason: 'VOTE_CODE_NOT_GOOD', field: 'code' };

/** Each code gives one token, once its box is open. The very same request again is answered again. */
const use = (ballot: LiveBallot, { code, blinded, asked }: UseVoteCode): Decision => {
  const batch = batchOfCode(ballot.codes, code);
  if (batch === undefined || !isGood(ballot.codes, code, asked)) return notGood;
  if (Object.hasOwn(ballot.codes.used, code)) return [];
  if (ballot.kind === 'issuing')
    return { reason: 'BOX_NOT_OPEN', field: 'code', details: { issueUntil: ballot.issueUntil } };
  if (!isBytes(blinded, MODULUS_BYTES)) return { reason: 'BLINDED_INVALID', field: 'blinded' };
  return [{ type: 'VoteCodeUsed.v1', data: { ...ofBallot(ballot), boxId: batch.boxId, code, asked } }];
};

export const decideCodes = (ballot: Ballot, order: VoteCodeOrder): Decision => {
  const refusal = timeRefusal(ballot, order);
  if (refusal) return refusal;
  if (!isSet(ballot)) return [];
  switch (order.type) {
    case 'MakeVoteCodes':
      return make(ballot, order);
    case 'ProposeVoidingVoteCodes':
      return proposeVoiding(ballot, order);
    case 'RejectVoidingVoteCodes':
      return rejectVoiding(ballot, order);
    case 'VoidVoteCodes':
      return voidCodes(ballot, order);
    case 'UseVoteCode':
      return use(ballot, order);
  }
};
