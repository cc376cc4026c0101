import { byRoles, CONCERNED, type PermissionTable } from '../permission.ts';

/** A round stands where its committee stands. Who is an evaluator in it, and recusal for each entry, are the round's own rules. */
export const evaluationActions = {
  'scheme.define': { allow: [byRoles('subtree', 'committee-officer')] },
  'scheme.read': { allow: [{ scope: 'signed-in' }] },
  'round.prepare': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.open': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.assign': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.read': {
    allow: [
      byRoles(
        'line',
        'committee-officer',
        'committee-leader',
        'discipline-inspector',
        'unit-officer',
        'expert',
        'auditor',
      ),
    ],
  },
  'round.tally': { allow: [byRoles('subtree', 'committee-officer')] },
  'round.read-result': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'round.export-sheets': { allow: [byRoles('subtree', 'committee-officer', 'auditor')] },
  'round.decide': { allow: [byRoles('subtree', 'committee-leader')], conflicts: [CONCERNED] },
  'round.commend': { allow: [byRoles('subtree', 'committee-officer')] },
  'sheet.save': { allow: [byRoles('line', 'expert', 'unit-officer')] },
  'sheet.submit': { allow: [byRoles('line', 'expert', 'unit-officer')] },
  'sheet.read-own': { allow: [byRoles('line', 'expert', 'unit-officer')] },
  'recusal.declare': { allow: [byRoles('line', 'expert', 'unit-officer', 'committee-officer')] },
  'award.read': { allow: [{ scope: 'signed-in' }] },
  'series.name': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader')] },
  'series.read': { allow: [{ scope: 'signed-in' }] },
  'honours.read': { allow: [{ scope: 'public' }] },
} as const satisfies PermissionTable;
