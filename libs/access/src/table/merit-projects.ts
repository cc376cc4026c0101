import { byRoles, CONCERNED, type PermissionTable, RUNS_AND_JUDGES } from '../permission.ts';

const READERS = [
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'auditor',
] as const;

/** Who sits in a round reads what he scores there and nothing else by it, for as long as he may score it. */
const EVALUATORS = ['expert', 'unit-officer'] as const;

/** Where scores or honours are touched, one of these proposes and another carries out; a person of both roles is no second person. */
const TWO_OFFICES = ['committee-officer', 'committee-leader', 'discipline-inspector'] as const;

/**
 * An entry stands where its proposer stands (or its home, before that is known); an edition where its committee stands. This table is the
 * outer bound: in which stages an order is possible, and which of these roles an edition's template leaves it to, its rule book decides.
 */
export const meritProjectActions = {
  'template.adopt': { allow: [byRoles('subtree', 'committee-officer')] },
  'template.check': { allow: [byRoles('subtree', 'committee-officer')] },
  'template.read': { allow: [{ scope: 'signed-in' }] },
  'template.list': { allow: [{ scope: 'signed-in' }] },
  'holidays.enter': { allow: [byRoles('anywhere', 'committee-officer')] },
  'holidays.propose': { allow: [byRoles('anywhere', 'committee-officer')] },
  'holidays.correct': { allow: [byRoles('anywhere', 'committee-leader', 'discipline-inspector')] },
  'holidays.list-proposals': {
    allow: [byRoles('anywhere', 'committee-officer', 'committee-leader', 'discipline-inspector')],
  },
  'holidays.list': { allow: [{ scope: 'signed-in' }] },
  'policy.propose': { allow: [byRoles('subtree', 'committee-officer')] },
  'policy.carry-out': { allow: [byRoles('subtree', 'committee-leader')] },
  'policy.reject': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader')] },
  'policy.list-proposals': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'auditor')] },
  'policy.list': { allow: [{ scope: 'public' }] },
  'policy.read': { allow: [{ scope: 'signed-in' }] },
  'edition.open': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.amend': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.reschedule': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.reopen-stage': { allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')] },
  'edition.allow-late-entry': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.end-late-entry': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.read-roll': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'edition.correct-roll': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.propose': { allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')] },
  'edition.carry-out': { allow: [byRoles('subtree', ...TWO_OFFICES)] },
  'edition.list-proposals': { allow: [byRoles('subtree', ...TWO_OFFICES)] },
  'edition.list-late': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader')] },
  'edition.remind': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.close': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.read': { allow: [{ scope: 'signed-in' }] },
  'edition.list': { allow: [{ scope: 'signed-in' }] },
  // Of an entry only to those who may read it (entry.read, asked of each).
  'title.read': { allow: [{ scope: 'public' }] },
  'entry.plan': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.revise': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  // On a roll: each member for himself, an organization through its officers.
  'entry.plan-own': { allow: [{ scope: 'own' }, byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.list-own-plans': { allow: [{ scope: 'signed-in' }] },
  'entry.confirm': { allow: [byRoles('subtree', 'unit-officer')] },
  'entry.nominate': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer', 'committee-officer')] },
  'entry.progress': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.complete-milestone': { allow: [{ scope: 'own' }, byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.describe-evidence': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer', 'committee-officer')] },
  'entry.feature': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'entry.declare': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer', 'committee-officer')] },
  'entry.withdraw': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer', 'committee-officer')] },
  'entry.hand-over': { allow: [byRoles('subtree', 'committee-officer')] },
  'entry.return': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.review': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.request-clearance': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'entry.give-clearance': {
    allow: [byRoles('subtree', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  'entry.add-clearance-file': {
    allow: [byRoles('subtree', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  'entry.block': { allow: [byRoles('subtree', 'discipline-inspector')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.lift-block': { allow: [byRoles('subtree', 'discipline-inspector')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.publish': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.propose': { allow: [byRoles('subtree', ...TWO_OFFICES, 'unit-officer')] },
  'entry.carry-out': { allow: [byRoles('subtree', ...TWO_OFFICES)], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.undo': { allow: [byRoles('subtree', ...TWO_OFFICES, 'unit-officer')] },
  'entry.read': { allow: [{ scope: 'own' }, byRoles('subtree', ...READERS, 'member', 'appraisal-office')] },
  'entry.read-dossier': { allow: [{ scope: 'own' }, byRoles('subtree', ...READERS)] },
  'entry.read-to-score': { allow: [byRoles('assigned', ...EVALUATORS)] },
  'entry.list-to-score': { allow: [byRoles('assigned', ...EVALUATORS)] },
  'entry.list': { allow: [byRoles('subtree', ...READERS, 'member', 'appraisal-office')] },
  'entry.read-history': { allow: [byRoles('subtree', ...READERS)] },
  'entry.read-clearance': {
    allow: [byRoles('subtree', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  // How each stands, without opinion, reason or inspector: those are read one by one, on record.
  'clearance.list': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [RUNS_AND_JUDGES],
  },
  // `system`: what the public handed in with an objection, once it is confirmed.
  'evidence.add': {
    allow: [
      // An expert records what he measured, a member claims what he is judged by, and an appraisal office finds: all bring documents.
      byRoles(
        'anywhere',
        'branch-secretary',
        'unit-officer',
        'committee-officer',
        'discipline-inspector',
        'expert',
        'member',
        'appraisal-office',
      ),
      { scope: 'system' },
    ],
  },
  'evidence.list': {
    allow: [{ scope: 'own' }, byRoles('subtree', ...READERS), byRoles('assigned', ...EVALUATORS)],
  },
  'evidence.read': {
    allow: [{ scope: 'own' }, byRoles('subtree', ...READERS), byRoles('assigned', ...EVALUATORS)],
  },
  // The gateway's own question, once evaluation said that the caller is shown what names the file.
  'evidence.read-named': { allow: [{ scope: 'system' }] },
  'evidence.propose-destruction': { allow: [byRoles('subtree', ...TWO_OFFICES, 'unit-officer', 'branch-secretary')] },
  'evidence.destroy': { allow: [byRoles('subtree', ...TWO_OFFICES)], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  // The gateway's own question: it keeps the bytes.
  'evidence.list-destroyed': { allow: [{ scope: 'system' }] },
  'code.hand-out': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [RUNS_AND_JUDGES] },
  'code.list': { allow: [byRoles('subtree', 'committee-officer')] },
  // Whoever holds a code may; without one the service tells nobody anything.
  'work.register': { allow: [{ scope: 'public' }] },
  'author.read': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'author.erase': { allow: [byRoles('subtree', 'committee-officer')] },
  'objection.receive': { allow: [{ scope: 'public' }] },
  'objection.settle': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  'objection.reopen': { allow: [byRoles('subtree', ...TWO_OFFICES)], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'objection.list': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [RUNS_AND_JUDGES],
    freshSignIn: true,
  },
  'objection.list-summaries': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [RUNS_AND_JUDGES],
  },
  'objection.read-evidence': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
    freshSignIn: true,
  },
  // The gateway's own question, for whoever has the code of an objection: its id alone opens nothing.
  'objection.read-status': { allow: [{ scope: 'system' }] },
  // What a unit means to declare, made known among its own people; it answers who objects, and the office sees it.
  'own-notice.begin': { allow: [byRoles('subtree', 'unit-officer')] },
  'own-notice.stop': { allow: [byRoles('subtree', 'unit-officer')] },
  'own-notice.take-objection': { allow: [byRoles('subtree', 'unit-officer', 'committee-officer')] },
  'own-notice.answer': { allow: [byRoles('subtree', 'unit-officer')] },
  'own-notice.reopen-objection': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [RUNS_AND_JUDGES],
  },
  'own-notice.list': { allow: [byRoles('subtree', ...READERS)] },
  'own-notice.read': { allow: [byRoles('subtree', 'unit-officer', 'committee-officer', 'discipline-inspector')] },
  'notice-paper.make': { allow: [byRoles('subtree', 'committee-officer')] },
  'notice-paper.withdraw': { allow: [byRoles('subtree', 'committee-officer')] },
  'notice-paper.read': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'notice.read': { allow: [{ scope: 'public' }] },
  // A problem stands where its owner stands; that an office is the edition's is asked beside it.
  'problem.find': { allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')] },
  'problem.admit': { allow: [byRoles('subtree', 'unit-officer', 'branch-secretary')] },
  'problem.assign': { allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')] },
  'problem.solve': { allow: [byRoles('subtree', 'unit-officer', 'branch-secretary')] },
  'problem.close': { allow: [byRoles('subtree', ...TWO_OFFICES)], conflicts: [RUNS_AND_JUDGES] },
  'problem.propose-withdrawal': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [RUNS_AND_JUDGES],
  },
  'problem.withdraw': { allow: [byRoles('subtree', ...TWO_OFFICES)], conflicts: [RUNS_AND_JUDGES] },
  'problem.read': { allow: [byRoles('subtree', ...READERS)] },
  'problem.list': { allow: [byRoles('subtree', ...READERS)] },
} as const satisfies PermissionTable;
