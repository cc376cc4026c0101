import { algorithmHash, inputsHash, resultHash, rulesHash } from '@jiangong/scoring';
import { textRefusal } from '../check-text.ts';
import { AWARDS_PER_ROUND_MAX, DOCUMENT_NUMBER_CHARACTERS_MAX, TALLIES_PER_ROUND_MAX } from '../limits.ts';
import { meetingRefusal, recordedMeeting } from '../meeting.ts';
import { awardCount, awardFacts, decidedAwards } from './awards.ts';
import { circularOf } from './circular.ts';
import { decidedGrades } from './departures.ts';
import type { RoundFact } from './facts.ts';
import type { CloseRound, ComputeTally, IssueCommendation, TakeDecision } from './orders.ts';
import type { RoundRefusal } from './refusals.ts';
import { type ClosedRound, isClosed, isPrepared, type Round } from './state.ts';
import { roundInputs, tallyRound } from './tally-round.ts';

type Decision = readonly RoundFact[] | RoundRefusal;

/** A prepared round that scoring passed by closes unopened: nobody can open it any more, and the log says so. */
export const closeRound = (round: Round, { lastIndex }: CloseRound): Decision => {
  if (isClosed(round)) return [];
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_PREPARED', field: 'roundId' };
  const { roundId, editionId, scheme, plan } = round;
  const closed: RoundFact = { type: 'RoundClosed.v1', data: { roundId, editionId, lastIndex } };
  return round.kind === 'prepared'
    ? [{ type: 'RulesFrozen.v1', data: { roundId, rulesHash: rulesHash(scheme, plan) } }, closed]
    : [closed];
};

const undecided = (round: Round): Extract<ClosedRound, { kind: 'closed' }> | RoundRefusal => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_PREPARED', field: 'roundId' };
  if (!isClosed(round)) return { reason: 'ROUND_NOT_CLOSED', field: 'roundId' };
  return round.kind === 'closed' ? round : { reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' };
};

/** Sealed sheets are opened after the closing only, and the opening stands in the log before it happens. */
export const openSheets = (round: Round): Decision => {
  const closed = undecided(round);
  if ('reason' in closed) return closed;
  if (closed.tallies.length >= TALLIES_PER_ROUND_MAX)
    return { reason: 'TOO_MANY_TALLIES', details: { talliesMax: TALLIES_PER_ROUND_MAX } };
  return [{ type: 'SheetsOpened.v1', data: { roundId: closed.roundId, purpose: 'tally' } }];
};

/** The tally itself: computed here, from the opened sheets, by the frozen rules. The same inputs again change nothing. */
export const computeTally = (round: Round, { sheets }: ComputeTally): Decision => {
  const closed = undecided(round);
  if ('reason' in closed) return closed;
  if (!closed.sheetsOpened) return { reason: 'SHEETS_NOT_OPENED', field: 'roundId' };
  const { inputs, excluded } = roundInputs(closed, sheets, closed.recusals);
  const outcome = tallyRound(closed, { inputs, excluded });
  if (outcome.kind === 'impossible') {
    const [first] = outcome.problems;
    return {
      reason: 'TALLY_IMPOSSIBLE',
      field: 'roundId',
      details: { problem: first?.reason ?? '', at: first?.path ?? '', problems: outcome.problems.length },
    };
  }
  const { result } = outcome;
  const hashes = {
    rulesHash: closed.rulesHash,
    inputsHash: inputsHash(inputs),
    algorithmHash: algorithmHash(),
    resultHash: resultHash(result),
  };
  const latest = closed.tallies.at(-1);
  if (latest?.inputsHash === hashes.inputsHash && latest.resultHash === hashes.resultHash) return [];
  return [
    {
      type: 'ResultComputed.v1',
      data: {
        roundId: closed.roundId,
        editionId: closed.editionId,
        ...hashes,
        decimals: result.decimals,
        ranking: result.entries.map(({ entryId, rank, score }) => ({ entryId, rank, score })),
        unranked: result.unranked.map(({ entryId }) => entryId),
        excluded,
      },
    },
  ];
};

/** The leadership decides as a body over the latest result, and gives a reason wherever it departs from the ranking. */
export const takeDecision = (round: Round, order: TakeDecision): Decision => {
  const closed = undecided(round);
  if ('reason' in closed) return closed;
  const tally = closed.tallies.at(-1);
  if (tally === undefined) return { reason: 'RESULT_NOT_COMPUTED', field: 'roundId' };
  if (tally.resultHash !== order.resultHash) return { reason: 'RESULT_OUTDATED', field: 'resultHash' };
  const meeting = meetingRefusal(order.meeting, order.body, order.now);
  if (meeting) return meeting;
  const graded = decidedGrades(closed, tally, order.departures);
  if ('reason' in graded) return graded;
  const awards = decidedAwards(closed, graded);
  if (awardCount(awards) > AWARDS_PER_ROUND_MAX)
    return {
      reason: 'TOO_MANY_AWARDS',
      field: 'roundId',
      details: { awards: awardCount(awards), awardsMax: AWARDS_PER_ROUND_MAX },
    };
  const { roundId, editionId } = closed;
  const departures = order.departures.map(({ entryId, grade, reason }) => ({ entryId, grade, reason }));
  return [
    {
      type: 'DecisionTaken.v1',
      data: {
        roundId,
        editionId,
        resultHash: tally.resultHash,
        ...recordedMeeting(order.meeting, order.body),
        departures,
        awards,
      },
    },
  ];
};

export const issueCommendation = (round: Round, { documentNumber, names, now }: IssueCommendation): Decision => {
  if (round.kind === 'commended') return { reason: 'COMMENDATION_ISSUED_ALREADY', field: 'roundId' };
  if (round.kind !== 'decided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  const refusal = textRefusal(documentNumber, {
    field: 'documentNumber',
    charactersMax: DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (refusal) return refusal;
  const { roundId, editionId } = round;
  return [
    ...awardFacts(round),
    {
      type: 'CommendationIssued.v1',
      data: {
        roundId,
        editionId,
        documentNumber,
        issuedAt: now,
        circular: circularOf(round, { documentNumber, names, now }),
      },
    },
  ];
};
