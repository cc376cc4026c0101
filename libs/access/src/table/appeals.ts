import { byRoles, CONCERNED, type PermissionTable } from '../permission.ts';

/** Appeals against results and awards. */
export const appealActions = {
  // Whoever answers for what is judged, and the offices that speak for it: for which entry, the rule book says.
  'appeal.file': { allow: [{ scope: 'own' }, byRoles('subtree', 'unit-officer', 'branch-secretary')] },
  // By the party of the stage; never over what whoever decides answers for. Who belongs to it, or scored it, the rule book keeps off.
  'appeal.decide': {
    allow: [byRoles('subtree', 'committee-leader', 'discipline-inspector')],
    conflicts: [CONCERNED],
  },
  'appeal.reopen': {
    allow: [byRoles('subtree', 'committee-leader', 'discipline-inspector')],
    conflicts: [CONCERNED],
  },
  // Read by whoever decides, whoever acts upon what is upheld, and whoever is judged: the rule book shows nobody else any.
  'appeal.read': {
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
    ],
  },
  // What each is about and how far it is.
  'appeal.list': {
    allow: [
      byRoles(
        'line',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'auditor',
        'unit-officer',
        'branch-secretary',
      ),
    ],
  },
  // Only ever the caller's own, by what he is.
  'appeal.list-own': { allow: [{ scope: 'signed-in' }] },
} as const satisfies PermissionTable;
