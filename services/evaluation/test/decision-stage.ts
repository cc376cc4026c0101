import { randomUUID } from 'node:crypto';
import { accessProjections } from '@jiangong/access/postgres';
import { documentRenderer } from '@jiangong/documents/render';
import { createListener, createPool } from '@jiangong/database/postgres';
import { type Fact, requestIdOf } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { append, openStage } from '@jiangong/messaging/testing';
import { inMemoryKeyVault } from '@jiangong/privacy';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { CallContext } from '@jiangong/service-host';
import { groundOf, movedClock } from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { randomSecrets } from '../src/adapters/crypto/random-secrets.ts';
import { DocumentsController } from '../src/adapters/grpc/documents.controller.ts';
import { threadedPrinting } from '@jiangong/documents/render';
import { DecisionsController } from '../src/adapters/grpc/decisions.controller.ts';
import { HonoursController } from '../src/adapters/grpc/honours.controller.ts';
import { NamingsController } from '../src/adapters/grpc/namings.controller.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import { readModelKnowledge } from '../src/adapters/postgres/read-model-knowledge.ts';
import { decisionsOf } from '../src/application/decisions.ts';
import { evaluationOf } from '../src/application/evaluation.ts';
import { evaluationService } from '../src/evaluation-service.ts';
import type { RoundOrder } from '../src/domain/round/decider.ts';
import { COMMITTEE } from './domain/decision/example-decidable.ts';
import { tell, readersToCome } from './evaluation-world.ts';

const callOf = (personId: string, role: string, now: string): CallContext => ({
  actor: { kind: 'person', id: personId, organization: COMMITTEE, role, grant: null },
  requestId: randomUUID(),
  now,
  correlationId: randomUUID(),
  causationId: null,
  traceparent: null,
  policyVersion: null,
  caller: { kind: 'person', personId, sessionId: null },
  afterPosition: 0,
});

export const START = '2021-12-11T02:00:00.000Z';

/** The service's readers and processes over a real PostgreSQL; other services are told in their facts, rounds in their orders. */
export const openDecisions = async () => {
  const stage = await openStage();
  const url = stage.database.url('evaluation');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const pool = createPool({ url, schema: 'evaluation', connectionsMax: 4 });
  const clock = movedClock(START);
  const toCome = readersToCome(store);
  const about = { store, clock, rows: rowsOf(pool), log: silentLogger, privacy: inMemoryKeyVault() };
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
  const caughtUp = async (): Promise<void> => {
    for (;;) {
      const head = await store.head();
      if (!(await readers.waitFor(head, 20_000))) throw new Error('the readers did not catch up');
      const lag = await readers.lag();
      if (lag.events === 0 && lag.head === head) return;
    }
  };
  const evaluation = evaluationOf(ground, readModelKnowledge(ground), randomSecrets);
  const decisions = decisionsOf(evaluation, decisionKnowledge(ground.rows), randomCertificateNumbers);
  const renderer = documentRenderer();
  let ordered = 0;
  return {
    store,
    ground,
    readers,
    decisions,
    decided: new DecisionsController(decisions),
    documents: new DocumentsController(decisions, threadedPrinting(renderer)),
    printing: threadedPrinting(renderer),
    honours: new HonoursController(decisions),
    namings: new NamingsController(decisions),
    call: (personId = 'officer-1', role = 'committee-officer') => callOf(personId, role, clock.now()),
    caughtUp,
    moveTo: clock.move,
    tellFact: async (stream: string, type: string, data: object): Promise<void> =>
      void (await append(store, stream, { type, data } as Fact)),
    /** Orders for one round, each of which has to be accepted. */
    order: async (roundId: string, ...orders: readonly RoundOrder[]): Promise<void> => {
      for (const order of orders) {
        ordered += 1;
        const context = ground.systemContext({ name: 'test', requestId: requestIdOf(`test ${ordered}`) });
        const handled = await evaluation.sendRound(roundId, order, { body: { ordered }, context });
        if (handled.kind === 'refused') throw new Error(`${order.type}: ${handled.refusal.reason}`);
      }
    },
    close: async (): Promise<void> => {
      await renderer.close();
      await stage.close();
      await store.close();
      await listener.close();
      await pool.close();
    },
  };
};

export type DecisionStage = Awaited<ReturnType<typeof openDecisions>>;
