import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createListener } from '@jiangong/database/postgres';
import { freshDatabase, type FreshDatabase } from '@jiangong/database/testing';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { append } from '@jiangong/messaging/testing';
import {
  DESTROYED_LIST,
  destroyedInLog,
  keepDestroyed,
  readDestroyed,
  takeOut,
} from '../src/backup/destroyed-files.ts';

const [GONE, EARLIER, KEPT] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];

describe('files that were destroyed', () => {
  let database: FreshDatabase;
  let store: ReturnType<typeof createPostgresEventStore>;
  let place = '';
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    place = await mkdtemp(join(tmpdir(), 'jiangong-destroyed-'));
    const url = database.url('merit-projects');
    const listener = createListener({ url });
    store = createPostgresEventStore({ url, listener });
    closing.push(
      () => store.close(),
      () => listener.close(),
      () => database.drop(),
      () => rm(place, { recursive: true }),
    );
  }, 60_000);
  afterAll(async () => {
    for (const close of closing) await close();
  });

  it('are told by the log, whatever else was said of files', async () => {
    const streamOf = (name: string) => `merit-projects.evidence-${name}`;
    expect(await destroyedInLog(database.adminUrl)).toEqual([]);
    await append(store, streamOf('kept'), { type: 'EvidenceRegistered.v1', data: { sha256: KEPT } });
    await append(store, streamOf('gone'), { type: 'EvidenceDestroyed.v1', data: { sha256: GONE } });
    await append(store, 'merit-projects.dossier-1', { type: 'EvidenceDestroyed.v1', data: { sha256: KEPT } });
    expect(await destroyedInLog(database.adminUrl)).toEqual([GONE]);
  });

  it('stand on the list for good, also when the log was set back since, and are in no copy', async () => {
    for (const hash of [GONE, EARLIER, KEPT]) {
      await mkdir(join(place, 'evidence', hash.slice(0, 2)), { recursive: true });
      await writeFile(join(place, 'evidence', hash.slice(0, 2), hash), 'bytes');
    }
    await keepDestroyed(place, [EARLIER]);
    const all = await keepDestroyed(place, [GONE]);
    expect(all).toEqual([GONE, EARLIER]);
    expect(await readDestroyed(join(place, DESTROYED_LIST))).toEqual(all);
    for (const _again of [1, 2]) await takeOut(place, all);
    const left = await readdir(join(place, 'evidence'), { recursive: true });
    expect(left.filter((name) => name.includes('/'))).toEqual([`cc/${KEPT}`]);
  });

  it('are no list where there is none: nothing is restored without it', async () => {
    await expect(readDestroyed(join(place, 'none'))).rejects.toThrow('ENOENT');
    await writeFile(join(place, 'other'), '../../etc\n');
    await expect(readDestroyed(join(place, 'other'))).rejects.toThrow('no list of destroyed files');
  });
});
