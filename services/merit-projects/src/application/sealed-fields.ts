import type { KeyName, SealedFields } from '@jiangong/privacy';
import type { CodesFact } from '../domain/codes/facts.ts';
import type { DossierFact } from '../domain/dossier/dossier.ts';
import type { EditionFact } from '../domain/edition/facts.ts';
import type { EntriesFact } from '../domain/entries/facts.ts';
import type { EvidenceFact } from '../domain/evidence/evidence-file.ts';
import type { EvidenceDescribed } from '../domain/files/entry-files.ts';
import type { InspectionFilesFact } from '../domain/files/inspection-files.ts';
import type { HolidaysFact } from '../domain/holidays/holidays.ts';
import type { OwnNoticeFact } from '../domain/own-notice/facts.ts';
import type { NoticePaperFact } from '../domain/papers/notice-papers.ts';
import type { PolicyFact } from '../domain/policy/facts.ts';
import type { ProblemFact } from '../domain/problem/facts.ts';
import type { RollFact } from '../domain/roll/facts.ts';
import type { ReviewClaimFact } from '../domain/review-claims/facts.ts';

export const editionKey = ({ editionId }: Readonly<{ editionId: string }>): KeyName => `prose/${editionId}`;
export const holidaysKey = ({ year }: Readonly<{ year: number }>): KeyName => `prose/holidays-${year}`;
export const dossierKey = ({ entryId }: Readonly<{ entryId: string }>): KeyName => `dossier/${entryId}`;
export const disciplineKey = ({ editionId }: Readonly<{ editionId: string }>): KeyName => `discipline/${editionId}`;
/** Of one version: what was erased is never sealed again, and a later version is. */
export const authorKey = ({ authorId, version }: Readonly<{ authorId: string; version: number }>): KeyName =>
  `person/${authorId}-${version}`;
export const objectionKey = ({ objectionId }: Readonly<{ objectionId: string }>): KeyName => `objection/${objectionId}`;

export const policyKey = ({ committeeId }: Readonly<{ committeeId: string }>): KeyName => `prose/policy-${committeeId}`;

export const problemKey = ({ problemId }: Readonly<{ problemId: string }>): KeyName => `problem/${problemId}`;

/**
 * What stands encrypted in the log: everything that a person wrote at length, one `prose` object a fact. Under the entry's key what is
 * written about it; under the key of the edition's inspection why it blocks and against whom; under a key of each objection who objects,
 * what is said and answered. Destroying a key erases its texts without breaking the history; nothing that decides stands among them.
 */
export const sealedOfEntries = {
  'EntryPlanned.v1': { prose: dossierKey },
  'EntryRevised.v1': { prose: dossierKey },
  'MilestonesPlanned.v1': { prose: dossierKey },
  'EntryConfirmed.v1': { prose: dossierKey },
  'ListingConfirmed.v1': { prose: dossierKey },
  'EntryDeclared.v1': { prose: dossierKey },
  'EntryRedeclared.v1': { prose: dossierKey },
  'AuthorNamed.v1': { prose: authorKey },
  'AuthorErased.v1': { prose: dossierKey },
  'EntryProposed.v1': { prose: dossierKey },
  'CandidateChosen.v1': { prose: dossierKey },
  'EntryReturned.v1': { prose: dossierKey },
  'EntryReviewed.v1': { prose: dossierKey },
  'NeedsAnswered.v1': { prose: dossierKey },
  'ClearanceGiven.v1': { prose: disciplineKey },
  'EntryBlocked.v1': { prose: disciplineKey },
  'BlockLifted.v1': { prose: disciplineKey },
  'ObjectionReceived.v1': { prose: objectionKey },
  'ObjectionSettled.v1': { prose: objectionKey },
  'ObjectionReopened.v1': { prose: objectionKey },
  'EntryWithdrawn.v1': { prose: dossierKey },
  'EntryRemoved.v1': { prose: disciplineKey },
  'EntryHandedOver.v1': { prose: dossierKey },
  'EntryDelisted.v1': { prose: dossierKey },
  'EntryRelisted.v1': { prose: dossierKey },
  'ActUndone.v1': { prose: dossierKey },
  'ActProposed.v1': { prose: disciplineKey },
  'ProposalRejected.v1': { prose: disciplineKey },
} as const satisfies SealedFields<EntriesFact>;

