import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import type { ReadBonuses, ReadChecklists, ReadMeasures } from '../domain/round/orders.ts';
import { type ClosedRound, isClosed, isPrepared, isRunning, type Round } from '../domain/round/state.ts';
import { carriedScores } from './carried-scores.ts';
import { computeMeasures } from './compute-measures.ts';
import { divisionOf } from './divide-result.ts';
import { drawSecretOf } from './draw-secret.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';
import { readBallots, wasNeverSet } from './read-ballots.ts';
import { readBonuses } from './read-bonuses.ts';
import { readChecklists } from './read-checklists.ts';
import { readMeasures } from './read-measures.ts';
import { openedSheets, sealedSheetOf, submissions } from './submitted-sheets.ts';

/** Lists, claims and measures as far as the opening put on record that they were read: what came since is the next result's. */
const asRead = async (
  evaluation: Evaluation,
  round: ClosedRound,
  lastIndex: number,
): Promise<Readonly<{ checks?: ReadChecklists; bonuses?: ReadBonuses; measures?: ReadMeasures }>> => {
  const { checksThrough: through, bonusesRead, measuresRead } = round;
  const checks = through === undefined ? undefined : await readChecklists(evaluation, round, { lastIndex, through });
  const bonuses = bonusesRead === undefined ? undefined : await readBonuses(evaluation, round, bonusesRead);
  const measures = measuresRead === undefined ? undefined : await readMeasures(evaluation, round, measuresRead);
  return {
    ...(checks === undefined ? {} : { checks }),
    ...(bonuses === undefined ? {} : { bonuses }),
    ...(measures === undefined ? {} : { measures }),
  };
};

/** Where the first opening read; nothing before there was one. */
const firstReadingOf = (round: Round, of: 'bonusesRead' | 'measuresRead'): Readonly<{ first?: number }> => {
  const read = isRunning(round) ? round[of] : undefined;
  return read === undefined ? {} : { first: read.first };
};

/** First the opening is put on record, then the sheets are opened, then the tally is computed and stored. */
export const computeTally =
  (evaluation: Evaluation) =>
  async (roundId: string, call: CallContext): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { readRound, sendRound } = evaluation;
    const { round, closings } = await readRound(roundId);
    if (!isPrepared(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const sent = sentBy(call, 'ComputeTally', { roundId });
    const opening = { ...sent, context: { ...sent.context, requestId: requestIdOf(`open sheets ${call.requestId}`) } };
    const events = await submissions(evaluation, round);
    const carried = await carriedScores(evaluation, round);
    const lastIndex = closings.at(-1)?.lastIndex ?? 0;
    const checks = await readChecklists(evaluation, round, { lastIndex });
    await computeMeasures(evaluation, round, call);
    const bonuses = await readBonuses(evaluation, round, firstReadingOf(round, 'bonusesRead'));
    const measures = await readMeasures(evaluation, round, firstReadingOf(round, 'measuresRead'));
    const counted = await readBallots(evaluation, round);
    // Closed with the round, a moment later: what waits is opened by the platform, and by nobody's order.
    if (counted === 'waiting' && isClosed(round))
      return refusal((await wasNeverSet(evaluation, round)) ? 'BALLOT_NOT_HELD' : 'BALLOTS_NOT_OPENED', 'roundId');
    const ballots = counted === undefined || counted === 'waiting' ? {} : { ballots: counted };
    const opened = await sendRound(
      roundId,
      {
        type: 'OpenSheets',
        now: call.now,
        indexes: closings.map(({ closing, lastIndex }) => ({ closing, lastIndex })),
        closedHash: closings[0]?.hash ?? '',
        secret: await drawSecretOf(evaluation, roundId),
        sheets: events.map(sealedSheetOf),
        carried,
        ...(checks === undefined ? {} : { checks }),
        ...(bonuses === undefined ? {} : { bonuses }),
        ...(measures === undefined ? {} : { measures }),
        ...ballots,
      },
      opening,
    );
    if (opened.kind === 'refused') return opened;
    const after = await readRound(roundId);
    if (!isClosed(after.round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    // Where nothing moved since the latest result, nothing was put on record and nothing is opened.
    const sheets = after.round.changes.length > 0 || after.round.results.length === 0 ? events : [];
    // The opening moved the round's revision: the caller's own expectation was checked with it.
    return sendRound(
      roundId,
      {
        type: 'ComputeTally',
        now: call.now,
        sheets: await openedSheets(evaluation, sheets),
        carried,
        ...(await asRead(evaluation, after.round, lastIndex)),
        ...(await divisionOf(evaluation, after.round, call.now)),
        ...ballots,
      },
      { body: sent.body, context: sent.context },
    );
  };
