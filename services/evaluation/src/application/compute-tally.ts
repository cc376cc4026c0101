import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isClosed } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';
import { openedSheets } from './submitted-sheets.ts';

/** First the opening is put on record, then the sheets are opened, then the tally is computed and stored. */
export const computeTally =
  (evaluation: Evaluation) =>
  async (roundId: string, call: CallContext): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { readRound, sendRound } = evaluation;
    const sent = sentBy(call, 'ComputeTally', { roundId });
    const opening = { ...sent, context: { ...sent.context, requestId: requestIdOf(`open sheets ${call.requestId}`) } };
    const opened = await sendRound(roundId, { kind: 'open-sheets', now: call.now }, opening);
    if (opened.kind === 'refused') return opened;
    const { round } = await readRound(roundId);
    if (!isClosed(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const sheets = await openedSheets(evaluation, round);
    // The opening moved the round's revision: the caller's own expectation was checked with it.
    return sendRound(
      roundId,
      { kind: 'compute-tally', sheets, now: call.now },
      { body: sent.body, context: sent.context },
    );
  };
