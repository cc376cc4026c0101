import type { Schemas } from '../../api/client.ts';

type Grant = Schemas['Grant'];
type Role = Grant['role'];
export type Organization = Schemas['GetV1OrganizationsByOrganizationIdAnswer'];
export type Kind = Organization['kind'];

/** What may stand below what: it spares a choice that would be refused, and decides nothing. */
const BELOW: Readonly<Record<Kind, readonly Kind[]>> = {
  'working-committee': [
    'working-committee',
    'unit',
    'leading-members-group',
    'discipline-committee',
    'branch',
    'temporary-branch',
  ],
  unit: [
    'party-committee',
    'leading-members-group',
    'discipline-committee',
    'general-branch',
    'branch',
    'temporary-branch',
  ],
  'party-committee': ['discipline-committee', 'general-branch', 'branch', 'temporary-branch'],
  'leading-members-group': [],
  'discipline-committee': [],
  'general-branch': ['branch', 'temporary-branch'],
  branch: ['temporary-branch', 'party-group'],
  'temporary-branch': ['party-group'],
  'party-group': [],
};

export const kindsBelow = (kind: Kind): readonly Kind[] => BELOW[kind];

export type OrganizationAct = 'found' | 'rename' | 'move' | 'classify' | 'dissolve' | 'restore' | 'appoint' | 'grant';

/** What somebody may do with an organization, by the roles that he holds over it. */
export const actsOver = (
  { organizationId, ancestorIds, parentId, condition, kind }: Organization,
  grants: readonly Grant[],
): ReadonlySet<OrganizationAct> => {
  const above = new Set(ancestorIds.filter((id) => id !== organizationId));
  const held = (role: Role, whereBelow: boolean): boolean =>
    grants.some(
      (grant) =>
        grant.role === role &&
        (above.has(grant.organizationId) || (!whereBelow && grant.organizationId === organizationId)),
    );
  const runs = held('committee-officer', false);
  const runsAbove = held('unit-officer', true);
  const acts = new Set<OrganizationAct>();
  if (condition === 'dissolved') {
    if (runs || runsAbove || held('committee-leader', false) || held('discipline-inspector', false))
      acts.add('restore');
    return acts;
  }
  if (condition !== 'live') return acts;
  if ((runs || held('unit-officer', false)) && kindsBelow(kind).length > 0) acts.add('found');
  if (runs || runsAbove) acts.add('rename').add('appoint');
  if (runs && parentId !== null) acts.add('move');
  if (runs) acts.add('classify');
  if (held('committee-officer', true) || runsAbove) acts.add('dissolve');
  return acts;
};
