import { covers, decide, isInForce } from '@jiangong/access';
import { grantsOf, organizationOf, peopleWithRole } from '@jiangong/access/postgres';
import { type Ground, lookAgain } from '@jiangong/service-host';
import type { TreeKnowledge } from '../../application/ports.ts';

export const treeKnowledge = (ground: Pick<Ground, 'rows' | 'caughtUp'>): TreeKnowledge => ({
  organization: async (organizationId, { afterPosition }) => {
    const look = () => organizationOf(ground.rows, organizationId);
    const found = await (afterPosition > 0 ? lookAgain(ground, look) : look());
    return found ? { kind: 'known', organizationKind: found.kind, dissolved: found.dissolved } : { kind: 'unknown' };
  },
  rolesOver: async (organizationId, { caller, now }) => {
    const organization = await organizationOf(ground.rows, organizationId);
    if (!organization || caller.personId === null) return [];
    const grants = await grantsOf(ground.rows, caller.personId);
    return grants
      .filter((grant) => isInForce(grant, now) && covers(grant.organizationPath, organization.path))
      .map(({ role }) => role);
  },
  hasLeader: async (organizationId, { now }) =>
    (await peopleWithRole(ground.rows, 'committee-leader', organizationId, now)).length > 0,
  mayRegisterAt: async (organizationId, { caller, now }) => {
    const organization = await organizationOf(ground.rows, organizationId);
    if (!organization || caller.personId === null) return false;
    const grants = await grantsOf(ground.rows, caller.personId);
    const resource = { organizationPath: organization.path };
    return decide({ subject: caller, grants, action: 'person.register', resource, now }).allow;
  },
});
