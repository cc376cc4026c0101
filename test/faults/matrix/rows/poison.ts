import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { canonicalBytes, type Fact, sealEntries, sha256Hex } from '@jiangong/event-store';
import type { MatrixCase, Scene } from '../matrix-case.ts';

const PARKED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 100;
const FLOWS = 40;
const FLOWS_WITHIN_MS = 20_000;
const REPAIRS_MAX = 20;
const OVERSIZED_CHARS = 1_500_000;

type Parked = Readonly<{ service: string; reader: string; stream: string; position: number }>;

/** Facts that no order can make, written past every rule into a stream of their own, as a broken program of yesterday might have. */
const writeFacts = async ({ platform }: Scene, stream: string, facts: readonly Fact[]): Promise<void> => {
  const now = new Date().toISOString();
  const requestId = randomUUID();
  const context = {
    actor: { kind: 'system', id: 'broken-program', organization: null, role: null, grant: null },
    requestId,
    now,
    correlationId: requestId,
    causationId: null,
    traceparent: null,
    policyVersion: null,
  } as const;
  const events = sealEntries(stream, 'no-stream', facts, {
    ...context,
    requestHash: sha256Hex(canonicalBytes(null)),
    recordedAt: now,
  });
  await platform.sql.query(
    'select before from log.append($1::text[], $2::integer[], $3::bytea[], $4::integer[], $5::text[], $6::text[])',
    [
      [stream],
      [-1],
      [null],
      events.map(() => 1),
      events.map(({ entryBytes }) => Buffer.from(entryBytes).toString('utf8')),
      events.map(({ dataBytes }) => Buffer.from(dataBytes).toString('utf8')),
    ],
  );
};

const ask = async (
  { platform: { origin, prepared }, gave }: Scene,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> => {
  const requestId = randomUUID();
  gave(requestId);
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      origin,
      cookie: prepared.cookies['operator-1'] as string,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': requestId }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

const parkedNow = async (scene: Scene): Promise<readonly Parked[]> =>
  ((await ask(scene, 'GET', '/v1/operations/parked')) as { items: readonly Parked[] }).items;

/** The operator gives the stream up, event by event, with a reason. */
const skipAll = async (scene: Scene): Promise<void> => {
  for (let repair = 0; repair < REPAIRS_MAX; repair += 1) {
    const [first] = await parkedNow(scene);
    if (!first) return;
    const { service, reader, stream, position } = first;
    await ask(scene, 'POST', '/v1/operations/parked/skip', { service, reader, stream, position, reason: '故障演练' });
  }
  scene.broken(`events are still parked after ${REPAIRS_MAX} repairs`);
};

const poisoned = (point: string, sample: boolean, facts: readonly Fact[]): MatrixCase => ({
  row: 12,
  fault: 'poison event',
  point,
  sample,
  alone: true,
  run: async (scene) => {
    const stream = `merit-projects.dossier-${randomUUID()}`;
    await writeFacts(scene, stream, facts);
    scene.injected(point);
    for (
      const until = performance.now() + PARKED_WITHIN_MS;
      (await parkedNow(scene)).length === 0;
      await wait(LOOK_EVERY_MS)
    )
      if (performance.now() > until) return scene.broken('nothing was parked');
    await scene.workload.acknowledges(FLOWS, FLOWS_WITHIN_MS);
    const strangers = (await parkedNow(scene)).filter((one) => one.stream !== stream);
    if (strangers.length > 0)
      scene.broken(`streams that are not poisoned wait, too: ${strangers.map((one) => one.stream).join(', ')}`);
    await skipAll(scene);
  },
});

export const poisonCases: readonly MatrixCase[] = [
  poisoned('a fact without its fields', true, [{ type: 'ProgressReported.v1', data: {} }]),
  poisoned('a fact of a later version, and one behind it', false, [
    { type: 'EntryPlanned.v99', data: { entryId: 'p' } },
    { type: 'ProgressReported.v1', data: {} },
  ]),
  {
    row: 12,
    fault: 'oversized event',
    point: 'refused by the log itself',
    run: async (scene) => {
      const text = 'x'.repeat(OVERSIZED_CHARS);
      const written = await writeFacts(scene, `merit-projects.dossier-${randomUUID()}`, [
        { type: 'ProgressReported.v1', data: { text } },
      ]).then(
        () => true,
        () => false,
      );
      if (written) scene.broken('an event beyond the limit was taken');
      scene.injected('oversized');
    },
  },
];
