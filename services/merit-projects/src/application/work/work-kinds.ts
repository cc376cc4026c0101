import type { Role } from '@jiangong/access';
import { readyForClearance, readyForNotice, REVIEWING } from '../../domain/entries/checks.ts';
import type { StandingKind } from '../../domain/entries/state.ts';
import { type Act, type EditionTables, hasAct, hasEntriesNotice, listsPeople } from '../../domain/programme.ts';

/** Everything that can wait for somebody here. The words are stable: the console's addresses follow from them. */
export const WORK_KINDS = [
  'plan-entries',
  'nominate-entries',
  'complete-milestones',
  'confirm-entries',
  'confirm-listed',
  'begin-own-notices',
  'answer-own-objections',
  'declare-entries',
  'answer-returns',
  'review-entries',
  'request-clearances',
  'give-clearances',
  'publish-entries',
  'answer-objections',
  'follow-late-entries',
  'carry-out-edition-proposal',
  'carry-out-entry-proposal',
  'assign-problems',
  'solve-problems',
  'check-problems',
  'follow-overdue-problems',
  'carry-out-problem-withdrawal',
  'enter-holidays',
  'carry-out-holiday-correction',
  'carry-out-policy-proposal',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** One step that entries wait for, an edition at a time. */
export type EntryStep = Readonly<{
  kind: WorkKind;
  /** The order's action in the permission table, and the role that it waits for. */
  action: string;
  role: Role;
  /** It is possible while one of these acts is open; empty: at any time. */
  acts: readonly Act[];
  /** The acts whose parties do it; `nominator`: the nominating party. */
  by: readonly Act[] | 'nominator';
  /** The act whose last day is the step's. */
  due: Act;
  /** Where entries stand that wait for it; undefined: the template has no such step. */
  waiting: (template: Readonly<{ tables: EditionTables }>) => StandingKind | undefined;
  /** Where they stand once it is done. */
  done: readonly StandingKind[];
}>;

const PUBLISHED = ['published', 'in-evaluation'] as const;
const ANSWERED = ['cleared', 'blocked', ...PUBLISHED] as const;

/** Roles in which somebody nominates, confirms and declares; a template leaves it to one of them. */
export const NOMINATING = ['unit-officer', 'branch-secretary'] as const satisfies readonly Role[];

/** The steps of the review, and the nominator's. What is counted as waiting stands exactly where the order asks for it. */
export const ENTRY_STEPS: readonly EntryStep[] = [
  {
    kind: 'confirm-entries',
    ...{ action: 'entry.confirm', role: 'unit-officer', acts: ['plan', 'propose', 'deliver'], by: 'nominator' },
    ...{ due: 'plan', waiting: () => 'planned', done: ['underway', 'declared'] },
  },
  {
    kind: 'confirm-listed',
    ...{ action: 'entry.confirm', role: 'unit-officer', acts: ['review'], by: ['review'], due: 'review' },
    waiting: ({ tables }) => (listsPeople(tables) ? 'declared' : undefined),
    done: ['reviewed', ...ANSWERED],
  },
  ...NOMINATING.map((role): EntryStep => ({
    kind: 'answer-returns',
    ...{ action: 'entry.declare', role, acts: [], by: 'nominator' },
    ...{ due: 'review', waiting: () => 'returned', done: [] },
  })),
  {
    kind: 'review-entries',
    ...{ action: 'entry.review', role: 'committee-officer', acts: REVIEWING, by: ['review'], due: 'review' },
    waiting: ({ tables }) => (hasAct(tables, 'review') ? 'declared' : undefined),
    done: ['reviewed', 'rejected', 'clearance-requested', ...ANSWERED],
  },
  {
    kind: 'request-clearances',
    ...{ action: 'entry.request-clearance', role: 'committee-officer', acts: REVIEWING, by: [], due: 'clear' },
    waiting: (terms) => (hasAct(terms.tables, 'clear') ? readyForClearance(terms) : undefined),
    done: ['clearance-requested', ...ANSWERED],
  },
  {
    kind: 'give-clearances',
    ...{ action: 'entry.give-clearance', role: 'discipline-inspector', acts: REVIEWING, by: ['clear'], due: 'clear' },
    waiting: () => 'clearance-requested',
    done: ANSWERED,
  },
  {
    kind: 'publish-entries',
    ...{ action: 'entry.publish', role: 'committee-officer', acts: ['notice'], by: ['notice'], due: 'notice' },
    waiting: (terms) => (hasEntriesNotice(terms.tables) ? readyForNotice(terms) : undefined),
    done: PUBLISHED,
  },
];
