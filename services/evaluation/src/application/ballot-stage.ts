import type { BallotRules } from '../domain/ballot/rules.ts';
import { votingParties } from '../domain/ballot/rules.ts';
import { partingStages, type SetStage } from '../domain/round/stages.ts';
import type { RunningRound } from '../domain/round/state.ts';

/** The stage of its own that a ballot has in its round; undefined: it has the round's whole window. */
const stageOf = (round: RunningRound, rules: BallotRules): SetStage | undefined => {
  const parties = votingParties(rules);
  return partingStages(round).find(({ by }) => by.some((party) => parties.includes(party)));
};

/** When a ballot is held: from its stage's opening to its closing, or with its round. */
export const timeOfBallot = (
  round: RunningRound,
  rules: BallotRules,
): Readonly<{ opensAt: string | null; closesAt: string }> => {
  const stage = stageOf(round, rules);
  return stage === undefined
    ? { opensAt: null, closesAt: round.closesAt }
    : { opensAt: stage.opensAt, closesAt: stage.closesAt };
};