/** Why it is taken down under the edition's key; who objects, what is said and answered under the objection's own. */
export const sealedOfOwnNotices = {
  'OwnNoticeStopped.v1': { prose: editionKey },
  'OwnObjectionTaken.v1': { prose: objectionKey },
  'OwnObjectionAnswered.v1': { prose: objectionKey },
  'OwnObjectionReopened.v1': { prose: objectionKey },
} as const satisfies SealedFields<OwnNoticeFact>;

export const sealedOfCodes = {
  'CodesRecalled.v1': { prose: editionKey },
} as const satisfies SealedFields<CodesFact>;

export const sealedOfDossiers = {
  'MilestoneReopened.v1': { prose: dossierKey },
  'ProgressReported.v1': { prose: dossierKey },
  'EntryFeatured.v1': { prose: dossierKey },
  'FeaturingEnded.v1': { prose: dossierKey },
} as const satisfies SealedFields<DossierFact>;

export const sealedOfEntryFiles = {
  'EvidenceDescribed.v1': { prose: dossierKey },
} as const satisfies SealedFields<EvidenceDescribed>;

/** With the opinion: which file it is, too. */
export const sealedOfInspectionFiles = {
  'InspectionFileAdded.v1': { prose: disciplineKey },
  'InspectionFileRemoved.v1': { prose: disciplineKey },
} as const satisfies SealedFields<InspectionFilesFact>;

/** Of a file by its entry: why it is to go, and why it went. */
export const sealedOfEvidence = {
  'ActProposed.v1': { prose: dossierKey },
  'ProposalRejected.v1': { prose: dossierKey },
  'EvidenceDestroyed.v1': { prose: dossierKey },
} as const satisfies SealedFields<EvidenceFact>;

export const sealedOfEditions = {
  'EditionAmended.v1': { prose: editionKey },
  'StageRescheduled.v1': { prose: editionKey },
  'StageReopened.v1': { prose: editionKey },
  'LateEntryAllowed.v1': { prose: editionKey },
  'LateEntryEnded.v1': { prose: editionKey },
  'ActProposed.v1': { prose: editionKey },
  'ProposalRejected.v1': { prose: editionKey },
  'EditionAbandoned.v1': { prose: editionKey },
} as const satisfies SealedFields<EditionFact>;

export const sealedOfRolls = {
  'SubjectExcluded.v1': { prose: editionKey },
  'SubjectIncluded.v1': { prose: editionKey },
  'WholeCounted.v1': { prose: editionKey },
} as const satisfies SealedFields<RollFact>;

export const sealedOfHolidays = {
  'ActProposed.v1': { prose: holidaysKey },
  'ProposalRejected.v1': { prose: holidaysKey },
} as const satisfies SealedFields<HolidaysFact>;

export const sealedOfPolicies = {
  'PolicyActProposed.v1': { prose: policyKey },
  'PolicyProposalRejected.v1': { prose: policyKey },
} as const satisfies SealedFields<PolicyFact>;

export const sealedOfNoticePapers = {
  'NoticePaperWithdrawn.v1': { prose: editionKey },
} as const satisfies SealedFields<NoticePaperFact>;

export const sealedOfReviewClaims = {
  'ReviewClaimTakenOver.v2': { prose: editionKey },
} as const satisfies SealedFields<ReviewClaimFact>;

/** Opened under the type that it was stored as; the prose of the first version, too. */
export const sealedOfStoredClaims: SealedFields<ReviewClaimFact> = {
  ...sealedOfReviewClaims,
  ...{ 'ReviewClaimTakenOver.v1': { prose: editionKey } },
};

/** What was seen, done and said about one problem. */
export const sealedOfProblems = {
  'ProblemFound.v1': { prose: problemKey },
  'ProblemDeadlineExtended.v1': { prose: problemKey },
  'ProblemHandedOver.v1': { prose: problemKey },
  'ProblemEvidenceAdded.v1': { prose: problemKey },
  'ProblemEvidenceRemoved.v1': { prose: problemKey },
  'ProblemHandedIn.v1': { prose: problemKey },
  'ProblemTakenBack.v1': { prose: problemKey },
  'ProblemSentBack.v1': { prose: problemKey },
  'ProblemClosed.v1': { prose: problemKey },
  'ProblemReopened.v1': { prose: problemKey },
  'ProblemWithdrawalProposed.v1': { prose: problemKey },
  'ProblemWithdrawalRejected.v1': { prose: problemKey },
  'ProblemWithdrawn.v1': { prose: problemKey },
} as const satisfies SealedFields<ProblemFact>;
