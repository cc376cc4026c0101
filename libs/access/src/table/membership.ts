import { byRoles, CONCERNED, type PermissionTable } from '../permission.ts';

/** Which role may give which other role is membership's own rule; here: over which subtree, and never to oneself. */
export const membershipActions = {
  'platform.set-up': { allow: [{ scope: 'system' }] },
  'me.read': { allow: [{ scope: 'signed-in' }] },
  'person.register': { allow: [byRoles('subtree', 'committee-officer', 'unit-officer', 'branch-secretary')] },
  'person.move': { allow: [byRoles('subtree', 'committee-officer', 'unit-officer')], conflicts: [CONCERNED] },
  'person.correct': { allow: [byRoles('subtree', 'committee-officer', 'unit-officer', 'branch-secretary')] },
  'person.hold': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'person.erase': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'person.read-record': {
    allow: [{ scope: 'own' }, byRoles('subtree', 'committee-officer', 'unit-officer', 'branch-secretary')],
  },
  // Leaders name inspectors and auditors, so they must find them.
  'person.list': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer', 'branch-secretary')],
  },
  // Anybody may ask; which names he is told, 'person.read-names' says of each person.
  'person.ask-names': { allow: [{ scope: 'signed-in' }, { scope: 'system' }] },
  'person.read-names': {
    allow: [
      { scope: 'own' },
      // For an answer that another service has given to a caller with these very people in it: an evaluator sees whom he judges.
      { scope: 'system' },
      byRoles(
        'subtree',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'unit-officer',
        'branch-secretary',
        'auditor',
      ),
    ],
  },
  'person.change-stage': {
    allow: [byRoles('subtree', 'committee-officer', 'unit-officer', 'branch-secretary')],
    conflicts: [CONCERNED],
  },
  'person.record-exit': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer')],
    conflicts: [CONCERNED],
  },
  'person.withdraw-scheduled': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer')],
    conflicts: [CONCERNED],
  },
  'person.correct-stage': {
    allow: [
      byRoles(
        'subtree',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'unit-officer',
        'branch-secretary',
      ),
    ],
    conflicts: [CONCERNED],
  },
  // Another role than those who invite: taking over somebody's way in needs two.
  'person.end-sign-in': { allow: [byRoles('subtree', 'committee-leader')] },
  'person.offer-sign-in-reset': { allow: [byRoles('subtree', 'committee-officer', 'unit-officer')] },
  // Whoever knows the person by face or voice; never who made the link (the gateway), nor the person.
  'person.vouch-for-sign-in': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer', 'branch-secretary')],
  },
  'person.end-second-factor': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer')] },
  'person.invite': { allow: [byRoles('subtree', 'committee-officer', 'unit-officer')] },
  'role.grant': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer')],
    conflicts: [CONCERNED],
  },
  'role.revoke': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer')],
    conflicts: [CONCERNED],
  },
  'role.list': {
    allow: [{ scope: 'own' }, byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer', 'auditor')],
  },
  // Whoever carries a correction out must see what it changes, and of the record nothing else.
  'person.read-corrections': {
    allow: [
      byRoles(
        'subtree',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'unit-officer',
        'branch-secretary',
      ),
    ],
    conflicts: [CONCERNED],
  },
} as const satisfies PermissionTable;
