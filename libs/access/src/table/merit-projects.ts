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

/** A project stands where its branch stands (or its unit, before a branch is known); an edition where its committee stands. */
export const meritProjectActions = {
  'edition.open': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.reschedule': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.allow-late-entry': { allow: [byRoles('subtree', 'committee-officer')] },
  'edition.read': { allow: [{ scope: 'signed-in' }] },
  'edition.list': { allow: [{ scope: 'signed-in' }] },
  'project.plan': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'project.revise': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'project.confirm': { allow: [byRoles('subtree', 'unit-officer')] },
  'project.progress': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'project.complete-milestone': { allow: [byRoles('subtree', 'branch-secretary', 'unit-officer')] },
  'project.feature': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'project.declare': { allow: [byRoles('subtree', 'unit-officer')] },
  'project.withdraw': { allow: [byRoles('subtree', 'unit-officer')] },
  'project.return': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'project.screen': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'project.request-clearance': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'project.give-clearance': {
    allow: [byRoles('subtree', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  'project.publish': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED, RUNS_AND_JUDGES] },
  'project.read': { allow: [{ scope: 'own' }, byRoles('subtree', ...READERS, 'member')] },
  'project.list': { allow: [byRoles('subtree', ...READERS, 'member')] },
  'project.read-history': { allow: [byRoles('subtree', ...READERS)] },
  'project.read-clearance': {
    allow: [byRoles('subtree', 'discipline-inspector')],
    conflicts: [CONCERNED, RUNS_AND_JUDGES],
  },
  'evidence.add': { allow: [byRoles('anywhere', 'branch-secretary', 'unit-officer', 'committee-officer')] },
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
