import { setTimeout as sleep } from 'node:timers/promises';
import { covers, decide, isInForce } from '@jiangong/access';
import { grantsOf, organizationOf, peopleWithRole } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { TreeKnowledge } from '../../application/ports.ts';

/** How long an order waits for the access read model to see what the caller has just done. */
export const READ_MODEL_WAIT_MS = 2_000;
const LOOK_EVERY_MS = 10;

export const treeKnowledge = (rows: Rows): TreeKnowledge => ({
  organization: async (organizationId, { afterPosition }) => {
    const until = performance.now() + (afterPosition > 0 ? READ_MODEL_WAIT_MS : 0);
    for (;;) {
      const found = await organizationOf(rows, organizationId);
      if (found) return { kind: 'known', organizationKind: found.kind, dissolved: found.dissolved };
      if (performance.now() >= until) return { kind: 'unknown' };
      await sleep(LOOK_EVERY_MS);
    }
  },
  rolesOver: async (organizationId, { caller, now }) => {
    const organization = await organizationOf(rows, organizationId);
    if (!organization || caller.personId === null) return [];
    const grants = await grantsOf(rows, caller.personId);
    return grants
      .filter((grant) => isInForce(grant, now) && covers(grant.organizationPath, organization.path))
      .map(({ role }) => role);
  },
  hasLeader: async (organizationId, { now }) =>
    (await peopleWithRole(rows, 'committee-leader', organizationId, now)).length > 0,
  mayRegisterAt: async (organizationId, { caller, now }) => {
    const organization = await organizationOf(rows, organizationId);
    if (!organization || caller.personId === null) return false;
    const grants = await grantsOf(rows, caller.personId);
    const resource = { organizationPath: organization.path };
    return decide({ subject: caller, grants, action: 'person.register', resource, now }).allow;
  },
});
