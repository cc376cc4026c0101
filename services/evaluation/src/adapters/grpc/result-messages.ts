import { gzipSync } from 'node:zlib';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { canonicalBytes } from '@jiangong/event-store';
import type { PhaseResult } from '@jiangong/scoring';
import type { UnitPart } from '../../domain/decision/unit-division.ts';
import { entryOf, type PreparedRound, type Result, type RunningRound } from '../../domain/round/state.ts';

/** Where entries belong now; whoever was taken out stays known. */
export const homesIn =
  (round: PreparedRound) =>
  (entryId: string): string =>
    entryOf(round, entryId)?.homeId ?? '';

const edgeMessages = (round: RunningRound, result: Result): rpc.GoingOnEdge[] => {
  const { goingOn, results } = round;
  const homeOf = homesIn(round);
  return (result.edges ?? []).map(({ phase, places, atMost, entryIds }) => {
    const word = goingOn.findLast((one) => one.phase === phase && one.result === results.indexOf(result) + 1);
    const entries = entryIds.map((entryId) => ({
      ...{ entryId, homeId: homeOf(entryId), chosen: word?.entryIds.includes(entryId) ?? false },
    }));
    return { phase, places, atMost, entries };
  });
};

/** A result as it is shown; ranks and scores stand in the log in the clear once they were computed. */
export const tallyMessage = (round: RunningRound, result: Result): rpc.Tally => {
  const homeOf = homesIn(round);
  return {
    rulesHash: round.rulesHash,
    inputsHash: result.inputsHash,
    algorithmHash: result.algorithmHash,
    resultHash: result.resultHash,
    decimals: result.decimals,
    ranking: result.ranking.map(({ entryId, rank, score }) => ({ entryId, homeId: homeOf(entryId), rank, score })),
    absent: result.absent.map(({ entryId, reason }) => ({ entryId, homeId: homeOf(entryId), reason })),
    excluded: result.excluded.map(({ seatId, personId, closing, why }) => ({ seatId, personId, closing, why })),
    computedAt: result.computedAt,
    closing: result.closing,
    predecessor: result.predecessor ?? '',
    because: result.because.map(({ change, proposalId }) => ({ change, proposalId: proposalId ?? '' })),
    edges: edgeMessages(round, result),
  };
};

/** Of entries those of a unit's part. */
export const ownIn = <T extends Readonly<{ entryId: string }>>({ entries }: UnitPart, all: readonly T[]): T[] => {
  const own = new Set(entries.map(({ entryId }) => entryId));
  return all.filter(({ entryId }) => own.has(entryId));
};

/** What a unit is shown of a result: its own entries with their ranks among all, nobody else's, and no earlier result. */
export const partOfResult = (tally: rpc.Tally, result: PhaseResult, part: UnitPart): rpc.GetResultResponse => {
  const shown = {
    ...result,
    entries: ownIn(part, result.entries),
    unranked: ownIn(part, result.unranked),
    missingSheets: [],
  };
  const [ranking, absent] = [ownIn(part, tally.ranking), ownIn(part, tally.absent)];
  return {
    tally: { ...tally, ranking, absent, excluded: [], edges: [] },
    earlier: [],
    resultGzip: gzipSync(canonicalBytes(shown)),
  };
};
