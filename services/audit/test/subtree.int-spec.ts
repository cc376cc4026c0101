import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { accessProjections } from '@jiangong/access/postgres';
import {
  CountEventsRequest,
  ExportEventsRequest,
  ListEventsRequest,
} from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { Ground } from '@jiangong/service-host';
import { AuditController } from '../src/adapters/grpc/audit.controller.ts';
import { eventsFound } from '../src/adapters/postgres/event-questions.ts';
import { partOfTree, streamFacts } from '../src/adapters/postgres/where-things-stand.ts';
import { auditService } from '../src/audit-service.ts';
import { callAs, granted, groundOver, reader, tell } from './audit-stage.ts';
import { acts, TreeWorld } from './tree-world.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(120_000);

const ACTS = 160;
const LOOKED_AFTER = 80;
const NO_FILTER = {
  ...{ stream: null, type: null, actorId: null, actorRole: null, actorOrganization: null },
  ...{ correlationId: null, traceId: null, from: null, before: null },
};

describe('what an auditor sees of a part of the tree', () => {
  let stage: Stage;
  let ground: Ground;
  let controller: AuditController;
  let world: TreeWorld;
  let readers: Awaited<ReturnType<Stage['start']>>['readers'];

  const appoint = (organization: string): Promise<number> =>
    append(stage.store, 'membership.person-staff', granted(`auditor-${organization}`, 'auditor', organization));

  const quiet = async (): Promise<void> => expect(await readers.waitFor(await stage.store.head(), 30_000)).toBe(true);

  beforeAll(async () => {
    stage = await openStage();
    await stage.start('organizations', { projections: [], translator: tell('organizations') });
    await stage.start('membership', { projections: [], translator: tell('membership') });
    const audit = await stage.start('audit', { projections: [...accessProjections, ...auditService.projections] });
    readers = audit.readers;
    const clock = { now: () => reader.now };
    ground = groundOver({ store: stage.store, rows: rowsOf(audit.pool), clock });
    controller = new AuditController(ground);
    world = new TreeWorld(stage.store);
    await world.begin();
    await appoint('o0');
  });
  afterAll(async () => stage.close());

  /** Positions, by the naive rule: every event of the log is looked at by itself. */
  const naive = (at: string, itselfOnly: boolean, grantPaths: readonly string[]): readonly number[] =>
    world.told
      .filter(({ stream }) => {
        const path = world.standsAt(stream);
        if (world.isHiddenFrom(path, grantPaths)) return false;
        return itselfOnly ? path === world.pathOf(at) : path.startsWith(world.pathOf(at));
      })
      .map(({ position }) => position);

  const listed = async (organization: string, itselfOnly: boolean, auditor: string): Promise<readonly number[]> => {
    const positions: number[] = [];
    let pageToken = '';
    do {
      const asked = ListEventsRequest.fromPartial({ organization, itselfOnly, pageSize: 200, pageToken });
      const page = await controller.listEvents(asked, callAs(auditor));
      positions.push(...page.events.map(({ position }) => position));
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
    return positions.filter((position) => world.told.some((one) => one.position === position));
  };

  const counted = async (organization: string, auditor: string): Promise<number> => {
    const span = { occurredFrom: '2020-12-31T00:00:00.000Z', occurredBefore: '2021-12-01T00:00:00.000Z' };
    const asked = CountEventsRequest.fromPartial({ organization, by: 'day', ...span, actorId: 'somebody' });
    return (await controller.countEvents(asked, callAs(auditor))).counts.reduce((sum, { events }) => sum + events, 0);
  };

  const exported = async (organization: string, auditor: string): Promise<readonly number[]> => {
    const positions: number[] = [];
    for (let after = 0, end = 1; after < end;) {
      const asked = ExportEventsRequest.fromPartial({ organization, after, pageSize: 40 });
      const page = await controller.exportEvents(asked, callAs(auditor));
      positions.push(...page.events.map(({ position }) => position));
      ({ through: after, head: end } = page);
    }
    return positions.filter((position) => world.told.some((one) => one.position === position));
  };

  const comparedWithNaive = async (): Promise<void> => {
    for (const organization of world.organizations()) {
      const grants = [world.pathOf(organization)];
      const auditor = `auditor-${organization}`;
      const expected = naive(organization, false, grants);
      expect(await listed(organization, false, auditor)).toStrictEqual(expected);
      expect(await listed(organization, true, auditor)).toStrictEqual(naive(organization, true, grants));
      expect(await counted(organization, auditor)).toBe(expected.length);
    }
  };

  it('is what a naive filter over all events says, in a tree that grows and moves', async () => {
    for (const [at, act] of acts(20_261_128, ACTS).entries()) {
      const known = new Set(world.organizations());
      await world.act(act);
      for (const organization of world.organizations().filter((id) => !known.has(id))) await appoint(organization);
      if ((at + 1) % LOOKED_AFTER > 0) continue;
      await quiet();
      await comparedWithNaive();
    }
    const organizations = world.organizations();
    // The world must be worth looking at: something moved, something is below a mark, and most see neither nothing nor all.
    expect(organizations.length).toBeGreaterThan(10);
    expect(world.classified.size).toBeGreaterThan(0);
    const parts = await Promise.all(
      organizations.map((organization) =>
        partOfTree(ground.rows, { organization, itselfOnly: false, grantPaths: [world.pathOf(organization)] }),
      ),
    );
    expect(new Set(parts.map((part) => part?.wide))).toStrictEqual(new Set([true, false]));
    const sizes = organizations.map((id) => naive(id, false, [world.pathOf(id)]).length);
    expect(sizes.filter((size) => size > 3 && size < world.told.length / 2).length).toBeGreaterThan(3);
  });

  it('nothing below a classified mark is listed or counted for who holds no role over it', async () => {
    const all = world.organizations();
    for (const grant of all) {
      const grantPaths = [world.pathOf(grant)];
      const within = await partOfTree(ground.rows, { organization: 'o0', itselfOnly: false, grantPaths });
      if (world.isHiddenFrom(world.pathOf('o0'), grantPaths)) {
        expect(within).toBeUndefined();
        continue;
      }
      if (!within) throw new Error('the root is there');
      const found = await eventsFound(ground.rows, {
        ...NO_FILTER,
        within,
        newestFirst: false,
        after: null,
        limit: 2_000,
      });
      const own = found.filter(({ actor_id: actor }) => actor === 'somebody').map(({ position }) => position);
      expect(own).toStrictEqual(naive('o0', false, grantPaths));
    }
  });

  it('an export of a part of the tree holds its streams whole, and ends', async () => {
    for (const organization of world.organizations().slice(0, 6))
      expect(await exported(organization, `auditor-${organization}`)).toStrictEqual(
        naive(organization, false, [world.pathOf(organization)]),
      );
  });

  it('a stream stands where its events are listed', async () => {
    for (const stream of new Set(world.told.map((one) => one.stream)))
      expect((await streamFacts(ground.rows, stream))?.organizationPath).toBe(world.standsAt(stream));
  });
});
