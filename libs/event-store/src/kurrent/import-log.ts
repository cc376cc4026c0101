import {
  APPEND_EVENTS_MAX,
  type EventStore,
  type NewEvent,
  type StoredEvent,
  type StreamAppend,
  type StreamEnd,
} from '../event-store.ts';

/** Events read from the old log at a time. */
const PAGE_EVENTS = 1_000;
/** Bytes of one append: below what KurrentDB takes when nobody told it otherwise. */
const RUN_BYTES_MAX = 1_000_000;

export type ImportOptions = Readonly<{ onProgress?: (position: number) => void }>;

/** Neighbours of one stream go together, as far as one append takes them. */
const runsOf = (events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] => {
  const runs: StoredEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = event.entryBytes.length + event.dataBytes.length;
    const run = runs.at(-1);
    if (run && run[0]?.stream === event.stream && run.length < APPEND_EVENTS_MAX && bytes + size <= RUN_BYTES_MAX) {
      run.push(event);
      bytes += size;
    } else {
      runs.push([event]);
      bytes = size;
    }
  }
  return runs;
};

const appendOf = (run: readonly StoredEvent[]): StreamAppend => {
  const [first] = run as readonly [StoredEvent];
  const expected: StreamEnd =
    first.entry.prev === null ? 'no-stream' : { revision: first.revision - 1, hash: first.entry.prev };
  const events = run.map(({ eventId, type, entryBytes, hash, dataBytes }): NewEvent => ({
    eventId,
    type,
    entryBytes,
    hash,
    dataBytes,
  }));
  return { stream: first.stream, expected, events };
};

/** What is there already must be the beginning of the log that is imported. */
const checkBeginning = async (from: EventStore, to: EventStore, head: number): Promise<void> => {
  if (head === 0) return;
  const [[there], [here]] = (await Promise.all(
    [from, to].map(async (store) => (await store.readLog({ after: head - 1, limitMax: 1 })).events),
  )) as [StoredEvent[], StoredEvent[]];
  if (there?.hash !== here?.hash)
    throw new Error(`position ${head} is not the same event in both logs: this is no copy to go on with`);
};

/**
 * Copies a log into an empty one, or goes on with a copy that was broken off: the same bytes at the same positions, one append after
 * the other, each checked by the store that takes it. Nobody else may write to either meanwhile. Answers how many events were copied.
 */
export const importLog = async (
  from: EventStore,
  to: EventStore,
  { onProgress = () => undefined }: ImportOptions = {},
): Promise<number> => {
  const began = await to.head();
  await checkBeginning(from, to, began);
  let position = began;
  for (;;) {
    const { events } = await from.readLog({ after: position, limitMax: PAGE_EVENTS });
    if (events.length === 0) return position - began;
    for (const run of runsOf(events)) {
      const outcome = await to.append(appendOf(run));
      const first = run[0]?.position;
      if (outcome.kind === 'conflict' || outcome.firstPosition !== first)
        throw new Error(`position ${first} can not be copied: ${JSON.stringify(outcome)}`);
      position = outcome.lastPosition;
      onProgress(position);
    }
  }
};
