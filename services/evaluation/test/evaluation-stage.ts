import { randomUUID } from 'node:crypto';
import { accessProjections } from '@jiangong/access/postgres';
import { createListener, createPool } from '@jiangong/database/postgres';
import { aggregateIdOf, type Fact, type Refusal } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import type { Translator } from '@jiangong/messaging';
import { append, openStage } from '@jiangong/messaging/testing';
import { inMemoryKeyVault } from '@jiangong/privacy';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { CallContext } from '@jiangong/service-host';
import { groundOf, movedClock } from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';
import { HonoursController } from '../src/adapters/grpc/honours.controller.ts';
import { ResultsController } from '../src/adapters/grpc/results.controller.ts';
import { readModelKnowledge } from '../src/adapters/postgres/read-model-knowledge.ts';
import { evaluationOf } from '../src/application/evaluation.ts';
import { evaluationService } from '../src/evaluation-service.ts';

/** A stable id for a short name. */
export const id = (name: string): string => aggregateIdOf(name, 'sample');
export const [COMMITTEE, UNIT_A, UNIT_B, UNIT_C] = ['committee', 'unit-a', 'unit-b', 'unit-c'].map(id) as [string, string, string, string];
export const OFFICERS = { a: id('officer-a'), b: id('officer-b'), c: id('officer-c') };
export const EXPERTS = [id('expert-1'), id('expert-2'), id('expert-3')] as const;
export const LEADERS = [id('leader-1'), id('leader-2'), id('leader-3')] as const;
export const SERIES = id('series');
export const editionId = (year: number): string => id(`edition-${year}`);
/** Of unit a, b (two) and c. */
export const projects = (year: number) => ({ a1: id(`a1-${year}`), b1: id(`b1-${year}`), b2: id(`b2-${year}`), c1: id(`c1-${year}`) });
const UNIT_OF = { a1: UNIT_A, b1: UNIT_B, b2: UNIT_B, c1: UNIT_C } as const;

/** The private facts of the other services of this stage are worded as the public ones. */
const tell = (context: string, prefix: string): Translator => ({
  context,
  streamPrefixes: [`${prefix}.`],
  translate: ({ type, data }) => [{ type: `${context}.${type}`, data }],
});

type Append = (stream: string, type: string, data: object) => Promise<void>;

/** The tree, its people and their roles, as the other services would tell them. */
const settle = async (tellFact: Append): Promise<void> => {
  const organization = (organizationId: string, parentId: string, kind: string, nameZh: string) =>
    tellFact(`organizations.organization-${organizationId}`, 'OrganizationFounded.v1', {
      organizationId,
      parentId,
      kind,
      nameZh,
      nameEn: '',
      code: '',
    });
  await organization(COMMITTEE, '', 'working-committee', '省直机关工委');
  for (const [unitId, nameZh] of [
    [UNIT_A, '甲厅'],
    [UNIT_B, '乙厅'],
    [UNIT_C, '丙厅'],
  ] as const)
    await organization(unitId, COMMITTEE, 'unit', nameZh);
  const person = async (personId: string, organizationId: string, role: string, over: string): Promise<void> => {
    await tellFact(`membership.person-${personId}`, 'PersonRegistered.v1', { personId, organizationId });
    await tellFact(`membership.person-${personId}`, 'RoleGranted.v1', {
      grantId: id(`${personId} ${role}`),
      personId,
      role,
      organizationId: over,
    });
  };
  await person(OFFICERS.a, UNIT_A, 'unit-officer', UNIT_A);
  await person(OFFICERS.b, UNIT_B, 'unit-officer', UNIT_B);
  await person(OFFICERS.c, UNIT_C, 'unit-officer', UNIT_C);
  for (const expert of EXPERTS) await person(expert, COMMITTEE, 'expert', COMMITTEE);
  for (const leader of LEADERS) await person(leader, COMMITTEE, 'committee-leader', COMMITTEE);
};

