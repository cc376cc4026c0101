import { aggregateIdOf, type Handled, requestIdOf } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import { typedCode } from '@jiangong/wording';
import type { VoteCodeOrder } from '../domain/ballot/code-orders.ts';
import type { BallotFact, Box } from '../domain/ballot/facts.ts';
import { CODES_PER_BATCH_MAX } from '../domain/ballot/limits.ts';
import type { BallotRefusal, VoteCodeRefusal } from '../domain/ballot/refusals.ts';
import { isSet, type LiveBallot } from '../domain/ballot/state.ts';
import { batchOfCode, isGood } from '../domain/ballot/vote-codes.ts';
import { isPrepared, type PreparedRound } from '../domain/round/state.ts';
import { ballotKey } from './ballot-codec.ts';
import { timeOfBallot } from './ballot-stage.ts';
import { type Ballots, ballotRulesIn } from './ballots.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import type { BallotRules } from '../domain/ballot/rules.ts';
import { ballotIdOf } from './streams.ts';
import { hintIn, voteCodeOf } from './vote-code-text.ts';

type OfSource = Readonly<{ roundId: string; sourceId: string }>;
type OfBatch = OfSource & Readonly<{ batchId: string }>;
type Time = 'now' | 'isOpen' | 'closesAt';
type Bare<O> = O extends VoteCodeOrder ? Omit<O, Time> : never;
export type VoteCodeAnswer = Handled<BallotFact, BallotRefusal | VoteCodeRefusal>;

/** The ballots whose codes begin so, and that are not over. */
export type BallotsOfHint = (hint: string) => Promise<readonly string[]>;

/** A code that holds, and whatever its ballot is. */
export type HeldCode = Readonly<{
  code: string;
  ballot: LiveBallot;
  box: Box;
  round: PreparedRound;
  rules: BallotRules;
  closesAt: string;
}>;

const notGood = () => refused({ reason: 'VOTE_CODE_NOT_GOOD', field: 'code' });

/** All that is kept of a code: nobody without the ballot's key finds it by trying, and the key goes when the ballot is closed. */
const fingerprintOf = ({ evaluation: { ground } }: Ballots, ballotId: string, typed: string): Promise<string> =>
  ground.privacy.fingerprint(ballotKey(ballotId), ['vote code', typedCode(typed)]);

const timeIn = async (
  { evaluation: { readRound } }: Ballots,
  { roundId, sourceId }: OfSource,
): Promise<Readonly<{ isOpen: boolean; closesAt: string }>> => {
  const { round } = await readRound(roundId);
  if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
  const rules = ballotRulesIn(round, sourceId);
  return round.kind === 'open' && rules !== undefined
    ? { isOpen: true, closesAt: timeOfBallot(round, rules).closesAt }
    : { isOpen: false, closesAt: '' };
};

/** What the office does with codes. */
const officeActs = (ballots: Ballots) => {
  const { evaluation, send } = ballots;
  const { ground, random } = evaluation;
  const sendAs = async (
    of: OfSource,
    call: CallContext,
    order: Bare<VoteCodeOrder>,
    body: object,
  ): Promise<VoteCodeAnswer> => {
    const time = await timeIn(ballots, of);
    return send(
      ballotIdOf(of.roundId, of.sourceId),
      { ...order, ...time, now: call.now },
      sentBy(call, order.type, body),
    );
  };

  const whyOf = (of: OfSource, why: string): Promise<string> =>
    ground.privacy.fingerprint(proseKey(ballotIdOf(of.roundId, of.sourceId)), { why });

  return {
    /** The codes are in the answer of the very order that made them; whoever repeats it is told that it was done, and no code. */
    make: async (
      { count, entryId, ...of }: OfSource & Readonly<{ entryId: string; count: number }>,
      call: CallContext,
    ): Promise<Readonly<{ handled: VoteCodeAnswer; batchId: string; codes: readonly string[] }>> => {
      const ballotId = ballotIdOf(of.roundId, of.sourceId);
      const batchId = aggregateIdOf(call.requestId, 'vote codes');
      const isCount = Number.isInteger(count) && count > 0 && count <= CODES_PER_BATCH_MAX;
      const printed = Array.from({ length: isCount ? count : 0 }, () => voteCodeOf(ballotId, random()));
      const codes = await Promise.all(printed.map((one) => fingerprintOf(ballots, ballotId, one)));
      const order = { type: 'MakeVoteCodes', batchId, entryId, codes } as const;
      const handled = await sendAs(of, call, order, { ...of, entryId, count });
      const isNew = handled.kind === 'accepted' && !handled.repeated;
      return { handled, batchId, codes: isNew ? printed : [] };
    },

    proposeVoiding: async ({ why, batchId, ...of }: OfBatch & Readonly<{ why: string }>, call: CallContext) => {
      const order = { type: 'ProposeVoidingVoteCodes', batchId, by: call.actor.id ?? '', why } as const;
      return sendAs(of, call, order, { ...of, batchId, why: await whyOf(of, why) });
    },

    rejectVoiding: async ({ why, batchId, ...of }: OfBatch & Readonly<{ why: string }>, call: CallContext) => {
      const order = { type: 'RejectVoidingVoteCodes', batchId, by: call.actor.id ?? '', why } as const;
      return sendAs(of, call, order, { ...of, batchId, why: await whyOf(of, why) });
    },

    voidCodes: ({ batchId, ...of }: OfBatch, call: CallContext): Promise<VoteCodeAnswer> =>
      sendAs(of, call, { type: 'VoidVoteCodes', batchId, by: call.actor.id ?? '' }, { ...of, batchId }),
  };
};

