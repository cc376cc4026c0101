import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { onStage } from '../domain/contest/state.ts';
import type { RoundOrder } from '../domain/round/decider.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isRunning } from '../domain/round/state.ts';
import { carriedScores } from './carried-scores.ts';
import { turnSeats } from './contest-turns.ts';
import { orderSecretsOf } from './draw-secret.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';
import { openedSheets, sealedSheetOf, turnSubmissions } from './submitted-sheets.ts';

export type OfContest = Readonly<{ roundId: string; entryId: string }>;
type Answer = Promise<Outcome<RoundFact, RoundRefusal>>;

/** First the opening of an entry's marks is put on record, then they are opened, then what they come to is stored. */
const showScore =
  (evaluation: Evaluation) =>
  async ({ roundId, entryId }: OfContest, call: CallContext): Answer => {
    const { readRound, sendRound } = evaluation;
    const { round, turns } = await readRound(roundId);
    if (!isRunning(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const sent = sentBy(call, 'ShowScore', { roundId, entryId });
    const ofEntry = turns.filter(({ part }) => part.startsWith(`${entryId}.`));
    const events = await turnSubmissions(evaluation, round, ofEntry);
    const carried = await carriedScores(evaluation, round);
    const opening = { ...sent, context: { ...sent.context, requestId: requestIdOf(`open marks ${call.requestId}`) } };
    const sheets = events.map(sealedSheetOf);
    const opened = await sendRound(roundId, { type: 'OpenMarks', entryId, sheets, carried, now: call.now }, opening);
    if (opened.kind === 'refused') return opened;
    const read = await openedSheets(evaluation, events);
    // The opening moved the round's revision: the caller's own expectation was checked with it.
    return sendRound(
      roundId,
      { type: 'ShowScore', entryId, sheets: read, carried, now: call.now },
      { body: sent.body, context: sent.context },
    );
  };

/** Seats whose marks of the entry that is called are in. */
const handedInOf = async (evaluation: Evaluation, { roundId, entryId }: OfContest): Promise<readonly string[]> => {
  const { round } = await evaluation.readRound(roundId);
  const turn = isRunning(round) ? onStage(round.contest) : undefined;
  if (!isRunning(round) || turn?.entryId !== entryId) return [];
  const seats = await turnSeats(evaluation, round, turn);
  return seats.filter(({ handedIn }) => handedIn).map(({ seatId }) => seatId);
};

/** What whoever runs a contest orders. */
export const runContest = (evaluation: Evaluation) => {
  const send = (roundId: string, order: RoundOrder, call: CallContext, body: object): Answer =>
    evaluation.sendRound(roundId, order, sentBy(call, order.type, body));
  return {
    draw: async ({ roundId, lot }: Readonly<{ roundId: string; lot: string }>, call: CallContext): Answer => {
      const secrets = await orderSecretsOf(evaluation, roundId);
      return send(roundId, { type: 'DrawOrder', lot, secrets, now: call.now }, call, { roundId, lot });
    },
    call: ({ roundId, entryId }: OfContest, call: CallContext): Answer =>
      send(roundId, { type: 'CallEntry', entryId, now: call.now }, call, { roundId, entryId }),
    putOff: ({ roundId, entryId, reason }: OfContest & Readonly<{ reason: string }>, call: CallContext): Answer =>
      send(roundId, { type: 'PutOffEntry', entryId, reason, now: call.now }, call, { roundId, entryId, reason }),
    close: async (
      { roundId, entryId, reason }: OfContest & Readonly<{ reason: string }>,
      call: CallContext,
    ): Answer => {
      const handedIn = await handedInOf(evaluation, { roundId, entryId });
      const order = { type: 'CloseEntry', entryId, reason, handedIn, now: call.now } as const;
      return send(roundId, order, call, { roundId, entryId, reason });
    },
    show: showScore(evaluation),
    reopen: (
      { roundId, entryId, seatIds, reason }: OfContest & Readonly<{ seatIds: readonly string[]; reason: string }>,
      call: CallContext,
    ): Answer =>
      send(roundId, { type: 'ReopenEntry', entryId, seatIds, reason, now: call.now }, call, {
        ...{ roundId, entryId, seatIds, reason },
      }),
  };
};
