/** Characters are counted as Unicode code points. */
export const TITLE_CHARACTERS_MAX = 200;
export const TEXT_CHARACTERS_MAX = 4_000;
export const REASON_CHARACTERS_MAX = 1_000;
export const CONTACT_CHARACTERS_MAX = 200;
export const DOCUMENT_NUMBER_CHARACTERS_MAX = 100;
export const LINK_CHARACTERS_MAX = 500;

/** UTF-8 bytes of a template, as written and in its canonical form. */
export const TEMPLATE_BYTES_MAX = 200_000;
/** Editions of one series and year: abandoned ones stay counted. */
export const EDITIONS_PER_YEAR_MAX = 20;
export const AMENDMENTS_MAX = 50;

/** Entries that one nominator may have in an edition; they share one stream. */
export const ENTRIES_PLANNED_MAX = 50;
/** Whoever stands on a roll enters: as many as a round judges. */
export const ROLL_ENTRIES_MAX = 1_500;
/** Organizations on a roll of which shares are taken and nothing else. */
export const ROLL_COUNTED_MAX = 20_000;
/** Organizations in one fact of a roll. */
export const ROLL_PART_MAX = 500;
/** Times that somebody is taken off the roll of one edition, or put on it. */
export const ROLL_CORRECTIONS_MAX = 500;
export const MILESTONES_MAX = 20;
/** People who answer for one entry, its leader first. */
export const ANSWERABLE_MAX = 10;
/** Evidence files of one report, declaration or objection. */
export const EVIDENCE_FILES_MAX = 20;
/** Files that inspectors ever add to their opinions on one entry. */
export const INSPECTION_FILES_PER_ENTRY_MAX = 200;
export const CAPTION_CHARACTERS_MAX = 100;
/** Times that the destruction of one file may be proposed one after the other, those turned down counted too. */
export const DESTRUCTIONS_PROPOSED_MAX = 20;
/** After that once in so many days: nobody is shut out for good, and a file's stream grows with time and not with zeal. */
export const DESTRUCTION_AGAIN_DAYS = 30;
/** Of the files of one entry, those said again counted too. */
export const DESCRIPTIONS_PER_ENTRY_MAX = 400;
export const REPORTS_PER_ENTRY_MAX = 100;
export const REVISIONS_PER_ENTRY_MAX = 50;
export const RETURNS_PER_ENTRY_MAX = 20;
/** Versions that whoever stands on a roll may bring of its own entry while its stage runs. */
export const OWN_VERSIONS_PER_ENTRY_MAX = 20;
export const RETURN_REASONS_MAX = 20;
export const REVIEW_ANSWERS_MAX = 40;
/** A claim of a review holds to the end of the day so many days later. */
export const REVIEW_CLAIM_DAYS = 3;
/** Times that the review of one entry is claimed or taken over; after that it is reviewed without. */
export const CLAIMS_PER_ENTRY_MAX = 20;
export const HANDOVERS_PER_ENTRY_MAX = 20;
/** Acts that one person proposed and another has neither carried out nor turned down. */
export const PROPOSALS_OPEN_MAX = 20;
/** Objections to one entry that wait for an answer; what is settled shuts nobody out. */
export const OBJECTIONS_OPEN_MAX = 50;
/** Of those, the ones that one source may have: nobody shuts a public form alone. */
export const OBJECTIONS_OPEN_PER_SOURCE_MAX = 3;
/** Objections to one entry after which only one waits at a time: what they add to the stream grows no faster than they are answered. */
export const OBJECTIONS_PER_ENTRY_MAX = 200;
/** How often the answer to one objection may be taken back. */
export const OBJECTION_REOPENINGS_MAX = 3;

/** Working days that lie at least between the end of a notice and what must wait for it: time to answer an objection of its last minute. */
export const ANSWER_WORKING_DAYS_MIN = 1;
export const LATE_ENTRIES_MAX = 1_000;
export const RESCHEDULES_MAX = 100;
/** A stage that is over may be open again for at most so many days. */
export const REOPENED_DAYS_MAX = 92;
export const REOPENINGS_MAX = 50;
/** Papers of one kind of notice and format that were made of one edition, one after the other. */
export const NOTICE_PAPERS_MAX = 100;
/** Notices on one paper: as many as entries enter a round. */
export const NOTICES_ON_PAPER_MAX = 1_500;

/** A nominator is reminded of the same act by hand not again before so many days later, by the calendar. */
export const REMIND_AGAIN_DAYS = 1;
/** Times that a nominator is reminded by hand of one act in one edition. */
export const REMINDERS_PER_ACT_MAX = 10;
/** Nominators reminded in one order: they stand in one append. */
export const REMINDED_PER_ORDER_MAX = 500;

/** Codes that are handed out in one order, in one edition, and batches of them. */
export const CODES_PER_ORDER_MAX = 200;
export const CODES_PER_EDITION_MAX = 10_000;
export const CODE_BATCHES_MAX = 500;
/** Works that come by codes of one unit; they share one stream. */
export const REGISTERED_PER_HOME_MAX = 500;
/** Files that are brought by one code, those of earlier versions counted too. */
export const FILES_PER_CODE_MAX = 20;

/** What one nominator ever makes known of its own in an edition, what was taken down counted too; all of it shares one stream. */
export const OWN_NOTICES_MAX = 100;
/** Objections to one of them, and for how many days after its end one is written down that was made in time. */
export const OWN_OBJECTIONS_MAX = 50;
export const OWN_OBJECTION_DAYS = 10;

/** Versions of its policy that one committee adopts, and exemptions that it grants, withdrawn ones counted too: they share a stream. */
export const POLICY_VERSIONS_MAX = 100;
export const EXEMPTIONS_MAX = 500;
/** As long as a template's lasting name may be. */
export const TEMPLATE_ID_CHARACTERS_MAX = 64;
/** A place that was taken for an edition which nobody opened is free again after so many minutes. */
export const UNOPENED_CLAIM_MINUTES = 60;
