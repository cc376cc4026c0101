import type { AsOf, RoundProposal } from './proposal.ts';
import { decisionsIn, isRunning, isUnsealed, type PreparedRound } from './state.ts';

/** What a proposal made now would be about. */
export const asOf = (round: PreparedRound): AsOf => ({
  closing: isRunning(round) ? round.closing : 0,
  unsealed: isUnsealed(round),
  results: isRunning(round) ? round.results.length : 0,
  decisionId: decisionsIn(round)[0]?.decisionId ?? null,
});

/** What it was about has moved on. What units decide moves on unit by unit. */
export const hasLapsed = (round: PreparedRound, { asOf: then, terms }: RoundProposal): boolean => {
  if (terms.act === 'AnnulDecision' && round.kind === 'in-parts')
    return !decisionsIn(round).some(({ decisionId }) => decisionId === terms.decisionId);
  const now = asOf(round);
  return (
    then.closing !== now.closing ||
    then.unsealed !== now.unsealed ||
    then.results !== now.results ||
    then.decisionId !== now.decisionId
  );
};

/** Proposals that somebody can still carry out. */
export const standingProposals = (round: PreparedRound): readonly RoundProposal[] =>
  round.proposals.filter((proposal) => !hasLapsed(round, proposal));
