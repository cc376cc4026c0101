import { randomUUID } from 'node:crypto';
import { accessProjections } from '@jiangong/access/postgres';
import { createListener, createPool } from '@jiangong/database/postgres';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import { inMemoryKeyVault } from '@jiangong/privacy';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { CallContext, Ground } from '@jiangong/service-host';
import { groundOf, movedClock } from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';
import { treeKnowledge } from '../src/adapters/postgres/tree-knowledge.ts';
import { changeOrganization } from '../src/application/change-organization.ts';
import { dissolveOrganization } from '../src/application/dissolve-organization.ts';
import { type FoundOrganization, foundOrganization } from '../src/application/found-organization.ts';
import { moveOrganization } from '../src/application/move-organization.ts';
import { type OrganizationOrders, organizationOrders } from '../src/application/organization-orders.ts';
import type { TreeKnowledge } from '../src/application/ports.ts';
import { ROOT_ORGANIZATION_ID } from '../src/application/organization-stream.ts';
import { restoreOrganization } from '../src/application/restore-organization.ts';
import { setUp } from '../src/application/set-up.ts';
import { organizationsService } from '../src/organizations-service.ts';

export const OFFICER = '12121212-1212-4212-8212-121212121212';

const callFrom =
  (now: () => string) =>
  (more: Partial<CallContext> = {}): CallContext => ({
    actor: { kind: 'person', id: OFFICER, organization: ROOT_ORGANIZATION_ID, role: 'committee-officer', grant: null },
    requestId: randomUUID(),
    now: now(),
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: null,
    caller: { kind: 'person', personId: OFFICER, sessionId: null },
    afterPosition: 0,
    ...more,
  });

/** The service's readers; membership's facts are worded as its public ones. */
const startReading = async (stage: Stage, ground: Ground) => {
  const { store } = ground;
  await stage.start('membership', {
    store,
    projections: [],
    translator: {
      context: 'membership',
      streamPrefixes: ['membership.'],
      translate: ({ type, data }) => [{ type: `membership.${type}`, data }],
    },
  });
  const { projections, translator, processes } = organizationsService;
  const { readers } = await stage.start('organizations', {
    store,
    projections: [...projections, ...accessProjections],
    processes: processes?.(ground) ?? [],
    ...(translator ? { translator } : {}),
  });
  return readers;
};

const ordersOf = (ground: Ground, organizations: OrganizationOrders, tree: TreeKnowledge) => ({
  setUp: setUp(organizations),
  found: foundOrganization(ground, organizations),
  move: moveOrganization(ground, organizations, tree),
  dissolve: dissolveOrganization(organizations, tree),
  restoration: restoreOrganization(ground, organizations),
  ...changeOrganization(organizations, tree),
});

/** The service's use cases and readers over a real PostgreSQL; membership's facts are told by hand. */
export const openOrganizations = async () => {
  const stage = await openStage();
  const url = stage.database.url('organizations');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const pool = createPool({ url, schema: 'organizations', connectionsMax: 6 });
  const clock = movedClock('2021-04-13T01:00:00.000Z');
  const rows = rowsOf(pool);
  const privacy = inMemoryKeyVault();
  // Process managers are made with the ground before anything is read.
  const reading: { readers?: Awaited<ReturnType<typeof startReading>> } = {};
  const passedHead = async (): Promise<boolean> => (await reading.readers?.waitFor(await store.head(), 10_000)) ?? true;
  const ground = groundOf({ store, clock, rows, log: silentLogger, privacy, caughtUp: passedHead });
  const readers = await startReading(stage, ground);
  reading.readers = readers;
  const caughtUp = async (): Promise<void> => {
    if (!(await passedHead())) throw new Error('the readers did not catch up');
  };
  /** Until nothing is left to read, also what follows from facts. */
  const settled = async (): Promise<void> => {
    for (let events = 1; events > 0; events = (await readers.lag()).events) await caughtUp();
  };
  const call = callFrom(() => clock.now());
  const organizations = organizationOrders(ground);
  const tree = treeKnowledge(ground);
  const orders = ordersOf(ground, organizations, tree);
  /** Founds one and answers its id; throws when it is refused. */
  const founded = async (parentId: string, kind: string, more: Partial<FoundOrganization> = {}): Promise<string> => {
    const named = { nameZh: `虚构${kind}`, nameEn: '', code: '', classified: false };
    const { organizationId, handled } = await orders.found({ parentId, kind, ...named, ...more }, call());
    if (handled.kind === 'refused') throw new Error(handled.refusal.reason);
    return organizationId;
  };
  const register = async (personId: string, organizationId: string): Promise<void> => {
    await append(store, `membership.person-${personId}`, {
      type: 'PersonRegistered.v1',
      data: { personId, organizationId },
    });
  };
  /** What membership says of somebody. */
  const told = async (personId: string, type: string, data: object): Promise<void> => {
    await append(store, `membership.person-${personId}`, { type, data: { personId, ...data } });
  };
  return {
    ...{
      ground,
      told,
      settled,
      stage,
      store,
      rows,
      readers,
      clock,
      organizations,
      tree,
      orders,
      call,
      founded,
      register,
      caughtUp,
    },
    close: async (): Promise<void> => {
      await stage.close();
      await store.close();
      await listener.close();
      await pool.close();
    },
  };
};

export type Organizations = Awaited<ReturnType<typeof openOrganizations>>;
