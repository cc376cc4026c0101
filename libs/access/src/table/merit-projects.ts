import { byRoles, CONCERNED, type PermissionTable, RUNS_AND_JUDGES } from '../permission.ts';

const READERS = [
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'expert',
  'auditor',
] as const;

/** An entry stands where its branch stands (or its unit, before a branch is known); an edition where its committee stands. */
export const meritProjectActions = {
  'edition.open': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.reschedule': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.allow-late-entry': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.read': { allow: [{ scope: 'signed-in' }] },
  'edition.list': { allow: [{ scope: 'signed-in' }] },
  'entry.plan': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.revise': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.confirm': { allow: [byRoles('subtree', 'unit-officer')] },
  'entry.progress': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.complete-milestone': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'entry.feature': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'entry.declare': { allow: [byRoles('subtree', 'unit-officer')] },
  'entry.withdraw': { allow: [byRoles('subtree', 'unit-officer')] },
  'entry.return': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.screen': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.request-clearance': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'entry.give-clearance': {
    allow: [byRoles('subtree', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  'entry.publish': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'entry.read': { allow: [{ scope: 'own' }, byRoles('subtree', ...READERS, 'member')] },
  'entry.list': { allow: [byRoles('subtree', ...READERS, 'member')] },
  'entry.read-history': { allow: [byRoles('subtree', ...READERS)] },
  'entry.read-clearance': {
    allow: [byRoles('subtree', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  // `system`: what the public handed in with an objection, once it is confirmed.
  'evidence.add': {
    allow: [byRoles('anywhere', 'branch-secretary', 'unit-officer', 'committee-officer'), { scope: 'system' }],
  },
  'evidence.read': { allow: [{ scope: 'own' }, byRoles('subtree', ...READERS)] },
  'objection.receive': { allow: [{ scope: 'public' }] },
  'objection.settle': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  'objection.list': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector')],
    conflicts: [RUNS_AND_JUDGES],
  },
  'notice.read': { allow: [{ scope: 'public' }] },
} as const satisfies PermissionTable;
