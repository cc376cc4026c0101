import { byRoles, CONCERNED, type PermissionTable } from '../permission.ts';

/** Check-lists: an order about one is asked of the entry, which stands where it was put forward from. */
export const checklistActions = {
  // An office, or the secretary of a branch, finds and marks what the template gives it, over what lies below it; never about whoever acts.
  // The rule book narrows it.
  'checklist.record': {
    allow: [
      byRoles(
        'subtree',
        'committee-officer',
        'unit-officer',
        'branch-secretary',
        'discipline-inspector',
        'appraisal-office',
      ),
    ],
    conflicts: [CONCERNED],
  },
  // Whoever answers for what is judged, and the offices that may speak for it: which of them does is the rule book's to say.
  'checklist.answer': { allow: [{ scope: 'own' }, byRoles('subtree', 'unit-officer', 'branch-secretary')] },
  'checklist.close-period': { allow: [byRoles('subtree', 'committee-officer')], conflicts: [CONCERNED] },
  'checklist.propose': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector', 'appraisal-office')],
    conflicts: [CONCERNED],
  },
  'checklist.carry-out': {
    allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')],
    conflicts: [CONCERNED],
  },
  'checklist.reject-proposal': {
    allow: [byRoles('subtree', 'committee-officer', 'discipline-inspector', 'committee-leader', 'appraisal-office')],
  },
  // Of it an office is shown its own items alone, and whoever is judged what was found about him.
  'checklist.read': {
    allow: [
      { scope: 'own' },
      byRoles(
        'subtree',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'auditor',
        'unit-officer',
        'branch-secretary',
        'appraisal-office',
      ),
    ],
  },
  // Counts alone, each in the items that the caller may read, of the entries that he may open.
  'checklist.list': {
    allow: [
      byRoles(
        'line',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'auditor',
        'unit-officer',
        'branch-secretary',
        'appraisal-office',
      ),
    ],
  },
  // Only ever the caller's own, by what he is.
  'checklist.list-own': { allow: [{ scope: 'signed-in' }] },
} as const satisfies PermissionTable;
