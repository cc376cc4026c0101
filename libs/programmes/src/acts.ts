import type { Action } from '@jiangong/access';
import type { Act } from './template/calendar.ts';
import type { PartyRole } from './template/parties.ts';

/**
 * The acts of the engine: the one table of who may ever do what. `roles` bounds what a template may say; `actions` are the
 * permissions that somebody doing the act needs on the platform today (libs/access), none where a later programme brings
 * them. A decider narrows both by the template's party.
 */
export type ActRule = Readonly<{ roles: readonly PartyRole[]; actions: readonly Action[] }>;

const OFFICES = ['committee-officer', 'unit-officer', 'appraisal-office'] as const;
const NOMINATORS = ['branch-secretary', 'unit-officer'] as const;

export const actRules: Readonly<Record<Act, ActRule>> = {
  plan: { roles: [...NOMINATORS, 'member'], actions: ['entry.plan'] },
  propose: { roles: [...NOMINATORS, 'member'], actions: [] },
  deliver: { roles: [...NOMINATORS, 'member'], actions: ['entry.progress'] },
  declare: { roles: [...NOMINATORS, 'committee-officer', 'member', 'public'], actions: ['entry.declare'] },
  meet: { roles: ['committee-leader', ...OFFICES, 'branch-secretary'], actions: [] },
  review: { roles: OFFICES, actions: ['entry.review'] },
  clear: { roles: ['discipline-inspector'], actions: ['entry.give-clearance'] },
  notice: { roles: [...OFFICES, 'branch-secretary'], actions: ['entry.publish'] },
  score: {
    roles: ['expert', 'unit-officer', 'committee-officer', 'committee-leader', 'appraisal-office'],
    actions: ['sheet.save', 'sheet.submit'],
  },
  check: { roles: [...OFFICES, 'branch-secretary', 'member', 'discipline-inspector'], actions: [] },
  vote: {
    roles: ['mass-voter', 'member', 'public', 'branch-secretary', 'unit-officer', 'committee-officer'],
    actions: [],
  },
  decide: { roles: ['committee-leader', 'unit-officer', 'member'], actions: ['decision.record', 'decision.attest'] },
  commend: { roles: OFFICES, actions: ['round.commend'] },
  appeal: { roles: ['committee-leader', 'unit-officer', 'discipline-inspector'], actions: [] },
  recheck: { roles: [...OFFICES, 'discipline-inspector'], actions: [] },
  'put-forward': { roles: [...OFFICES, 'branch-secretary'], actions: [] },
  talk: { roles: ['appraisal-office', 'committee-leader', 'unit-officer', 'discipline-inspector'], actions: [] },
};
