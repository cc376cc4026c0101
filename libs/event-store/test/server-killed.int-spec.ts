import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Listener } from '@jiangong/database';
import {
  createListener,
  createPool,
  type EmbeddedPostgres,
  ensureRoles,
  ensureSchemas,
  startEmbeddedPostgres,
  urlOf,
} from '@jiangong/database/postgres';
import { createPostgresEventStore, installLog, type PostgresEventStore } from '@jiangong/event-store/postgres';
import { sampleAppend } from '@jiangong/event-store/testing';

const LANES = 12;
const KILLS = 2;
/** Acknowledged appends between two kills. */
const PER_LIFE = 150;

let directory: string;
let server: EmbeddedPostgres;
let listener: Listener;
let store: PostgresEventStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-killed-'));
  await chmod(directory, 0o711);
  server = await startEmbeddedPostgres({ directory }); // durable: this is about what survives
  const role = { service: 'victim', password: 'only-of-this-test', log: 'writes' } as const;
  const admin = createPool({ url: server.url, connectionsMax: 1 });
  await ensureRoles(admin, [role]);
  await ensureSchemas(admin, [role]);
  await installLog(admin);
  await admin.close();
  const url = urlOf(server.url, role);
  listener = createListener({ url, random: () => 0 });
  store = createPostgresEventStore({ url, listener, random: () => 0 });
}, 60_000);
afterAll(async () => {
  await store?.close();
  await listener?.close();
  await server?.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('when the database server is killed while many append', () => {
  it('no acknowledged event is lost, none is there that was not sent, and a follower sees each once', async () => {
    const acknowledged = new Map<string, number>();
    const unknown = new Set<string>();
    let over = false;
    const lane = async (number: number): Promise<void> => {
      for (let index = 0; !over; index++) {
        const stream = `contract.killed-${number}-${index}`;
        const append = sampleAppend(stream, 'no-stream', [{ type: 'Survived.v1', data: { number, index } }], stream);
        const id = append.events[0]?.eventId as string;
        await store.append(append).then(
          (outcome) => outcome.kind === 'appended' && acknowledged.set(id, outcome.firstPosition),
          () => unknown.add(id),
        );
      }
    };
    const seen: { id: string; position: number }[] = [];
    const ending = new AbortController();
    const following = (async () => {
      for await (const page of store.follow({ after: 0, pageMax: 200, signal: ending.signal }))
        seen.push(...page.events.map(({ eventId: id, position }) => ({ id, position })));
    })();
    const lanes = Array.from({ length: LANES }, (_, number) => lane(number));
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await setImmediate();
    };

    for (let kill = 1; kill <= KILLS; kill++) {
      await until(() => acknowledged.size >= kill * PER_LIFE);
      const killed = server.pid();
      process.kill(killed, 'SIGKILL');
      await until(() => server.pid() !== killed); // its sessions outlive it for a moment, and go on acknowledging
      const before = acknowledged.size;
      await until(() => acknowledged.size > before + LANES); // it came back, and appends are acknowledged again
    }
    over = true;
    await Promise.all(lanes);
    const head = await store.head();
    await until(() => seen.length >= head);
    ending.abort();
    await following;

    expect(seen.map(({ position }) => position)).toStrictEqual(Array.from({ length: head }, (_, index) => index + 1));
    const positions = new Map(seen.map(({ id, position }) => [id, position]));
    expect(positions.size).toBe(head);
    for (const [id, position] of acknowledged) expect(positions.get(id)).toBe(position);
    expect(seen.filter(({ id }) => !acknowledged.has(id) && !unknown.has(id))).toStrictEqual([]);
    expect(unknown.size).toBeGreaterThan(0);
  }, 120_000);
});
