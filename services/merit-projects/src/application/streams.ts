import { aggregateIdOf } from '@jiangong/event-store';
import type { Subject } from '../domain/entries/facts.ts';

export const EDITION_STREAMS = 'merit-projects.edition-';
export const ENTRIES_STREAMS = 'merit-projects.entries-';
export const DOSSIER_STREAMS = 'merit-projects.dossier-';
export const FILES_STREAMS = 'merit-projects.files-';
export const TEMPLATE_STREAMS = 'merit-projects.template-';
export const HOLIDAYS_STREAMS = 'merit-projects.holidays-';
export const ROLL_STREAMS = 'merit-projects.roll-';
export const SERIES_STREAMS = 'merit-projects.series-';
export const PAPER_STREAMS = 'merit-projects.papers-';
export const REVIEW_CLAIM_STREAMS = 'merit-projects.review-claims-';
export const REMINDER_STREAMS = 'merit-projects.reminders-';
export const INSPECTION_STREAMS = 'merit-projects.inspection-';
export const OWN_NOTICE_STREAMS = 'merit-projects.own-notices-';
export const CODES_STREAMS = 'merit-projects.codes-';
export const EVIDENCE_STREAMS = 'merit-projects.evidence-';
export const PROBLEM_STREAMS = 'merit-projects.problem-';
export const POLICY_STREAMS = 'merit-projects.policy-';
export const COMMENDATION_STREAMS = 'merit-projects.commendations-';
export const UPLOAD_STREAMS = 'merit-projects.upload-';

/** One edition a series, year and ordinal: whoever opens the same one meets in the same stream. */
export const editionIdOf = (seriesId: string, year: number, ordinal = 1): string =>
  aggregateIdOf(`${seriesId} ${year} ${ordinal}`, 'edition');

export const seriesStream = (seriesId: string): string => `${SERIES_STREAMS}${seriesId}`;

export const editionStream = (editionId: string): string => `${EDITION_STREAMS}${editionId}`;

export const templateStream = (committeeId: string, templateHash: string): string =>
  `${TEMPLATE_STREAMS}${aggregateIdOf(`${committeeId} ${templateHash}`, 'template')}`;

/** Beside the edition's own stream, which every order to an entry reads: a roll may be long. */
export const rollStream = (editionId: string): string => `${ROLL_STREAMS}${editionId}`;

export const holidaysStream = (year: number): string => `${HOLIDAYS_STREAMS}${year}`;

export const codesStream = (editionId: string): string => `${CODES_STREAMS}${editionId}`;

/** All claims of an edition share a stream: that no two officers hold the same entry is a rule over them. */
export const reviewClaimsStream = (editionId: string): string => `${REVIEW_CLAIM_STREAMS}${editionId}`;

export const remindersStream = (editionId: string): string => `${REMINDER_STREAMS}${editionId}`;

/** All entries of one nominator in one edition share a stream: the quota is a rule over them (decisions.md 6). */
export const entriesStream = (editionId: string, nominatorId: string): string =>
  `${ENTRIES_STREAMS}${aggregateIdOf(`${editionId} ${nominatorId}`, 'entries')}`;

/** What a nominator makes known in an edition before it declares. */
export const ownNoticesStream = (editionId: string, nominatorId: string): string =>
  `${OWN_NOTICE_STREAMS}${aggregateIdOf(`${editionId} ${nominatorId}`, 'own-notices')}`;

export const dossierStream = (entryId: string): string => `${DOSSIER_STREAMS}${entryId}`;

export const filesStream = (entryId: string): string => `${FILES_STREAMS}${entryId}`;

export const inspectionStream = (entryId: string): string => `${INSPECTION_STREAMS}${entryId}`;

/** An entry's id derives from edition, track and subject: nobody can put the same subject forward twice under two ids. */
export const entryIdOf = (editionId: string, track: string, { kind, id }: Subject): string =>
  aggregateIdOf(`${editionId} ${track} ${kind} ${id}`, 'entry');

/**
 * The id of something that an order makes inside a stream that is there already: a clearance, an objection, a milestone. It
 * derives from what it is made in as well as from the request: a caller may use one `Idempotency-Key` on two entries, and
 * must not get one id twice.
 */
export const partIdOf = (whole: string, requestId: string, kind: string): string =>
  aggregateIdOf(`${whole} ${requestId}`, kind);

export const evidenceStream = (sha256: string): string => `${EVIDENCE_STREAMS}${aggregateIdOf(sha256, 'evidence')}`;

export const uploadStream = (sha256: string, personId: string): string =>
  `${UPLOAD_STREAMS}${aggregateIdOf(`${sha256} ${personId}`, 'upload')}`;

/** Papers of one kind of notice and format of an edition: of these one stands. */
export const papersIdOf = (editionId: string, about: string, format: string): string =>
  aggregateIdOf(`${editionId} ${about} ${format}`, 'papers');

export const papersStream = (papersId: string): string => `${PAPER_STREAMS}${papersId}`;

export const problemStream = (problemId: string): string => `${PROBLEM_STREAMS}${problemId}`;

/** What a committee sets the committees below it, every version and exemption. */
export const policyStream = (committeeId: string): string => `${POLICY_STREAMS}${committeeId}`;

/** What a committee below a policy commends by: that it opens no more than it may is a rule over them. */
export const commendationsStream = (committeeId: string): string => `${COMMENDATION_STREAMS}${committeeId}`;
