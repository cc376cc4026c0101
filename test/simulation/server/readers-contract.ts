import { expect, it } from '@jest/globals';
import type { ProjectedEvent } from '@jiangong/read-models';
import { listParked, type PageReader, projectionReader, retryParked, rowsOf } from '@jiangong/read-models/postgres';
import { digestProjection, EVERYTHING } from '../platform/digests.ts';
import { placeProjection, SELECT_PLACE, SELECT_NOMINATORS } from '../platform/places.ts';
import { type DatabaseBench, DIGEST, event, groupOf, page, STREAM } from './contract-bench.ts';

/** A reader that gives up on one position until it is told not to. */
const touchy = (name: string): Readonly<{ reader: PageReader; heal: () => void; taken: number[] }> => {
  let ill = true;
  const taken: number[] = [];
  const none = async (): Promise<void> => undefined;
  const apply = async (_rows: unknown, { position }: ProjectedEvent): Promise<void> => {
    if (ill && position === 2) throw new TypeError('not this one');
    taken.push(position);
  };
  return {
    reader: { name, version: 1, wants: () => true, install: none, reset: none, apply },
    heal: () => void (ill = false),
    taken,
  };
};

export const readersContract = (bench: () => DatabaseBench): void => {
  it('a second process does not take what the first has taken, and goes on from there', async () => {
    const { pool } = bench();
    const reader = projectionReader(digestProjection(DIGEST, { kind: 'log', streamPrefixes: [''] }));
    const [one, two] = [await groupOf(pool, reader), await groupOf(pool, reader)];
    await one.take(page(0, 3), 0);
    await two.take(page(0, 5), 0);
    await one.take(page(3, 6), 3);
    expect([one.passed(), two.passed()]).toEqual([6, 5]);
    const [row] = await rowsOf(pool).query<{ key: string; count: number }>(
      'select key, count, digest from own_merit_projects where key = any($1)',
      [[EVERYTHING]],
    );
    expect(row).toMatchObject({ key: EVERYTHING, count: 6 });
  });

  it('what can not be applied is parked with everything behind it, listed in order, and taken when it is tried again', async () => {
    const { pool } = bench();
    const { reader, heal, taken } = touchy('touchy');
    const group = await groupOf(pool, reader);
    await group.take(page(0, 3), 0);
    expect(group.passed()).toBe(3);
    expect(taken.at(-1)).toBe(1);
    const parked = (await listParked(pool)).map(({ reader: name, position, ordinal, stream, errorClass, tries }) => [
      name,
      position,
      ordinal,
      stream,
      errorClass,
      tries,
    ]);
    expect(parked).toEqual([
      ['touchy', 2, 0, STREAM, 'TypeError', 5],
      ['touchy', 3, 0, STREAM, 'BEHIND_PARKED', 0],
    ]);
    const again = { reader: 'touchy', stream: STREAM };
    const fetch = async ({ position }: { position: number }) => ({ event: event(position), ordinal: 0 });
    expect(await retryParked(pool, group, again, fetch)).toEqual({ done: 0, left: 2 });
    expect((await listParked(pool))[0]).toMatchObject({ tries: 6 });
    heal();
    expect(await retryParked(pool, group, again, fetch)).toEqual({ done: 2, left: 0 });
    expect(await listParked(pool)).toEqual([]);
  });
};

export const placesContract = (bench: () => DatabaseBench): void => {
  it('where entries are kept is found, once each', async () => {
    const { pool } = bench();
    const group = await groupOf(pool, projectionReader(placeProjection));
    const planned = (position: number, entryId: string) =>
      event(position, {
        type: 'EntryPlanned.v1',
        stream: 'merit-projects.entries-1',
        data: { entryId, editionId: 'edition', nominatorId: 'unit' },
      });
    await group.take(
      {
        events: [planned(1, 'a'), planned(2, 'b'), planned(3, 'a')].map((each) => ({ event: each, ordinal: 0 })),
        through: 3,
      },
      0,
    );
    const rows = rowsOf(pool);
    expect(await rows.query(SELECT_PLACE, ['a'])).toEqual([
      { entryId: 'a', editionId: 'edition', nominatorId: 'unit' },
    ]);
    expect(await rows.query(SELECT_PLACE, ['z'])).toEqual([]);
    expect(await rows.query(SELECT_NOMINATORS, ['edition'])).toEqual([{ nominatorId: 'unit' }]);
    expect((await listParked(pool)).map(({ position, errorClass }) => [position, errorClass])).toEqual([[3, '23505']]);
  });
};