/** What the holder of a code does, whom nobody knows. */
const publicActs = (ballots: Ballots, ofHint: BallotsOfHint) => {
  const { evaluation, read, send, signatures, privateKeys } = ballots;
  const { ground, readRound } = evaluation;
  /** A code whose ballot is under way; whatever else is typed is told to be no good. */
  const held = async (typed: string): Promise<HeldCode> => {
    for (const ballotId of await ofHint(hintIn(typed))) {
      const ballot = await read(ballotId);
      const code = await fingerprintOf(ballots, ballotId, typed);
      const batch = isSet(ballot) ? batchOfCode(ballot.codes, code) : undefined;
      if (!isSet(ballot) || batch === undefined) continue;
      const { round } = await readRound(ballot.roundId);
      const rules = isPrepared(round) ? ballotRulesIn(round, ballot.sourceId) : undefined;
      const box = ballot.boxes.find(({ boxId }) => boxId === batch.boxId);
      if (round.kind !== 'open' || rules === undefined || box === undefined) break;
      return { code, ballot, box, round, rules, closesAt: timeOfBallot(round, rules).closesAt };
    }
    throw notGood();
  };

  return {
    /** What a code that is still unused is for. */
    look: async (typed: string): Promise<HeldCode> => {
      const found = await held(typed);
      if (!isGood(found.ballot.codes, found.code)) throw notGood();
      return found;
    },

    /**
     * Signs what the holder of a code blinded, once. Nothing of who asks, nor of what else he asks, stands in the fact; which token it
     * becomes nobody learns, as with every voter.
     */
    use: async (typed: string, blinded: string): Promise<string> => {
      const { code, ballot, box, closesAt } = await held(typed);
      const { ballotId } = ballot;
      const asked = await ground.privacy.fingerprint(ballotKey(ballotId), [box.boxId, blinded]);
      if (!isGood(ballot.codes, code, asked)) throw notGood();
      // What this key can not sign is said before anything stands in the log.
      const signature = signatures.sign((await privateKeys(ballotId))[box.boxId] ?? '', blinded);
      if (signature === undefined) throw refused({ reason: 'BLINDED_INVALID', field: 'blinded' });
      const name = 'vote-by-code';
      const requestId = requestIdOf(`${name} ${ballotId} ${code} ${asked}`);
      const context = { ...ground.systemContext({ name, requestId }), traceparent: null };
      const order = { type: 'UseVoteCode', code, blinded, asked, isOpen: true, closesAt, now: context.now } as const;
      const handled = await send(ballotId, order, { body: { order: order.type, code, asked }, context });
      if (handled.kind === 'refused') throw refused(handled.refusal);
      return signature;
    },
  };
};

/** Codes of secret ballots: printed by the office, used by nobody known. */
export const voteCodesOf = (ballots: Ballots, ofHint: BallotsOfHint) => ({
  ...officeActs(ballots),
  ...publicActs(ballots, ofHint),
});

export type VoteCodes = ReturnType<typeof voteCodesOf>;
