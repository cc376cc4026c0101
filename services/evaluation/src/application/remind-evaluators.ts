import { isRefusal } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import {
  type EvaluatorReminded,
  type RemindEvaluators,
  type Reminders,
  remindersDecider,
  type Reminding,
  remindingOf,
} from '../domain/reminders/reminders.ts';
import { isPrepared, isRunning, type PreparedRound } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import type { ScoringProgress } from './scoring-progress.ts';
import { remindersStream } from './streams.ts';

export type RemindEvaluatorsRequest = Readonly<{ roundId: string; seatIds: readonly string[]; dryRun: boolean }>;
/** `position`: where it stands in the log; 0: nobody was reminded. */
export type RemindedAnswer = Readonly<{ reminding: readonly Reminding[]; position: number }>;

type Progress = (round: PreparedRound, now: string) => Promise<ScoringProgress>;

/** Who was reminded in a round, when and how often. */
export const remindersOf =
  ({ ground }: Evaluation) =>
  async (roundId: string): Promise<Reminders> =>
    (await ground.store.readStream(remindersStream(roundId)))
      .map(({ type, data }) => ({ type, data }) as EvaluatorReminded)
      .reduce(remindersDecider.evolve, remindersDecider.initial);

const hindranceOf = (round: PreparedRound, now: string): RemindEvaluators['hindrance'] => {
  if (!isRunning(round)) return 'ROUND_NOT_OPEN';
  return round.kind === 'open' && now < round.closesAt ? null : 'ROUND_CLOSED';
};

/** What was done, by the facts of the order: a repeat is answered as the order was, and who was reminded meanwhile is not reminded again. */
const asDone = (planned: readonly Reminding[], facts: readonly EvaluatorReminded[]): readonly Reminding[] => {
  const reminded = new Set(facts.map(({ data }) => data.personId));
  return planned.map((one) => ({
    ...one,
    skipped: reminded.has(one.personId) ? null : (one.skipped ?? 'reminded-lately'),
  }));
};

/** An officer's word to those whose sheets are awaited, at once to all of them or to chosen ones. */
export const remindEvaluators =
  (evaluation: Evaluation, progress: Progress) =>
  async ({ roundId, seatIds, dryRun }: RemindEvaluatorsRequest, call: CallContext): Promise<RemindedAnswer> => {
    const { round } = await evaluation.readRound(roundId);
    if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    const { seats } = await progress(round, call.now);
    const order: RemindEvaluators = {
      ...{ type: 'RemindEvaluators', roundId, editionId: round.editionId, now: call.now },
      ...{ hindrance: hindranceOf(round, call.now), seatIds },
      sitting: seats.map(({ seatId, personId, awaited }) => ({ seatId, personId, awaited })),
    };
    const before = await remindersOf(evaluation)(roundId);
    const planned = remindingOf(before, order);
    if (dryRun) {
      const decided = remindersDecider.decide(before, order);
      if (isRefusal(decided)) throw refused(decided);
      return { reminding: planned, position: 0 };
    }
    const handled = await evaluation.handleReminders({
      stream: remindersStream(roundId),
      order,
      ...sentBy(call, 'RemindEvaluators', { roundId, seatIds }),
    });
    if (handled.kind === 'refused') throw refused(handled.refusal);
    return { reminding: asDone(planned, handled.facts), position: handled.position };
  };
