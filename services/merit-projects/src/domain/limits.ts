/** Characters are counted as Unicode code points. */
export const TITLE_CHARACTERS_MAX = 200;
export const TEXT_CHARACTERS_MAX = 4_000;
export const REASON_CHARACTERS_MAX = 1_000;
export const CONTACT_CHARACTERS_MAX = 200;
export const DOCUMENT_NUMBER_CHARACTERS_MAX = 100;
export const LINK_CHARACTERS_MAX = 500;

/** Entries that one unit may declare in an edition: the bound of the edition's own quota. */
export const QUOTA_MAX = 50;
/** Entries that one unit may plan in an edition; they share one stream. */
export const ENTRIES_PLANNED_MAX = 50;
export const MILESTONES_MAX = 20;
/** Evidence files of one report, declaration or objection. */
export const EVIDENCE_FILES_MAX = 20;
export const REPORTS_PER_ENTRY_MAX = 100;
export const REVISIONS_PER_ENTRY_MAX = 50;
export const RETURNS_PER_ENTRY_MAX = 20;
export const RETURN_REASONS_MAX = 20;
export const SCREENING_FAILURES_MAX = 20;
/** Objections to one entry that wait for an answer; what is settled shuts nobody out. */
export const OBJECTIONS_OPEN_MAX = 50;
/** Objections to one entry ever: the bound of what they add to the stream. */
export const OBJECTIONS_PER_ENTRY_MAX = 200;

export const NOTICE_WORKING_DAYS_MIN = 1;
export const NOTICE_WORKING_DAYS_MAX = 30;
/** Working days that lie at least between the end of a notice and scoring: time to answer an objection of its last minute. */
export const ANSWER_WORKING_DAYS_MIN = 1;
export const OBJECTION_WORKING_DAYS_MIN = 1;
export const OBJECTION_WORKING_DAYS_MAX = 60;
export const LATE_ENTRIES_MAX = 1_000;
export const RESCHEDULES_MAX = 100;
