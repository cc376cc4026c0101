import type { Action } from '@jiangong/access';
import type { Act } from './template/calendar.ts';
import type { PartyRole } from './template/parties.ts';

/**
 * The acts of the engine: the one table of who may ever do what. `roles` bounds what a template may say; `actions` are the
 * permissions that each of these roles needs for the act on the platform today (libs/access is the outer bound). A role
 * without actions waits for a later programme. A decider narrows both by the template's party.
 */
export type ActRule = Readonly<{
  roles: readonly PartyRole[];
  actions: Readonly<Partial<Record<PartyRole, readonly Action[]>>>;
}>;

const OFFICES = ['committee-officer', 'unit-officer', 'appraisal-office'] as const;
const NOMINATORS = ['branch-secretary', 'unit-officer'] as const;
const SHEETS: readonly Action[] = ['sheet.save', 'sheet.submit'];

export const actRules: Readonly<Record<Act, ActRule>> = {
  plan: {
    roles: [...NOMINATORS, 'member'],
    // A project is planned and confirmed; whoever stands on a roll plans for himself.
    actions: {
      'branch-secretary': ['entry.plan', 'entry.revise'],
      'unit-officer': ['entry.plan', 'entry.confirm'],
      member: ['entry.plan-own'],
    },
  },
  // A branch's secretary proposes of his own branch, whom it then votes upon.
  propose: { roles: [...NOMINATORS, 'member'], actions: { 'branch-secretary': ['entry.nominate'] } },
  deliver: {
    roles: [...NOMINATORS, 'member'],
    actions: {
      'branch-secretary': ['entry.progress', 'entry.complete-milestone'],
      'unit-officer': ['entry.progress', 'entry.complete-milestone'],
      member: ['entry.complete-milestone'],
    },
  },
  declare: {
    roles: [...NOMINATORS, 'committee-officer', 'member', 'public'],
    // A computed list is declared by the office that names.
    actions: {
      'branch-secretary': ['entry.declare'],
      'unit-officer': ['entry.declare'],
      'committee-officer': ['series.name'],
      // By a code, and of works.
      public: ['work.register'],
    },
  },
  meet: {
    roles: ['committee-leader', ...OFFICES, 'branch-secretary'],
    // The office writes down who met; a leader who was there attests it.
    actions: { 'committee-leader': ['meeting.attest'] },
  },
  review: {
    roles: OFFICES,
    // A unit looks at its own people on a computed list, and confirms each.
    actions: { 'committee-officer': ['entry.review', 'entry.return'], 'unit-officer': ['entry.confirm'] },
  },
  clear: { roles: ['discipline-inspector'], actions: { 'discipline-inspector': ['entry.give-clearance'] } },
  notice: {
    roles: [...OFFICES, 'branch-secretary'],
    // A unit makes known what it means to declare, and what its committee decided.
    // An appraisal office makes known what its round decided.
    actions: {
      'committee-officer': ['entry.publish'],
      'unit-officer': ['own-notice.begin', 'decision.publish'],
      'appraisal-office': ['decision.publish'],
    },
  },
  score: {
    roles: ['expert', 'unit-officer', 'committee-officer', 'committee-leader', 'appraisal-office'],
    actions: { expert: SHEETS, 'unit-officer': SHEETS, 'committee-officer': SHEETS, 'committee-leader': SHEETS },
  },
  check: {
    roles: [...OFFICES, 'branch-secretary', 'member', 'discipline-inspector'],
    // A branch marks itself, and so does a member; its secretary marks its members.
    actions: {
      member: ['checklist.answer'],
      'branch-secretary': ['checklist.answer', 'checklist.record'],
      'committee-officer': ['checklist.record'],
      'unit-officer': ['checklist.record'],
      'discipline-inspector': ['checklist.record'],
      'appraisal-office': ['checklist.record'],
    },
  },
  vote: {
    roles: ['mass-voter', 'member', 'public', 'branch-secretary', 'unit-officer', 'committee-officer'],
    // Who may vote is a matter of his role; how is not: the ballot itself is handed in by nobody known.
    actions: {
      'mass-voter': ['ballot.collect'],
      member: ['ballot.collect'],
      // By a code, and about one entry.
      public: ['vote-code.use'],
      'branch-secretary': ['ballot.collect'],
      'unit-officer': ['ballot.collect'],
      'committee-officer': ['ballot.collect'],
    },
  },
  decide: {
    roles: ['committee-leader', 'unit-officer', 'member'],
    // Of a unit's own entries its committee decides, where the template says so, and of a branch's the meeting of its members.
    actions: {
      'committee-leader': ['decision.attest'],
      'unit-officer': ['decision.attest'],
      member: ['decision.attest'],
    },
  },
  commend: {
    roles: OFFICES,
    actions: { 'committee-officer': ['round.commend'], 'unit-officer': ['round.commend'] },
  },
  appeal: {
    roles: ['committee-leader', 'unit-officer', 'discipline-inspector'],
    // Whoever a unit answers for belongs to what is appealed: its officers decide no appeal.
    actions: { 'committee-leader': ['appeal.decide'], 'discipline-inspector': ['appeal.decide'] },
  },
  recheck: {
    roles: [...OFFICES, 'discipline-inspector'],
    // Whether an honour is still deserved; of what was put forward, what became of it outside.
    actions: { 'committee-officer': ['honour.recheck', 'recommendation.record-outside'] },
  },
  'put-forward': {
    roles: [...OFFICES, 'branch-secretary'],
    // Whom the meeting of his branch recommends a secretary puts forward.
    actions: {
      'committee-officer': ['recommendation.put-forward'],
      'branch-secretary': ['recommendation.put-forward'],
    },
  },
  talk: {
    roles: ['appraisal-office', 'committee-leader', 'unit-officer', 'discipline-inspector'],
    // With whoever a decision gave something that has a talk as its duty.
    actions: {
      'appraisal-office': ['talk.hold'],
      'committee-leader': ['talk.hold'],
      'unit-officer': ['talk.hold'],
      'discipline-inspector': ['talk.hold'],
    },
  },
};
