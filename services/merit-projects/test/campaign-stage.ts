import { createListener, createPool } from '@jiangong/database/postgres';
import type { Actor, Fact } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import type { Translator } from '@jiangong/messaging';
import { append, openStage } from '@jiangong/messaging/testing';
import { inMemoryKeyVault } from '@jiangong/privacy';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { CallContext } from '@jiangong/service-host';
import { groundOf, movedClock } from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentRenderer, threadedPrinting } from '@jiangong/documents/render';
import { knowledgeOf } from '../src/adapters/postgres/knowledge.ts';
import { stageScheduler } from '../src/adapters/scheduler/stage-scheduler.ts';
import { programmesAtTheFrontDoor } from '../src/adapters/programmes/programmes-at-the-front-door.ts';
import { meritProjects } from '../src/application/merit-projects.ts';
import { meritProjectsService } from '../src/merit-projects-service.ts';
import { COMMITTEE, openEdition, SERIES, STAGE_DAYS, UNIT } from './domain/edition-sample.ts';
import { EVIDENCE, BRANCH, INSPECTOR, LEADER, measures, plan } from './domain/entry-sample.ts';

export const UNIT_OFFICER = '12121212-1212-4212-8212-121212121212';
export const OUTSIDER = '56565656-5656-4656-8656-565656565656';

/** The private facts of the other services of this stage are worded as the public ones. */
const tell = (context: string): Translator => ({
  context,
  streamPrefixes: [`${context}.`],
  translate: ({ type, data }) => [{ type: `${context}.${type}`, data }],
});

const founded = (organizationId: string, parentId: string, kind: string): Fact => ({
  type: 'OrganizationFounded.v1',
  data: { organizationId, parentId, kind, nameZh: kind, nameEn: kind, code: '' },
});
const registered = (personId: string, organizationId: string): Fact => ({
  type: 'PersonRegistered.v1',
  data: { personId, organizationId },
});

/** The service's processes over a real PostgreSQL: ground, readers, scheduler, and a clock to move. */
const openService = async () => {
  const stage = await openStage();
  const url = stage.database.url('merit-projects');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const pool = createPool({ url, schema: 'merit_projects', connectionsMax: 4 });
  const clock = movedClock('2021-01-04T01:00:00.000Z');
  let passed = async (_position: number): Promise<boolean> => true;
  const ground = groundOf({
    store,
    clock,
    rows: rowsOf(pool),
    log: silentLogger,
    privacy: inMemoryKeyVault(),
    caughtUp: async () => passed(await store.head()),
  });
  for (const context of ['organizations', 'membership', 'evaluation'])
    await stage.start(context, { store, projections: [], translator: tell(context) });
  const { projections, translator, processes } = meritProjectsService;
  const told = translator ? { translator } : {};
  const { readers } = await stage.start('merit-projects', {
    store,
    projections,
    ...told,
    processes: processes?.(ground) ?? [],
  });
  passed = (position) => readers.waitFor(position, 2_000);
  const close = async (): Promise<void> => {
    await stage.close();
    await store.close();
    await listener.close();
    await pool.close();
  };
  /** Until everything that reads has read everything. */
  const caughtUp = async (): Promise<void> => {
    if (!(await readers.waitFor(await store.head(), 10_000))) throw new Error('the readers did not catch up');
  };
  return { stage, store, clock, ground, readers, caughtUp, close };
};

type Service = Awaited<ReturnType<typeof openService>>;

const foundTheTree = async ({ store, caughtUp }: Service): Promise<void> => {
  await append(store, `organizations.organization-${COMMITTEE}`, founded(COMMITTEE, '', 'working-committee'));
  await append(store, `organizations.organization-${UNIT}`, founded(UNIT, COMMITTEE, 'unit'));
  await append(store, `organizations.organization-${BRANCH}`, founded(BRANCH, UNIT, 'branch'));
  await append(store, `membership.person-${LEADER}`, registered(LEADER, BRANCH));
  await append(store, `membership.person-${OUTSIDER}`, registered(OUTSIDER, COMMITTEE));
  await caughtUp();
};

