import type { StoredEvent } from '@jiangong/event-store';
import { ballotDecider } from '../domain/ballot/decider.ts';
import type { BallotFact } from '../domain/ballot/facts.ts';
import { TURNOUT_STEP } from '../domain/ballot/limits.ts';
import { isSet, type LiveBallot } from '../domain/ballot/state.ts';
import { type CodeBatch, usedOf } from '../domain/ballot/vote-codes.ts';
import { entryOf, type PreparedRound } from '../domain/round/state.ts';
import { timeOfBallot } from './ballot-stage.ts';
import { ballotRulesOf } from './ballots.ts';
import type { Evaluation } from './evaluation.ts';
import { openProse } from './prose-codec.ts';
import { ballotIdOf, ballotStream } from './streams.ts';

export type ShownBatch = Readonly<{
  batchId: string;
  entryId: string;
  title: string;
  made: number;
  used: number;
  voided: number;
  standing: 'good' | 'voiding-proposed' | 'void';
  proposedBy: string;
  why: string;
  madeAt: string;
}>;

export type ShownCodeBallot = Readonly<{
  ballot: LiveBallot;
  closesAt: string;
  entries: readonly Readonly<{ entryId: string; title: string }>[];
  batches: readonly ShownBatch[];
}>;

const ofBatch = (events: readonly StoredEvent[], batchId: string, type: BallotFact['type']): StoredEvent | undefined =>
  events.findLast((event) => event.type === type && (event.data as { batchId?: string }).batchId === batchId);

/** In steps while votes may fall, as all turnout is told. */
const usedTold = ({ kind, codes }: LiveBallot, batch: CodeBatch): number => {
  const used = usedOf(codes, batch);
  return kind === 'closed' ? used : Math.floor(used / TURNOUT_STEP) * TURNOUT_STEP;
};

const standingOf = ({ isVoid, proposed }: CodeBatch): ShownBatch['standing'] => {
  if (isVoid) return 'void';
  return proposed === null ? 'good' : 'voiding-proposed';
};

const shownBatch = async (
  { ground }: Pick<Evaluation, 'ground'>,
  { round, ballot, events }: Readonly<{ round: PreparedRound; ballot: LiveBallot; events: readonly StoredEvent[] }>,
  batch: CodeBatch,
): Promise<ShownBatch> => {
  const { batchId, boxId, codes } = batch;
  const entryId = ballot.boxes.find((box) => box.boxId === boxId)?.entryId ?? '';
  const proposed = ofBatch(events, batchId, 'VoteCodesVoidingProposed.v1');
  const voided = ofBatch(events, batchId, 'VoteCodesVoided.v1');
  const isAsked = proposed !== undefined && (batch.proposed !== null || batch.isVoid);
  return {
    ...{ batchId, entryId, title: entryOf(round, entryId)?.title ?? '', made: codes.length },
    used: usedTold(ballot, batch),
    voided: (voided?.data as { unused?: number } | undefined)?.unused ?? 0,
    standing: standingOf(batch),
    proposedBy: isAsked ? (proposed.data as { proposedBy: string }).proposedBy : '',
    why: isAsked ? ((await openProse<{ why: string }>(ground.privacy, proposed))?.why ?? '') : '',
    madeAt: ofBatch(events, batchId, 'VoteCodesMade.v1')?.entry.occurredAt ?? '',
  };
};

/** The codes of a round's ballots: how many, and what became of them; no code, for none is kept. */
export const showVoteCodes =
  (evaluation: Pick<Evaluation, 'ground'>) =>
  async (round: PreparedRound): Promise<readonly ShownCodeBallot[]> => {
    const shown: ShownCodeBallot[] = [];
    for (const rules of ballotRulesOf(round).filter(({ byCode }) => byCode === true)) {
      const ballotId = ballotIdOf(round.roundId, rules.sourceId);
      const events = await evaluation.ground.store.readStream(ballotStream(ballotId));
      const ballot = events
        .map(({ type, data }) => ({ type, data }) as BallotFact)
        .reduce(ballotDecider.evolve, ballotDecider.initial);
      if (!isSet(ballot)) continue;
      const titleOf = (entryId: string): string => entryOf(round, entryId)?.title ?? '';
      shown.push({
        ballot,
        closesAt: round.kind === 'open' ? timeOfBallot(round, rules).closesAt : '',
        entries: ballot.boxes.map(({ entryId }) => ({ entryId, title: titleOf(entryId) })),
        batches: await Promise.all(
          Object.values(ballot.codes.batches).map((batch) => shownBatch(evaluation, { round, ballot, events }, batch)),
        ),
      });
    }
    return shown;
  };
