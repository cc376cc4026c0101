import { byRoles, CONCERNED, type PermissionTable } from '../permission.ts';
import { appealActions } from './appeals.ts';
import { checklistActions } from './checklists.ts';
import { namingActions } from './namings.ts';

/** Offices and bodies that decide: of a committee, and of a unit over its part of a round, which stands where the unit stands. */
const DECIDING = ['committee-officer', 'committee-leader', 'unit-officer'] as const;

/** Who may ever fill in a sheet; whose seat it is, the round says. */
const SCORING = ['expert', 'unit-officer', 'committee-officer', 'committee-leader'] as const;

/** Of a branch whose meeting decides: its secretary, who writes down what it decided and brings it on its way. */
const MEETING = byRoles('subtree', 'branch-secretary');

/** Whoever belongs to the branch has its meeting's decision before him, and nobody else's. */
const MET = byRoles('at', 'member');

/** Offices that make known what was decided. */
const PUBLISHING = ['committee-officer', 'unit-officer'] as const;

/** Whoever may ever talk with those to whom a decision gave a card; with whom, the template and the rule book say. */
const TALKING = ['appraisal-office', 'committee-leader', 'discipline-inspector', 'unit-officer'] as const;

/** A round stands where its committee stands. Who is an evaluator in it, and recusal for each entry, are the round's own rules. */
export const evaluationActions = {
  'round.open': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.assign': { allow: [byRoles('subtree', 'committee-officer')] },
  // Whatever changes whose marks count once the sheets were opened: the office proposes, another role carries out (rule 7).
  'round.propose': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'round.carry-out': {
    allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')],
    conflicts: [CONCERNED],
  },
  'round.reject-proposal': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector', 'committee-leader')],
  },
  // A sheet that stays sealed moves nobody's marks; opening it again takes two persons.
  'round.decline-reopening': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'round.read-proposals': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'round.read': {
    allow: [
      byRoles(
        'line',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'unit-officer',
        'appraisal-office',
        'expert',
        'auditor',
      ),
      MEETING,
      MET,
    ],
  },
  // Counts alone, while nobody may know a mark.
  'round.read-progress': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  // Who appears when, and when a turn is over: no mark is in it, and what it comes to follows.
  'contest.run': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.remind': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.tally': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.read-result': { allow: [byRoles('subtree', ...DECIDING, 'discipline-inspector', 'auditor'), MEETING, MET] },
  'round.ask-what-if': { allow: [byRoles('subtree', ...DECIDING), MEETING] },
  'round.export-sheets': { allow: [byRoles('subtree', 'committee-officer', 'auditor')] },
  'decision.record': { allow: [byRoles('subtree', ...DECIDING), MEETING], conflicts: [CONCERNED] },
  // Who is recused from some entries attests to the rest: the minutes say from which, and the quorum of each counts without him.
  'decision.attest': {
    allow: [byRoles('subtree', 'committee-leader', 'unit-officer'), byRoles('at', 'branch-secretary'), MET],
    freshSignIn: true,
  },
  'decision.propose-annulment': { allow: [byRoles('subtree', ...DECIDING), MEETING] },
  'decision.reject-annulment': { allow: [byRoles('subtree', ...DECIDING, 'discipline-inspector')] },
  'decision.annul': {
    allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')],
    conflicts: [CONCERNED],
    freshSignIn: true,
  },
  // A unit's officers make known what their own committee decided, and an appraisal office what its round did, where the template leaves it to them.
  'decision.publish': { allow: [byRoles('subtree', ...PUBLISHING, 'appraisal-office')] },
  'round.commend': { allow: [byRoles('subtree', ...PUBLISHING)], freshSignIn: true },
  // A meeting is written down by the office, and stands once a leader who was there attests it.
  'meeting.record': { allow: [byRoles('subtree', 'committee-officer')] },
  'meeting.attest': { allow: [byRoles('subtree', 'committee-leader')], freshSignIn: true },
  // Whoever wrote it down takes it back himself.
  'meeting.refute': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader')] },
  'meeting.read': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  // Whoever the template names talks with those to whom a decision gave a card; which of them, the rule book says.
  'talk.hold': {
    allow: [byRoles('subtree', ...TALKING)],
    conflicts: [CONCERNED],
  },
  // Whoever was talked with says so himself, or his branch's secretary does.
  'talk.confirm': { allow: [{ scope: 'own' }, byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'talk.read': {
    allow: [
      { scope: 'own' },
      byRoles('subtree', ...TALKING, 'committee-officer', 'auditor'),
      byRoles('line', 'branch-secretary', 'unit-officer'),
    ],
  },
  // What rules of awards ask and no result holds: looked up by an office that is not concerned, read by whoever decides by it.
  'fact.answer': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [CONCERNED],
  },
  'fact.read': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  // Who issues a circular also puts it on paper.
  'document.make': { allow: [byRoles('subtree', ...PUBLISHING)] },
  'document.withdraw': { allow: [byRoles('subtree', ...PUBLISHING)] },
  'document.read': {
    allow: [byRoles('subtree', ...DECIDING, 'discipline-inspector', 'auditor')],
  },
  'honour.read': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'honour.propose': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector')],
  },
  'honour.reject': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector')],
  },
  'honour.carry-out': { allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')], freshSignIn: true },
  'honour.recheck': { allow: [byRoles('subtree', 'committee-officer')] },
  'recommendation.read': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor'), MEETING],
  },
  'recommendation.put-forward': { allow: [byRoles('subtree', 'committee-officer'), MEETING] },
  'recommendation.record-outside': { allow: [byRoles('subtree', 'committee-officer')] },
  'recommendation.propose': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector'), MEETING],
  },
  'recommendation.reject': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector')],
  },
  'recommendation.carry-out': {
    allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')],
    conflicts: [CONCERNED],
    freshSignIn: true,
  },
  'sheet.save': { allow: [byRoles('line', ...SCORING)] },
  'sheet.submit': { allow: [byRoles('line', ...SCORING)] },
  'sheet.request-reopening': { allow: [byRoles('line', ...SCORING)] },
  'sheet.read-own': { allow: [byRoles('line', ...SCORING)] },
  // Only ever the caller's own, by what he is, whatever roles he still has: also a former evaluator keeps his receipts.
  'sheet.list-own': { allow: [{ scope: 'signed-in' }] },
  // Who is kept from what, and by what; the ground that somebody gave is told to nobody.
  'recusal.list': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'recusal.declare': { allow: [byRoles('line', ...SCORING)] },
  ...checklistActions,
  // Who may vote is the template's to say and the rule book's to hold; tokens are the caller's own.
  'ballot.collect': {
    allow: [byRoles('line', 'mass-voter', 'member', 'branch-secretary', 'unit-officer', 'committee-officer')],
  },
  'ballot.list-own': { allow: [{ scope: 'signed-in' }] },
  // A ballot is handed in by nobody known: its token alone says that somebody may.
  'ballot.hand-in': { allow: [{ scope: 'public' }] },
  // Tokens and turnout, in steps; never a choice.
  'ballot.oversee': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  // Codes of the public: what is printed goes into the hands of people whom nobody asks for their names.
  'vote-code.make': { allow: [byRoles('subtree', 'committee-officer')] },
  'vote-code.void': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector')] },
  'vote-code.list': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'vote-code.use': { allow: [{ scope: 'public' }] },
  // Officers of units count at their own meetings, below whoever runs the round; of whom they may not, the rule book says entry by entry.
  'paper-box.count': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector'), byRoles('line', 'unit-officer')],
  },
  'paper-box.read': {
    allow: [
      byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor'),
      byRoles('line', 'unit-officer'),
    ],
  },
  // Whoever answers for what is judged, and the offices that may speak for it: which of them claims is the rule book's to say.
  'bonus.claim': { allow: [{ scope: 'own' }, byRoles('subtree', 'unit-officer', 'branch-secretary')] },
  // An office grants what the template gives it to decide, over what lies below it; never what whoever acts is judged by.
  'bonus.decide': {
    allow: [byRoles('subtree', 'committee-officer', 'unit-officer', 'discipline-inspector', 'appraisal-office')],
    conflicts: [CONCERNED],
  },
  'bonus.propose': {
    allow: [byRoles('subtree', 'committee-officer', 'unit-officer', 'discipline-inspector', 'appraisal-office')],
    conflicts: [CONCERNED],
  },
  'bonus.carry-out': {
    allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')],
    conflicts: [CONCERNED],
  },
  'bonus.reject-proposal': {
    allow: [
      byRoles(
        'subtree',
        'committee-officer',
        'unit-officer',
        'discipline-inspector',
        'committee-leader',
        'appraisal-office',
      ),
    ],
  },
  // Claims are read by whoever decides them and whoever is judged: the rule book shows nobody else any.
  'bonus.read': {
    allow: [
      { scope: 'own' },
      byRoles(
        'subtree',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'unit-officer',
        'branch-secretary',
        'appraisal-office',
      ),
    ],
  },
  // Counts alone.
  'bonus.list': {
    allow: [
      byRoles(
        'line',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'auditor',
        'unit-officer',
        'appraisal-office',
      ),
    ],
  },
  // Only ever the caller's own, by what he is.
  'bonus.list-own': { allow: [{ scope: 'signed-in' }] },
  ...appealActions,
  // An office, or judges who held the watch, record what was measured; of whom they may not, the rule book says value by value.
  'measure.record': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector'), byRoles('line', 'expert')],
  },
  'measure.change': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector'), byRoles('line', 'expert')],
    conflicts: [CONCERNED],
  },
  'measure.propose': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector'), byRoles('line', 'expert')],
    conflicts: [CONCERNED],
  },
  'measure.carry-out': {
    allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')],
    conflicts: [CONCERNED],
  },
  'measure.reject-proposal': {
    allow: [
      byRoles('subtree', 'committee-officer', 'discipline-inspector', 'committee-leader'),
      byRoles('line', 'expert'),
    ],
  },
  // Values are read by whoever records them and whoever is judged: the rule book shows nobody else any.
  'measure.read': {
    allow: [
      { scope: 'own' },
      byRoles(
        'subtree',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'unit-officer',
        'branch-secretary',
      ),
      byRoles('line', 'expert'),
    ],
  },
  // Counts alone, but for whoever records.
  'measure.list': {
    allow: [byRoles('line', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor', 'expert')],
  },
  // Only ever the caller's own, by what he is.
  'measure.list-own': { allow: [{ scope: 'signed-in' }] },
  'award.read': { allow: [{ scope: 'signed-in' }] },
  ...namingActions,
  'honours.read': { allow: [{ scope: 'public' }] },
} as const satisfies PermissionTable;
