import { randomUUID } from 'node:crypto';
import { accessProjections } from '@jiangong/access/postgres';
import { createListener, createPool } from '@jiangong/database/postgres';
import type { EventStore } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { append, openStage } from '@jiangong/messaging/testing';
import { keyVaultTables, postgresKeyVault } from '@jiangong/privacy/postgres';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { CallContext } from '@jiangong/service-host';
import { groundOf, movedClock, oneAtATime } from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';
import { treeKnowledge } from '../src/adapters/postgres/tree-knowledge.ts';
import { changePerson } from '../src/application/change-person.ts';
import { changeRoles } from '../src/application/change-roles.ts';
import { correctStage } from '../src/application/correct-stage.ts';
import { erasePerson } from '../src/application/erase-person.ts';
import { personOrders } from '../src/application/person-orders.ts';
import { registerPerson } from '../src/application/register-person.ts';
import { setUp } from '../src/application/set-up.ts';
import { membershipService } from '../src/membership-service.ts';

export const ROOT = '10101010-1010-4010-8010-101010101010';
export const UNIT = '20202020-2020-4020-8020-202020202020';
export const BRANCH = '30303030-3030-4030-8030-303030303030';

/** A master key that never changes: for tests only. */
const masterKey = { bytes: Buffer.alloc(32, 7) };

const foundTheTree = async (store: EventStore): Promise<void> => {
  for (const [organizationId, parentId, kind] of [
    [ROOT, '', 'working-committee'],
    [UNIT, ROOT, 'unit'],
    [BRANCH, UNIT, 'branch'],
  ] as const)
    await append(store, `organizations.organization-${organizationId}`, {
      type: 'OrganizationFounded.v1',
      data: { organizationId, parentId, kind, nameZh: kind, nameEn: '', code: '' },
    });
};

const callFrom =
  (now: () => string) =>
  (personId: string | null, more: Partial<CallContext> = {}): CallContext => ({
    actor: {
      kind: personId === null ? 'system' : 'person',
      id: personId ?? 'gateway',
      organization: ROOT,
      role: null,
      grant: null,
    },
    requestId: randomUUID(),
    now: now(),
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: null,
    caller: { kind: personId === null ? 'system' : 'person', personId, sessionId: null },
    afterPosition: 0,
    ...more,
  });

/** The service's use cases and readers over a real PostgreSQL, keys included; the tree is told by hand. */
export const openMembership = async () => {
  const stage = await openStage();
  const url = stage.database.url('membership');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const pool = createPool({ url, schema: 'membership', connectionsMax: 6 });
  await pool.query(keyVaultTables);
  const clock = movedClock('2026-03-02T01:00:00.000Z');
  const rows = rowsOf(pool);
  const privacy = postgresKeyVault({ sql: pool, masterKey });
  const ground = groundOf({ store, clock, rows, log: silentLogger, privacy, alone: oneAtATime(pool, 'membership') });
  await stage.start('organizations', {
    store,
    projections: [],
    translator: {
      context: 'organizations',
      streamPrefixes: ['organizations.'],
      translate: ({ type, data }) => [{ type: `organizations.${type}`, data }],
    },
  });
  const { projections, translator, processes } = membershipService;
  const { readers } = await stage.start('membership', {
    store,
    projections: [...projections, ...accessProjections],
    ...(translator ? { translator } : {}),
    processes: processes?.(ground) ?? [],
  });
  const caughtUp = async (): Promise<void> => {
    if (!(await readers.waitFor(await store.head(), 10_000))) throw new Error('the readers did not catch up');
  };
  await foundTheTree(store);
  await caughtUp();
  const passedHead = async (): Promise<boolean> => readers.waitFor(await store.head(), 10_000);
  const people = personOrders(ground);
  const tree = treeKnowledge({ rows, caughtUp: passedHead });
  return {
    ...{ clock, stage, store, rows, readers, privacy, people, caughtUp },
    definition: membershipService,
    ground,
    orders: {
      setUp: setUp(people),
      register: registerPerson(people, tree),
      ...changePerson(people, tree),
      roles: changeRoles(people, tree, { caughtUp: passedHead, alone: ground.alone }),
      corrections: correctStage(people),
      erasure: erasePerson(people, privacy),
    },
    /** The same orders in another replica of the service: it shares the database, and no memory. */
    elsewhere: { roles: changeRoles(people, tree, { caughtUp: passedHead, alone: oneAtATime(pool, 'membership') }) },
    callOf: callFrom(() => clock.now()),
    close: async (): Promise<void> => {
      await stage.close();
      await store.close();
      await listener.close();
      await pool.close();
    },
  };
};

export type Membership = Awaited<ReturnType<typeof openMembership>>;
