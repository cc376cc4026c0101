import { secondPersonRefusal } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { awardsOf, sameAwards } from './awards.ts';
import { issueCircular } from './decide-circular.ts';
import { hearObjection, hearObjectionReopened, hearObjectionSettled, publishProposal } from './decide-notice.ts';
import type { Decidable, DecidableResult } from './decidable.ts';
import { PROPOSALS_MAX, REASON_CHARACTERS_MAX } from './limits.ts';
import type { TakenRefusal } from './refusals.ts';
import { resultRefusal } from './result-refusal.ts';
import { type AnnulmentTerms, isAnnulmentReason, type RankChange, type TakenFact } from './taken-facts.ts';
import type { AnnulDecision, TakeDecision, TakenOrder } from './taken-orders.ts';
import { termsOf } from './terms.ts';
import { isDecidedHere } from './decided-here.ts';
import { takenIds } from './unit-part.ts';

type Decision = readonly TakenFact[] | TakenRefusal;

/** Who may carry out the undoing of a decision that somebody else proposed. */
export const ANNULLING_ROLES = ['discipline-inspector', 'committee-leader'] as const;

/** Every entry whose rank is another one than before the corrections. */
const changesSince = (before: DecidableResult, after: DecidableResult): readonly RankChange[] => {
  const ranks = ({ ranking }: DecidableResult) => new Map(ranking.map(({ entryId, rank }) => [entryId, rank]));
  const [old, now] = [ranks(before), ranks(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((entryId) => ({ entryId, before: old.get(entryId) ?? null, after: now.get(entryId) ?? null }))
    .filter((change) => change.before !== change.after);
};

const take = (decidable: Decidable, { minutes, now }: TakeDecision): Decision => {
  const { taken, roundId, result, before } = decidable;
  const { decisionId, resultHash, minutesNumber, meetingOn, basis } = minutes;
  if (taken.kind !== 'undecided' && taken.decision.decisionId === decisionId) return [];
  if (minutes.roundId !== roundId || minutes.unitId !== decidable.part?.committeeId)
    return { reason: 'DECISION_UNKNOWN', field: 'decisionId' };
  // Its minutes stay attested for ever: what two persons undid is decided again by a new meeting only.
  if (decidable.annulled.includes(decisionId)) return { reason: 'DECISION_ANNULLED', field: 'decisionId' };
  const refusal = resultRefusal(decidable, resultHash);
  if (refusal) return refusal;
  const awards = awardsOf(decidable, minutes);
  if ('reason' in awards) return awards;
  if (!sameAwards(awards, minutes.awards)) return { reason: 'MINUTES_CHANGED', field: 'decisionId' };
  const changed =
    before === null || result === null
      ? null
      : {
          resultHash: before.resultHash,
          changes: changesSince(before, result).filter(({ entryId }) => isDecidedHere(decidable, entryId)),
        };
  return [
    {
      type: 'DecisionTaken.v1',
      data: {
        ...takenIds(decidable),
        decisionId,
        basis,
        resultHash,
        minutesNumber,
        meetingOn,
        takenAt: now,
        awards,
        ...termsOf(minutes),
        before: changed,
      },
    },
  ];
};

/** Why nobody may propose to undo this decision; undefined when somebody may. */
export const annulmentTermsRefusal = (
  { taken, annulments }: Decidable,
  { decisionId, reason }: AnnulmentTerms,
): TakenRefusal | undefined => {
  if (taken.kind === 'undecided') return { reason: 'DECISION_NOT_TAKEN', field: 'decisionId' };
  if (taken.decision.decisionId !== decisionId) return { reason: 'DECISION_UNKNOWN', field: 'decisionId' };
  if (!isAnnulmentReason(reason)) return { reason: 'ANNULMENT_REASON_UNKNOWN', field: 'reason' };
  return annulments.length >= PROPOSALS_MAX
    ? { reason: 'PROPOSED_ALREADY', field: 'decisionId', details: { proposalsMax: PROPOSALS_MAX } }
    : undefined;
};

const annul = (decidable: Decidable, { proposalId, by, why, now }: AnnulDecision): Decision => {
  const { taken, annulments } = decidable;
  const proposal = annulments.find((one) => one.proposalId === proposalId);
  const second = secondPersonRefusal(proposal, by, ANNULLING_ROLES);
  if (second || proposal === undefined) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { decisionId, reason } = proposal.terms;
  if (taken.kind === 'undecided' || taken.decision.decisionId !== decisionId || !isAnnulmentReason(reason))
    return { reason: 'PROPOSAL_LAPSED', field: 'proposalId', details: { decisionId } };
  const refusal = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  const circular = taken.kind === 'commended' ? taken.circular : null;
  return [
    {
      type: 'DecisionAnnulled.v1',
      data: {
        ...takenIds(decidable),
        decisionId,
        documentNumber: circular?.documentNumber ?? null,
        honourIds: circular?.honours.map(({ honourId }) => honourId) ?? [],
        reason,
        annulledAt: now,
        annulledBy: by.personId,
        role: by.role,
        proposalId,
        proposedBy: proposal.proposedBy,
        prose: { why },
      },
    },
  ];
};

/** The rule book of what is decided upon: the same for a round and for a naming. */
export const decideTaken = (decidable: Decidable, order: TakenOrder): Decision => {
  switch (order.type) {
    case 'TakeDecision':
      return take(decidable, order);
    case 'AnnulDecision':
      return annul(decidable, order);
    case 'PublishProposal':
      return publishProposal(decidable, order);
    case 'HearObjection':
      return hearObjection(decidable, order);
    case 'HearObjectionSettled':
      return hearObjectionSettled(decidable, order);
    case 'HearObjectionReopened':
      return hearObjectionReopened(decidable, order);
    case 'IssueCircular':
      return issueCircular(decidable, order);
  }
};
