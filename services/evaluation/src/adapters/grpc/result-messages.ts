import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
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
