import type { Refusal } from './fact.ts';

/**
 * What one person proposed and another has to carry out (decisions.md 27): the part of an `ActProposed` fact that says who may.
 * What exactly is proposed stands in that fact's `terms`, which the rule book compares with what is carried out.
 */
export type Proposal = Readonly<{
  proposalId: string;
  /** The proposed act, as its order is called: `WithdrawHonour`. */
  act: string;
  /** The person who proposed. */
  proposedBy: string;
  /** In which role: one person with two roles is no second person. */
  role: string;
  /** UTC with milliseconds. */
  proposedAt: string;
}>;

export type SecondPersonReason = 'PROPOSAL_NOT_FOUND' | 'SECOND_PERSON_NEEDED' | 'SECOND_ROLE_NEEDED';

/**
 * Why somebody may not carry out (or turn down) a proposal; undefined when he may: it stands, he is another person, and he acts
 * in another role, which is one of `roles`. Whether the proposal has lapsed is the rule book's to say: it knows what has moved on.
 */
export const secondPersonRefusal = (
  proposal: Proposal | undefined,
  by: Readonly<{ personId: string; role: string }>,
  roles: readonly string[],
): Refusal<SecondPersonReason> | undefined => {
  if (!proposal) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { proposalId, act } = proposal;
  if (by.personId === '' || by.personId === proposal.proposedBy)
    return { reason: 'SECOND_PERSON_NEEDED', details: { proposalId, act } };
  if (by.role === proposal.role || !roles.includes(by.role))
    return { reason: 'SECOND_ROLE_NEEDED', details: { proposalId, act, roles: roles.join(', ') } };
  return undefined;
};
