import { type Decider, secondPersonRefusal } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { ANNULLING_ROLES, annulmentTermsRefusal, decideTaken } from '../decision/decide-taken.ts';
import { REASON_CHARACTERS_MAX } from '../decision/limits.ts';
import { isTakenOrder } from '../decision/taken-orders.ts';
import { computeNaming } from './compute.ts';
import { correctNaming, proposeCorrection } from './correct.ts';
import { decidableNaming } from './decidable-naming.ts';
import type { NamingFact } from './facts.ts';
import type { NamingOrder, OutdateNaming, ProposeAnnulment, RejectAnnulment, RejectCorrection } from './orders.ts';
import type { NamingRefusal } from './refusals.ts';
import { type ComputedNaming, evolveNaming, type Naming } from './state.ts';

type Decision = readonly NamingFact[] | NamingRefusal;

const reasonRefusal = (why: string): NamingRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });

/** Once for each thing that moved; what is named stays named until the body undoes it. */
const outdate = ({ latest, outdatedBy }: ComputedNaming, { because, id }: OutdateNaming): Decision => {
  if (outdatedBy.includes(id)) return [];
  const { roundId, editionId, seriesId, committeeId } = latest;
  return [{ type: 'NamingOutdated.v1', data: { roundId, editionId, seriesId, committeeId, because, id } }];
};

const propose = (naming: ComputedNaming, { proposalId, by, terms, why, now }: ProposeAnnulment): Decision => {
  const refusal = annulmentTermsRefusal(decidableNaming(naming), terms) ?? reasonRefusal(why);
  if (refusal) return refusal;
  const { roundId, editionId } = naming.latest;
  const proposal = { proposalId, act: terms.act, proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { roundId, editionId, ...proposal, terms, prose: { why } } }];
};

/** Turned down by somebody else, or taken back by who proposed it. */
const reject = (
  naming: ComputedNaming,
  { type, proposalId, by, why }: RejectAnnulment | RejectCorrection,
): Decision => {
  const proposals = type === 'RejectAnnulment' ? naming.proposals : naming.corrected;
  const proposal = proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = secondPersonRefusal(proposal, by, ANNULLING_ROLES);
  if (second && by.personId !== proposal.proposedBy) return second;
  const refusal = reasonRefusal(why);
  if (refusal) return refusal;
  const { roundId, editionId } = naming.latest;
  const { act } = proposal.terms;
  const data = { roundId, editionId, proposalId, act, rejectedBy: by.personId, role: by.role, prose: { why } };
  return [{ type: 'ProposalRejected.v1', data }];
};

const decide = (naming: Naming, order: NamingOrder): Decision => {
  if (order.type === 'ComputeNaming') return computeNaming(naming, order);
  if (naming.kind === 'absent') return { reason: 'NAMING_NOT_COMPUTED', field: 'roundId' };
  if (isTakenOrder(order)) return decideTaken(decidableNaming(naming), order);
  switch (order.type) {
    case 'OutdateNaming':
      return outdate(naming, order);
    case 'ProposeCorrection':
      return proposeCorrection(naming, order);
    case 'CorrectNaming':
      return correctNaming(naming, order);
    case 'ProposeAnnulment':
      return propose(naming, order);
    case 'RejectAnnulment':
    case 'RejectCorrection':
      return reject(naming, order);
  }
};

/** The naming of pacesetter units over a series: computed, put right, decided by a body, made known, undone and decided again. */
export const namingDecider: Decider<Naming, NamingOrder, NamingFact, NamingRefusal> = {
  initial: { kind: 'absent', gathered: [] },
  evolve: evolveNaming,
  decide,
};