/** The campaign around the service, told in its facts. */
const campaignTold = (tellFact: Append, caughtUp: () => Promise<void>, now: () => string) => ({
  /** What merit-projects tells of one year until its scoring opens. */
  runCampaign: async (year: number): Promise<void> => {
    const edition = editionId(year);
    const stream = `merit-projects.edition-${edition}`;
    const opened = {
      editionId: edition,
      seriesId: SERIES,
      year,
      committeeId: COMMITTEE,
      titleZh: '建功“十四五”',
      titleEn: 'Merit campaign',
      quota: 2,
    };
    await tellFact(stream, 'EditionOpened.v1', opened);
    for (const [name, projectId] of Object.entries(projects(year))) {
      const told = { projectId, editionId: edition, unitId: UNIT_OF[name as keyof typeof UNIT_OF] };
      await tellFact(`merit-projects.unit-edition-${projectId}`, 'ProjectDeclared.v1', { ...told, version: 1 });
      await tellFact(`merit-projects.unit-edition-${projectId}`, 'ProjectEnteredEvaluation.v1', {
        ...told,
        leaderPersonId: id(`lead-${name}`),
        title: `项目${name}`,
      });
    }
    await caughtUp();
  },
  scoring: async (year: number, moved: 'StageOpened.v1' | 'StageClosed.v1'): Promise<void> => {
    await tellFact(`merit-projects.edition-${editionId(year)}`, moved, { editionId: editionId(year), stage: 'scoring', dueAt: now() });
    await caughtUp();
  },
});

/** The service's use cases, readers and processes over a real PostgreSQL; the campaign around it is told in its facts. */
export const openEvaluation = async () => {
  const stage = await openStage();
  const url = stage.database.url('evaluation');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const pool = createPool({ url, schema: 'evaluation', connectionsMax: 4 });
  const clock = movedClock('2021-12-01T02:00:00.000Z');
  const ground = groundOf({ store, clock, rows: rowsOf(pool), log: silentLogger, privacy: inMemoryKeyVault() });
  for (const [context, prefix] of [
    ['organizations', 'organizations'],
    ['membership', 'membership'],
    ['merit_projects', 'merit-projects'],
  ] as const)
    await stage.start(prefix, { store, projections: [], translator: tell(context, prefix) });
  const { projections, translator, processes } = evaluationService;
  const { readers } = await stage.start('evaluation', {
    store,
    projections: [...projections, ...accessProjections],
    ...(translator ? { translator } : {}),
    processes: processes?.(ground) ?? [],
  });
  /** Until everything that reads, processes too, has read everything: a process may have made new events meanwhile. */
  const caughtUp = async (): Promise<void> => {
    for (;;) {
      const head = await store.head();
      if (!(await readers.waitFor(head, 10_000))) throw new Error('the readers did not catch up');
      const lag = await readers.lag();
      if (lag.events === 0 && lag.head === head) return;
    }
  };
  const tellFact: Append = async (stream, type, data) => void (await append(store, stream, { type, data } as Fact));
  await settle(tellFact);
  await caughtUp();

  const evaluation = evaluationOf(ground, readModelKnowledge(ground.rows));
  const call = (personId: string = LEADERS[0], role = 'committee-officer'): CallContext => ({
    actor: { kind: 'person', id: personId, organization: COMMITTEE, role, grant: null },
    requestId: randomUUID(),
    now: clock.now(),
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: null,
    caller: { kind: 'person', personId, sessionId: null },
    afterPosition: 0,
  });
  return {
    store,
    ground,
    readers,
    evaluation,
    results: new ResultsController(evaluation),
    honours: new HonoursController(evaluation),
    call,
    caughtUp,
    moveTo: clock.move,
    ...campaignTold(tellFact, caughtUp, clock.now),
    close: async (): Promise<void> => {
      await stage.close();
      await store.close();
      await listener.close();
      await pool.close();
    },
  };
};

export type EvaluationStage = Awaited<ReturnType<typeof openEvaluation>>;

type Answer = Readonly<{ kind: 'accepted' }> | Readonly<{ kind: 'refused'; refusal: Refusal }>;

export const accepted = <T extends Answer>(answer: T): Extract<T, { kind: 'accepted' }> => {
  if (answer.kind === 'refused')
    throw new Error(`${answer.refusal.reason} ${answer.refusal.field ?? ''} ${JSON.stringify(answer.refusal.details ?? {})}`);
  return answer as Extract<T, { kind: 'accepted' }>;
};

export const refusalOf = (answer: Answer): string =>
  answer.kind === 'refused' ? `${answer.refusal.reason} ${answer.refusal.field ?? ''}` : 'accepted';
