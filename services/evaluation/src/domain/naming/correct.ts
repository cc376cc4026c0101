import { canonicalBytes, secondPersonRefusal, sha256Hex } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { ANNULLING_ROLES } from '../decision/decide-taken.ts';
import { PROPOSALS_MAX, REASON_CHARACTERS_MAX } from '../decision/limits.ts';
import { isListed } from './decidable-naming.ts';
import { CORRECTIONS, type CorrectionTerms, type NamingFact } from './facts.ts';
import { CORRECTIONS_MAX } from './limits.ts';
import type { CorrectNaming, ProposeCorrection } from './orders.ts';
import type { NamingRefusal } from './refusals.ts';
import type { ComputedNaming } from './state.ts';

type Decision = readonly NamingFact[] | NamingRefusal;

const reasonRefusal = (why: string): NamingRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });

/** Why the list can not be put right so; undefined where it can. Whoever nobody looked at has no record that could be mistaken. */
const termsRefusal = (
  naming: ComputedNaming,
  { organizationId, change }: CorrectionTerms,
): NamingRefusal | undefined => {
  if (!CORRECTIONS.includes(change)) return { reason: 'CHANGE_UNKNOWN', field: 'change' };
  if (naming.taken.kind !== 'undecided') return { reason: 'DECISION_TAKEN_ALREADY', field: 'seriesId' };
  if (naming.outdatedBy.length > 0) return { reason: 'RESULT_OUTDATED', field: 'seriesId' };
  const subject = naming.subjects.find((one) => one.organizationId === organizationId);
  if (subject === undefined) return { reason: 'SUBJECT_NOT_LOOKED_AT', field: 'organizationId' };
  if (subject.mergedInto !== null) return { reason: 'SUBJECT_MERGED', field: 'organizationId' };
  const listed = isListed(naming, subject);
  if (listed && change === 'put-on') return { reason: 'LISTED_ALREADY', field: 'organizationId' };
  if (!listed && change === 'take-off') return { reason: 'NOT_LISTED', field: 'organizationId' };
  return naming.corrections.length >= CORRECTIONS_MAX
    ? { reason: 'CORRECTIONS_TOO_MANY', field: 'seriesId', details: { correctionsMax: CORRECTIONS_MAX } }
    : undefined;
};

/** The list as it becomes: whoever has the list and what was put right of it computes the same. */
export const correctedHash = (predecessor: string, { organizationId, change }: Omit<CorrectionTerms, 'act'>): string =>
  sha256Hex(canonicalBytes({ predecessor, organizationId, change }));

export const proposeCorrection = (
  naming: ComputedNaming,
  { proposalId, by, terms, why, now }: ProposeCorrection,
): Decision => {
  const refusal = termsRefusal(naming, terms) ?? reasonRefusal(why);
  if (refusal) return refusal;
  if (naming.corrected.some((one) => one.terms.organizationId === terms.organizationId))
    return { reason: 'CORRECTION_PROPOSED_ALREADY', field: 'organizationId' };
  if (naming.corrected.length >= PROPOSALS_MAX)
    return { reason: 'CORRECTIONS_TOO_MANY', field: 'seriesId', details: { correctionsMax: PROPOSALS_MAX } };
  const { roundId, editionId } = naming.latest;
  const proposal = { proposalId, act: terms.act, proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { roundId, editionId, ...proposal, terms, prose: { why } } }];
};

/** Somebody else, of another role, puts it right as it was proposed. */
export const correctNaming = (naming: ComputedNaming, { proposalId, by, why, now }: CorrectNaming): Decision => {
  const proposal = naming.corrected.find((one) => one.proposalId === proposalId);
  const second = secondPersonRefusal(proposal, by, ANNULLING_ROLES);
  if (second || proposal === undefined) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { terms, proposedBy } = proposal;
  const refusal = termsRefusal(naming, terms) ?? reasonRefusal(why);
  if (refusal) return refusal;
  const { organizationId, change } = terms;
  const { roundId, editionId, seriesId, committeeId } = naming.latest;
  const predecessor = naming.listHash;
  return [
    {
      type: 'NamingCorrected.v1',
      data: {
        ...{ roundId, editionId, seriesId, committeeId, proposalId, organizationId, change, proposedBy },
        ...{ correctedBy: by.personId, role: by.role, correctedAt: now },
        ...{ predecessor, resultHash: correctedHash(predecessor, terms), prose: { why } },
      },
    },
  ];
};
