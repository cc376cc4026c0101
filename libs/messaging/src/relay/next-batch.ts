import type { OutgoingRecord } from '../broker/broker.ts';
import { recordOfFact, recordOfWatermark, type RelayedFact } from '../broker/fact-records.ts';
import { BEGINNING, comparePlaces, type Place } from '../broker/place.ts';
import { partitionOfStream } from '../broker/topics.ts';
import type { PartitionTail, RelayState } from './relay-store.ts';

/** At most so many facts in one send. */
export const RELAY_BATCH_FACTS_MAX = 500;

/** At most so many bytes in one send, by a generous count of headers; a larger fact goes alone. */
export const RELAY_BATCH_BYTES_MAX = 1_000_000;

/** What a record takes beside its data and its names. */
const RECORD_BYTES = 600;

/** What is known to be pending, of one moment. */
export type Pending = Readonly<{ translated: number; facts: readonly RelayedFact[]; limitMax: number }>;

/** Records to send, and the state once they are acknowledged. */
export type RelayBatch = Readonly<{ records: readonly OutgoingRecord[]; facts: number; next: RelayState }>;

const NO_TAIL: PartitionTail = { previous: null, offset: null };

export const tailOf = (state: RelayState, partition: number): PartitionTail => state.tails[partition] ?? NO_TAIL;

/** Where the search for pending facts begins: below the watermark there are none. */
export const searchFrom = ({ place, watermark }: RelayState): Place => {
  const told = { position: watermark, ordinal: Number.MAX_SAFE_INTEGER };
  return comparePlaces(place, told) > 0 ? place : watermark === 0 ? BEGINNING : told;
};

const fitting = (facts: readonly RelayedFact[]): readonly RelayedFact[] => {
  let bytes = 0;
  let count = 0;
  for (const { data, stream } of facts) {
    bytes += Buffer.byteLength(data) + 2 * Buffer.byteLength(stream) + RECORD_BYTES;
    if (count > 0 && bytes > RELAY_BATCH_BYTES_MAX) break;
    count += 1;
  }
  return facts.slice(0, count);
};

/** Up to which position everything has been sent with these facts: the last one's event may have more. */
const completeThrough = (pending: Pending, sent: readonly RelayedFact[]): number => {
  const all = sent.length === pending.facts.length && pending.facts.length < pending.limitMax;
  return all ? pending.translated : Math.max(0, (sent.at(-1)?.position ?? 1) - 1);
};

/**
 * The next records, a pure function of the state and of what is pending: whoever holds the relay sends the same facts with the same
 * places before them, so that a send in doubt is repeated exactly. Every partition ends with a watermark when the context has moved.
 */
export const nextBatch = (
  context: string,
  partitions: number,
  given: Readonly<{ state: RelayState; pending: Pending; now: string }>,
): RelayBatch => {
  const { state, pending, now } = given;
  const { generation } = state;
  const facts = fitting(pending.facts);
  const tails = Array.from({ length: partitions }, (_, partition) => tailOf(state, partition));
  const records: OutgoingRecord[] = [];
  for (const fact of facts) {
    const partition = partitionOfStream(fact.stream, partitions);
    records.push(recordOfFact(fact, { partition, generation, previous: tails[partition]?.previous ?? null }));
    tails[partition] = {
      previous: { position: fact.position, ordinal: fact.ordinal },
      offset: tails[partition]?.offset ?? null,
    };
  }
  const last = facts.at(-1);
  const watermark = Math.max(state.watermark, completeThrough(pending, facts));
  if (watermark > state.watermark)
    for (const [partition, { previous }] of tails.entries())
      records.push(
        recordOfWatermark({ context, through: watermark, sentAt: now }, { partition, generation, previous }),
      );
  const place = last ? { position: last.position, ordinal: last.ordinal } : state.place;
  return { records, facts: facts.length, next: { ...state, place, watermark, tails } };
};

/** The state with the offsets that the broker acknowledged. */
export const acknowledged = (state: RelayState, offsets: ReadonlyMap<number, number>): RelayState => ({
  ...state,
  tails: state.tails.map((tail, partition) => ({ ...tail, offset: offsets.get(partition) ?? tail.offset })),
});

/** True when the broker no longer has what it once acknowledged: every in-sync copy was lost, or the topic was made anew. */
export const hasLost = (state: RelayState, ends: readonly number[]): boolean =>
  state.tails.some(({ offset }, partition) => offset !== null && (ends[partition] ?? 0) <= offset);

/**
 * True when the broker has put these records where it had acknowledged earlier ones: nobody else sends to the topic under this
 * epoch, so those are gone. A leader that was elected without them does that, and the topic's end does not show it.
 */
export const hasOverwritten = (
  state: RelayState,
  records: readonly OutgoingRecord[],
  offsets: ReadonlyMap<number, number>,
): boolean =>
  state.tails.some(({ offset }, partition) => {
    const last = offsets.get(partition);
    if (offset === null || last === undefined) return false;
    const first = last + 1 - records.filter((record) => record.partition === partition).length;
    return first >= 0 && first <= offset;
  });

/** Tells the whole history again, from the first fact. */
export const fromTheBeginning = (state: RelayState): RelayState => ({
  ...state,
  place: BEGINNING,
  watermark: 0,
  tails: [],
});
