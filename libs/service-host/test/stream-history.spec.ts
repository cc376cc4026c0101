import { describe, expect, it } from '@jest/globals';
import type { Actor, StoredEvent } from '@jiangong/event-store';
import { historiesOf } from '../src/index.ts';

const person = (id: string, role: string): Actor => ({ kind: 'person', id, organization: null, role, grant: null });

const eventAt = (revision: number, type: string, actor: Actor = person('p1', 'committee-officer')): StoredEvent =>
  ({
    type,
    revision,
    entry: { eventId: `e${revision}`, type, occurredAt: '2026-11-28T00:00:00.000Z', actor },
  }) as never;

/** A store that keeps one stream, and how it was read. */
const storeWith = (events: readonly StoredEvent[]) => {
  const reads: number[] = [];
  return {
    reads,
    readStream: async (_stream: string, { fromRevision = 0, toRevision = Infinity } = {}) => {
      reads.push(fromRevision);
      return events.filter(({ revision }) => revision >= fromRevision && revision <= toRevision);
    },
  };
};

const tell = ({ type }: StoredEvent) => (type === 'Hidden.v1' ? undefined : { zh: '事', en: 'a thing' });
const histories = historiesOf('GetHistory');
const page = async (store: ReturnType<typeof storeWith>, pageToken = '', pageSize = 2) =>
  histories.of(store, 's', { pageSize, pageToken }, tell);

describe('a history', () => {
  it('is told page by page to its end, without what is not told', async () => {
    const types = ['A.v1', 'Hidden.v1', 'B.v2', 'C.v1', 'Hidden.v1', 'D.v1', 'Hidden.v1'];
    const store = storeWith(types.map((type, revision) => eventAt(revision, type)));
    const first = await page(store);
    expect(first.items.map(({ type, revision }) => [type, revision])).toEqual([
      ['A', 0],
      ['B', 2],
    ]);
    const second = await page(store, first.nextPageToken);
    expect(second.items.map(({ type }) => type)).toEqual(['C', 'D']);
    expect(second.nextPageToken).toBe('');
  });

  it('goes on reading until its page is full', async () => {
    const hidden = Array.from({ length: 1_200 }, (_, revision) => eventAt(revision, 'Hidden.v1'));
    const store = storeWith([...hidden, eventAt(1_200, 'A.v1')]);
    expect(await page(store)).toMatchObject({ items: [{ type: 'A' }], nextPageToken: '' });
    expect(store.reads).toEqual([0, 500, 1_000]);
  });

  it('names nobody of discipline inspection and nobody whom the law protects: the role alone', async () => {
    const objector: Actor = { kind: 'protected', id: 'pseudonym', organization: null, role: null, grant: null };
    const store = storeWith([
      eventAt(0, 'A.v1', person('i1', 'discipline-inspector')),
      eventAt(1, 'A.v1', objector),
      eventAt(2, 'A.v1'),
    ]);
    const { items } = await page(store, '', 10);
    expect(items.map(({ actorId, actorRole }) => [actorId, actorRole])).toEqual([
      ['', 'discipline-inspector'],
      ['', ''],
      ['p1', 'committee-officer'],
    ]);
  });
});
