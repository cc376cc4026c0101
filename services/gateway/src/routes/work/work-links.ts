import type { WorkItem } from '@jiangong/contracts/jiangong/work/v1/work_service';

type Subject = Pick<WorkItem, 'subjectKind' | 'subjectId' | 'editionId' | 'role'>;
type Page = (subject: Subject) => string;

const ofEdition =
  (rest: string): Page =>
  ({ editionId }) =>
    `/editions/${editionId}/${rest}`;
const ofProblems =
  (filter: string): Page =>
  ({ editionId }) =>
    `/problems?edition=${editionId}&${filter}`;
const ofYear: Page = ({ subjectId }) => `/holidays?year=${subjectId}`;
const ofSubject =
  (kind: string, rest = ''): Page =>
  ({ subjectId }) =>
    `/${kind}/${subjectId}${rest}`;
/** A naming is decided as a round is, on pages of its own, which are found by its series. */
const ofDecided =
  (rest: string, ofNaming = rest): Page =>
  ({ subjectKind, subjectId }) =>
    subjectKind === 'series' ? `/honours/naming/${subjectId}${ofNaming}` : `/rounds/${subjectId}${rest}`;

/** An appraisal office is shown no result: it begins the notice from the page of the round. */
const ofPublishing: Page = (item) => ofDecided(item.role === 'appraisal-office' ? '' : '/decision', '/decision')(item);

/**
 * Where in the console each kind of work is done: an address of a page, never of this API. A service that tells of a new kind puts
 * its line here (`test/contracts/work-kinds.spec.ts`).
 */
export const WORK_LINKS = {
  'plan-entries': ofEdition('plans'),
  'nominate-entries': ofEdition('nominate'),
  'complete-milestones': ofSubject('entries'),
  'confirm-entries': ofEdition('entries?standing=planned'),
  'confirm-listed': ofEdition('entries?standing=declared'),
  'begin-own-notices': ofEdition('own-notices'),
  'answer-own-objections': ofEdition('own-notices'),
  'declare-entries': ofEdition('entries?standing=underway'),
  'answer-returns': ofEdition('entries?standing=returned'),
  'review-entries': ofEdition('review?standing=declared&claim=mine,unclaimed'),
  'request-clearances': ofEdition('review?standing=reviewed'),
  'give-clearances': ofEdition('clearances?state=requested'),
  'publish-entries': ofEdition('review?standing=cleared'),
  'answer-objections': ofEdition('objections?status=open'),
  'follow-late-entries': ofEdition('late-entries'),
  'carry-out-edition-proposal': ofEdition('proposals'),
  'carry-out-entry-proposal': ofEdition('proposals'),
  'check-recusals': ofSubject('rounds', '/recusals'),
  'fill-sheet': ofSubject('rounds', '/sheet'),
  'deal-entries': ofSubject('rounds', '/dealing'),
  'convene-round': ofSubject('rounds', '/seats'),
  'collect-sheets': ofSubject('rounds', '/seats'),
  'tally-round': ofSubject('rounds', '/result'),
  'choose-going-on': ofSubject('rounds', '/result'),
  'record-minutes': ofDecided('/decision'),
  'attest-minutes': ofDecided('/decision'),
  'publish-proposed': ofPublishing,
  'issue-circular': ofDecided('/circular'),
  'collect-voting-token': () => '/my-ballots',
  'cast-vote': () => '/my-ballots',
  'fill-checklists': ofSubject('rounds', '/checklists'),
  'mark-oneself': () => '/my-checklists',
  'carry-out-checklist-proposal': ofSubject('rounds', '/checklists'),
  'decide-appeals': ofSubject('rounds', '/appeals'),
  'follow-upheld-appeals': ofSubject('rounds', '/appeals'),
  'hold-talks': ofSubject('rounds', '/talks'),
  'confirm-talks': ofSubject('rounds', '/talks'),
  'record-meeting': ofSubject('rounds'),
  'attest-meeting': ofSubject('rounds'),
  'count-papers': ofSubject('rounds', '/paper-boxes'),
  'open-paper-box': ofSubject('rounds', '/paper-boxes'),
  'make-vote-codes': ofSubject('rounds', '/ballots'),
  'look-up-facts': ofSubject('rounds', '/decision'),
  'decide-bonus-claims': ofSubject('rounds', '/bonuses'),
  'carry-out-bonus-proposal': ofSubject('rounds', '/bonuses'),
  'record-measures': ofSubject('rounds', '/measures'),
  'carry-out-measure-proposal': ofSubject('rounds', '/measures'),
  'answer-reopening-requests': ofSubject('rounds', '/proposals'),
  'carry-out-round-proposal': ofDecided('/proposals', '/decision'),
  'decide-probation': ofSubject('people'),
  'carry-out-correction': ofSubject('people'),
  'confirm-erasure': ofSubject('people'),
  'put-forward': ofDecided('/decision'),
  'record-outside-decision': ofDecided('/decision'),
  'carry-out-recommendation-proposal': ofDecided('/decision'),
  'compute-naming': ofSubject('honours/naming'),
  'recheck-honour': ofSubject('honours'),
  'carry-out-honour-proposal': ofSubject('honours'),
  'assign-problems': ofProblems('state=found'),
  'solve-problems': ofProblems('state=assigned'),
  'check-problems': ofProblems('state=handed-in'),
  'follow-overdue-problems': ofProblems('due=overdue'),
  'carry-out-problem-withdrawal': ofProblems('withdrawal=proposed'),
  'enter-holidays': ofYear,
  'carry-out-holiday-correction': ofYear,
  'carry-out-policy-proposal': ofSubject('policies'),
  'mend-parked': () => '/operations',
} as const satisfies Readonly<Record<string, Page>>;

export type WorkKind = keyof typeof WORK_LINKS;

export const WORK_KINDS = Object.keys(WORK_LINKS) as [WorkKind, ...WorkKind[]];

export const isWorkKind = (kind: string): kind is WorkKind => Object.hasOwn(WORK_LINKS, kind);
