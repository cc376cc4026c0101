import { describe, expect, it } from '@jest/globals';
import { projectedEvent } from '@jiangong/read-models/testing';
import { CommitsLostError, type EventPage, openReaderGroup, projectionReader } from '@jiangong/read-models/postgres';
import { digestProjection, digestStatements, EVERYTHING } from './platform/digests.ts';
import { engineStatements } from './server/engine-statements.ts';
import { MemoryDatabase } from './server/memory-database.ts';
import { plainPool } from './server/plain-pool.ts';
import { statementBook } from './server/statements.ts';

const NAME = 'whole-log';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const page = (from: number, through: number): EventPage => ({
  events: Array.from({ length: through - from }, (_, index) => ({
    event: projectedEvent({ type: 'Thing.v1', data: {}, stream: 'sample.thing-1', position: from + index + 1 }),
    ordinal: 0,
  })),
  through,
});

const openGroup = async () => {
  const database = new MemoryDatabase(() => 0);
  const pool = plainPool(database, statementBook(engineStatements, digestStatements(NAME)), 'sample');
  const reader = projectionReader(digestProjection(NAME, { kind: 'log', streamPrefixes: [''] }));
  const backoff = { wait: async () => undefined };
  const group = await openReaderGroup({
    pool,
    readers: [reader],
    log: silent,
    backoff,
    signal: new AbortController().signal,
  });
  database.flush();
  return { database, group, folded: () => database.table('sample.whole_log').get(EVERYTHING)?.['count'] };
};

describe('commits that a crash of the database took back', () => {
  it('a page that was read before they were found lost is refused: it would skip what is to be taken again', async () => {
    const { database, group, folded } = await openGroup();
    await group.take(page(0, 3), 0);
    database.flush();
    await group.take(page(3, 5), 3);
    database.crash(0);
    await expect(group.verify()).rejects.toThrow(CommitsLostError);
    await expect(group.take(page(5, 7), 5)).rejects.toThrow(CommitsLostError);
    expect(folded()).toBe(3);
    expect(group.passed()).toBe(3);
    await group.take(page(3, 7), 3);
    expect(folded()).toBe(7);
  });
});
