import { randomBytes, randomUUID } from 'node:crypto';
import { accessProjections } from '@jiangong/access/postgres';
import { createListener, createPool } from '@jiangong/database/postgres';
import type { Fact } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { append, openStage } from '@jiangong/messaging/testing';
import { inMemoryKeyVault } from '@jiangong/privacy';
import { keyVaultTables, postgresKeyVault } from '@jiangong/privacy/postgres';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { CallContext } from '@jiangong/service-host';
import { groundOf, movedClock } from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { randomSecrets } from '../src/adapters/crypto/random-secrets.ts';
import { ResultsController } from '../src/adapters/grpc/results.controller.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import { readModelKnowledge } from '../src/adapters/postgres/read-model-knowledge.ts';
import { closeDueRounds } from '../src/application/close-due-rounds.ts';
import { decisionsOf } from '../src/application/decisions.ts';
import { evaluationOf } from '../src/application/evaluation.ts';
import { evaluationService } from '../src/evaluation-service.ts';
import { type Append, campaignTold, COMMITTEE, OFFICER, settle, tell, readersToCome } from './evaluation-world.ts';

/** A call of a person in one of his roles. */
const callAt =
  (now: () => string) =>
  (personId: string = OFFICER, role = 'committee-officer'): CallContext => ({
    actor: { kind: 'person', id: personId, organization: COMMITTEE, role, grant: null },
    requestId: randomUUID(),
    now: now(),
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: null,
    caller: { kind: 'person', personId, sessionId: null },
    afterPosition: 0,
  });

/** The service's use cases, readers and processes over a real PostgreSQL; the campaign around it is told in its facts. */
export const openEvaluation = async ({ vault = 'in-memory' }: { vault?: 'in-memory' | 'postgres' } = {}) => {
  const stage = await openStage();
  const url = stage.database.url('evaluation');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const pool = createPool({ url, schema: 'evaluation', connectionsMax: 4 });
  const clock = movedClock('2021-12-01T02:00:00.000Z');
  const toCome = readersToCome(store);
  if (vault === 'postgres') await pool.query(keyVaultTables);
  await pool.query(evaluationService.tables ?? '');
  const privacy =
    vault === 'postgres' ? postgresKeyVault({ sql: pool, masterKey: { bytes: randomBytes(32) } }) : inMemoryKeyVault();
  const about = { store, clock, rows: rowsOf(pool), log: silentLogger, privacy };
  const ground = groundOf({ ...about, caughtUp: toCome.caughtUp });
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
  toCome.are(readers);
  /** Until everything that reads, processes too, has read everything: a process may have made new events meanwhile. */
  const caughtUp = async (): Promise<void> => {
    for (;;) {
      const head = await store.head();
      if (!(await readers.waitFor(head, 20_000))) throw new Error('the readers did not catch up');
      const lag = await readers.lag();
      if (lag.events === 0 && lag.head === head) return;
    }
  };
  const tellFact: Append = async (stream, type, data) => void (await append(store, stream, { type, data } as Fact));
  await settle(tellFact);
  await caughtUp();
  const evaluation = evaluationOf(ground, readModelKnowledge(ground), randomSecrets);
  return {
    store,
    ground,
    readers,
    evaluation,
    results: new ResultsController(
      evaluation,
      decisionsOf(evaluation, decisionKnowledge(ground.rows), randomCertificateNumbers),
    ),
    call: callAt(clock.now),
    caughtUp,
    /** The superuser's pool: whoever operates the database. */
    admin: stage.database.admin,
    moveTo: clock.move,
    /** What the scheduler does when it looks. */
    tick: async (): Promise<void> => {
      for (const moment of await closeDueRounds(evaluation).due(clock.now())) await moment.run();
      await caughtUp();
    },
    tellFact,
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
