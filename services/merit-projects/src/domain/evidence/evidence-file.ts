import type { CommandRefusal, Decider, Fact, Proposal, Refusal, SecondPersonReason } from '@jiangong/event-store';
import { secondPersonRefusal } from '@jiangong/event-store';
import { addCalendarDays, type Instant, localDateOf } from '@jiangong/calendar';
import { type TextReason, textRefusal } from '@jiangong/wording';
import type { By } from '../by.ts';
import * as limits from '../limits.ts';

/** Evidence files are known by their content: the same bytes are one file, whoever adds them. */
export type EvidenceRegistered = Fact<
  'EvidenceRegistered.v1',
  Readonly<{ sha256: string; bytes: number; mediaType: string }>
>;

/** The file, and the entry for whose sake it is to go. */
type About = Readonly<{ sha256: string; entryId: string; editionId: string; nominatorId: string }>;

export type DestructionProposed = Fact<
  'ActProposed.v1',
  About & Readonly<{ act: 'DestroyEvidence'; terms: Readonly<{ sha256: string }>; prose: { why: string } }> & Proposal
>;
export type DestructionRejected = Fact<
  'ProposalRejected.v1',
  About & Readonly<{ proposalId: string; prose: { why: string } }>
>;
/** The hash and the reason stay for ever; the bytes are taken out of every store, and nobody adds them again. */
export type EvidenceDestroyed = Fact<
  'EvidenceDestroyed.v1',
  About & Readonly<{ proposalId: string; proposedBy: string; prose: { why: string } }>
>;
export type EvidenceFact = EvidenceRegistered | DestructionProposed | DestructionRejected | EvidenceDestroyed;

type ToDestroy<T extends string, D> = Readonly<{ type: T; now: Instant; by: By; why: string } & About & D>;
export type RegisterEvidence = Readonly<{ type: 'RegisterEvidence'; sha256: string; bytes: number; mediaType: string }>;
export type ProposeDestruction = ToDestroy<'ProposeAct', { proposalId: string }>;
export type RejectDestruction = ToDestroy<'RejectProposal', { proposalId: string }>;
export type DestroyEvidence = ToDestroy<'DestroyEvidence', { proposalId: string }>;
export type EvidenceOrder = RegisterEvidence | ProposeDestruction | RejectDestruction | DestroyEvidence;

export type EvidenceReason =
  | TextReason
  | SecondPersonReason
  | 'EVIDENCE_INVALID'
  | 'EVIDENCE_TYPE_NOT_ALLOWED'
  | 'EVIDENCE_TOO_LARGE'
  | 'EVIDENCE_NOT_FOUND'
  | 'EVIDENCE_DESTROYED'
  | 'DESTRUCTION_PROPOSED_ALREADY'
  | 'DESTRUCTION_PROPOSED_TOO_OFTEN';

export type EvidenceRefusal = Refusal<EvidenceReason> | CommandRefusal;

type Proposed = Proposal & Readonly<{ entryId: string }>;
/** `proposals`: how often its destruction was proposed, open or not; `proposedAt`: when for the last time. */
export type EvidenceFile =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'registered'; proposal: Proposed | null; proposals: number; proposedAt: Instant | null }>
  | Readonly<{ kind: 'destroyed' }>;

export const EVIDENCE_BYTES_MAX = 20_000_000;

/** Told from the content by the gateway; a name or a claim of the sender counts for nothing. */
export const EVIDENCE_MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
] as const;

/** Who may carry out the destruction of a file: never the unit's own people alone, for it may be evidence against them. */
export const SECOND_ROLES = {
  DestroyEvidence: ['committee-officer', 'committee-leader', 'discipline-inspector'],
} as const;

const DESTROYED: EvidenceRefusal = { reason: 'EVIDENCE_DESTROYED', field: 'sha256' };

const isHash = (sha256: string): boolean => /^[0-9a-f]{64}$/u.test(sha256);

type Decision = readonly EvidenceFact[] | EvidenceRefusal;

const register = (file: EvidenceFile, { sha256, bytes, mediaType }: RegisterEvidence): Decision => {
  if (!isHash(sha256)) return { reason: 'EVIDENCE_INVALID', field: 'sha256' };
  if (!Number.isInteger(bytes) || bytes < 1) return { reason: 'EVIDENCE_INVALID', field: 'bytes' };
  if (bytes > EVIDENCE_BYTES_MAX)
    return { reason: 'EVIDENCE_TOO_LARGE', field: 'bytes', details: { bytesMax: EVIDENCE_BYTES_MAX } };
  if (!(EVIDENCE_MEDIA_TYPES as readonly string[]).includes(mediaType))
    return { reason: 'EVIDENCE_TYPE_NOT_ALLOWED', field: 'mediaType' };
  if (file.kind === 'destroyed') return DESTROYED;
  return file.kind === 'registered' ? [] : [{ type: 'EvidenceRegistered.v1', data: { sha256, bytes, mediaType } }];
};