const ACTORS = {
  unit: { id: UNIT_OFFICER, organization: UNIT, role: 'unit-officer' },
  officer: { id: '13131313-1313-4313-8313-131313131313', organization: COMMITTEE, role: 'committee-officer' },
  leader: { id: '14141414-1414-4414-8414-141414141414', organization: COMMITTEE, role: 'committee-leader' },
  inspector: { id: INSPECTOR, organization: COMMITTEE, role: 'discipline-inspector' },
  inspector2: { id: 'inspector-2', organization: COMMITTEE, role: 'discipline-inspector' },
} as const;

export const actorOf = (name: keyof typeof ACTORS): Actor => ({ kind: 'person', grant: null, ...ACTORS[name] });

/** A call at the moment of the clock; of the unit's officer unless told. */
const callAt =
  ({ clock }: Service) =>
  (who: keyof typeof ACTORS = 'unit', more: Partial<CallContext> = {}): CallContext => ({
    actor: actorOf(who),
    requestId: randomUUID(),
    now: clock.now(),
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: null,
    caller: { kind: 'person', personId: ACTORS[who].id, sessionId: null },
    afterPosition: 1,
    ...more,
  });

export const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/templates/jiangong-edition.yaml'),
  'utf8',
);

/** The report that the template asks for, as a declaration names it. */
export const REPORT = { evidence: [EVIDENCE], documents: [{ document: 'report', sha256: EVIDENCE }] } as const;

/** An open edition of 2021 with a unit, its branch and its people. */
export const openCampaign = async () => {
  const service = await openService();
  const { ground, clock, caughtUp } = service;
  await foundTheTree(service);
  const call = callAt(service);
  const renderer = documentRenderer();
  const tools = { printing: threadedPrinting(renderer), random: randomBytes };
  const useCases = meritProjects(ground, knowledgeOf(ground), programmesAtTheFrontDoor, tools);
  const { templateHash } = await useCases.templates.adopt(
    { committeeId: COMMITTEE, template: TEMPLATE },
    call('officer'),
  );
  await useCases.evidence.register({ sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' }, call());
  const { titleZh, titleEn } = openEdition;
  const terms = { year: 2021, ordinal: 0, titleZh, titleEn, templateHash, parameters: { quota: '2' } };
  const asked = { committeeId: COMMITTEE, seriesId: SERIES, ...terms, stages: STAGE_DAYS };
  const { editionId, handled } = await useCases.editions.open(asked, call('officer'));
  if (handled.kind === 'refused') throw new Error(handled.refusal.reason);

  const scheduler = stageScheduler(ground);
  const actOnDueMoments = async (): Promise<void> => {
    for (;;) {
      await caughtUp();
      const moments = await scheduler.due(clock.now());
      if (moments.length === 0) return;
      for (const moment of moments) await moment.run();
    }
  };
  await actOnDueMoments();
  return {
    ...service,
    close: async (): Promise<void> => {
      await renderer.close();
      await service.close();
    },
    useCases,
    editionId,
    asked,
    call,
    /** Moves the clock, lets the scheduler act, and waits for the readers. */
    moveTo: async (now: string): Promise<void> => {
      clock.move(now);
      await actOnDueMoments();
    },
    planEntry: async (): Promise<string> => {
      const what = { ...plan, measures, answerable: [LEADER], track: '' };
      const { entryId, handled: answer } = await useCases.plans.plan({ ...what, editionId, branchId: BRANCH }, call());
      if (answer.kind === 'refused') throw new Error(answer.refusal.reason);
      await caughtUp();
      return entryId;
    },
  };
};

export type Campaign = Awaited<ReturnType<typeof openCampaign>>;
