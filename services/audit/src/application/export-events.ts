import type { EventStore, StoredEvent } from '@jiangong/event-store';
import { withinBytes } from './within-bytes.ts';

export type Export = Readonly<{ events: readonly StoredEvent[]; through: number; head: number }>;

/** A page of the log, whole events in order. An export is itself recorded, so the log grows by one event a page. */
export const exportEvents =
  (store: EventStore) =>
  async (after: number, size: number): Promise<Export> => {
    const head = await store.head();
    const page = await store.readLog({ after, limitMax: size });
    const events = withinBytes(page.events);
    const through = events.length < page.events.length ? (events.at(-1)?.position ?? after) : page.through;
    return { events, through, head };
  };

/** Where an event stands: in the log, and in its stream. */
export type EventPlace = Readonly<{ position: number; stream: string; revision: number }>;

export type ExportPorts = Readonly<{
  store: EventStore;
  /** The next events of the part of the tree that is exported, in log order, one more than asked for. */
  placesAfter: (after: number, limit: number) => Promise<readonly EventPlace[]>;
  /** Whether what tells of the places has seen the log's end of this moment. */
  caughtUp: () => Promise<boolean>;
}>;

/** The places of one page by stream: a stream belongs to the part of the tree as a whole, so each is one range of its stream. */
const byStream = (places: readonly EventPlace[]): ReadonlyMap<string, Readonly<{ from: number; to: number }>> => {
  const ranges = new Map<string, { from: number; to: number }>();
  for (const { stream, revision } of places)
    ranges.set(stream, { from: ranges.get(stream)?.from ?? revision, to: revision });
  return ranges;
};

/** The same of a part of the tree: the streams that stand there now, whole, and nothing else. */
export const exportWithin =
  ({ store, placesAfter, caughtUp }: ExportPorts) =>
  async (after: number, size: number): Promise<Export> => {
    const head = await store.head();
    const upToDate = await caughtUp();
    const found = await placesAfter(after, size);
    const wanted = found.slice(0, size);
    const read: StoredEvent[] = [];
    for (const [stream, { from, to }] of byStream(wanted))
      read.push(...(await store.readStream(stream, { fromRevision: from, toRevision: to })));
    const positions = new Set(wanted.map(({ position }) => position));
    const page = read.filter(({ position }) => positions.has(position)).toSorted((a, b) => a.position - b.position);
    if (page.length !== wanted.length) throw new Error('the index of events does not fit the log');
    const events = withinBytes(page);
    const last = events.at(-1)?.position ?? after;
    const complete = events.length === found.length && upToDate;
    return { events, through: complete ? Math.max(head, last) : last, head };
  };