const aboutOf = ({ sha256, entryId, editionId, nominatorId }: About): About => ({
  ...{ sha256, entryId, editionId, nominatorId },
});

type Registered = Extract<EvidenceFile, { kind: 'registered' }>;

/** Turned down so often, it is proposed again only after a time: a unit that still needs it is not left without a way. */
const tooOftenRefusal = ({ proposals, proposedAt }: Registered, now: Instant): EvidenceRefusal | undefined => {
  const { DESTRUCTIONS_PROPOSED_MAX: max, DESTRUCTION_AGAIN_DAYS } = limits;
  if (proposals < max || proposedAt === null) return undefined;
  const again = addCalendarDays(localDateOf(proposedAt), DESTRUCTION_AGAIN_DAYS);
  return localDateOf(now) < again ? { reason: 'DESTRUCTION_PROPOSED_TOO_OFTEN', details: { max, again } } : undefined;
};

const propose = (file: Registered, order: ProposeDestruction): Decision => {
  const { proposal } = file;
  if (proposal)
    return { reason: 'DESTRUCTION_PROPOSED_ALREADY', field: 'sha256', details: { proposalId: proposal.proposalId } };
  const tooOften = tooOftenRefusal(file, order.now);
  if (tooOften) return tooOften;
  const { proposalId, by, now, why, sha256 } = order;
  const who = { proposalId, proposedBy: by.personId, role: by.role, proposedAt: now };
  const what = { act: 'DestroyEvidence', terms: { sha256 } } as const;
  return [{ type: 'ActProposed.v1', data: { ...aboutOf(order), ...what, ...who, prose: { why } } }];
};

/** A proposal is found by the entry for which it was made: whoever may decide about another entry decides nothing here. */
const proposalFor = ({ proposal }: Registered, order: RejectDestruction | DestroyEvidence): Proposed | undefined =>
  proposal?.proposalId === order.proposalId && proposal.entryId === order.entryId ? proposal : undefined;

const destroy = (file: Registered, order: DestroyEvidence): Decision => {
  const proposal = proposalFor(file, order);
  const refusal = secondPersonRefusal(proposal, order.by, SECOND_ROLES.DestroyEvidence);
  if (refusal || !proposal) return refusal ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { proposalId, proposedBy } = proposal;
  const { why } = order;
  return [{ type: 'EvidenceDestroyed.v1', data: { ...aboutOf(order), proposalId, proposedBy, prose: { why } } }];
};

const reject = (file: Registered, order: RejectDestruction): Decision => {
  if (!proposalFor(file, order)) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { proposalId, why } = order;
  return [{ type: 'ProposalRejected.v1', data: { ...aboutOf(order), proposalId, prose: { why } } }];
};

const decide = (file: EvidenceFile, order: EvidenceOrder): Decision => {
  if (order.type === 'RegisterEvidence') return register(file, order);
  if (file.kind === 'destroyed') return DESTROYED;
  if (file.kind === 'absent') return { reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' };
  const refusal = textRefusal(order.why, {
    ...{ field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' },
  });
  if (refusal) return refusal;
  switch (order.type) {
    case 'ProposeAct':
      return propose(file, order);
    case 'RejectProposal':
      return reject(file, order);
    case 'DestroyEvidence':
      return destroy(file, order);
  }
};

const evolve = (file: EvidenceFile, fact: EvidenceFact): EvidenceFile => {
  const before = file.kind === 'registered' ? file : { proposals: 0, proposedAt: null };
  const kept = {
    kind: 'registered',
    proposal: null,
    proposals: before.proposals,
    proposedAt: before.proposedAt,
  } as const;
  switch (fact.type) {
    case 'EvidenceRegistered.v1':
    case 'ProposalRejected.v1':
      return kept;
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, entryId } = fact.data;
      const proposal = { proposalId, act, proposedBy, role, proposedAt, entryId };
      return { ...kept, proposal, proposals: kept.proposals + 1, proposedAt };
    }
    case 'EvidenceDestroyed.v1':
      return { kind: 'destroyed' };
  }
};

/**
 * The rules over one evidence file (stream `merit-projects.evidence-<id>`): of an allowed type and size; twice is once; destroyed by two
 * persons of two offices with a reason, at any time, and from then on refused to whoever adds it again.
 */
export const evidenceDecider: Decider<EvidenceFile, EvidenceOrder, EvidenceFact, EvidenceRefusal> = {
  initial: { kind: 'absent' },
  evolve,
  decide,
};
