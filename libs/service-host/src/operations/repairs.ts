import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import { isLine } from '@jiangong/wording';

/** Why somebody repairs, at most so long. */
export const REPAIR_REASON_CHARS_MAX = 500;

/** Of which reader and stream, at which place in the log. */
type Place = Readonly<{ reader: string; stream: string; position: number; reason: string }>;

/** An operator had a stream's parked events tried again. */
export type ParkedEventRetried = Fact<'ParkedEventRetried.v1', Place>;
/** An operator gave up a parked event: the reader will never apply it. */
export type ParkedEventSkipped = Fact<'ParkedEventSkipped.v1', Place>;
/** What came of it: `done` events went through, `left` of the stream are still parked. Told after it was done, where the process lived so long. */
export type RepairEnded = Fact<'RepairEnded.v1', Omit<Place, 'reason'> & Readonly<{ done: number; left: number }>>;
export type RepairFact = ParkedEventRetried | ParkedEventSkipped | RepairEnded;

/** `held`: the place at which the reader holds the stream up now; `null` when it does not. */
export type BeginRepair = Readonly<{ type: 'RetryParked' | 'SkipParked'; held: number | null }> & Place;
export type EndRepair = Readonly<{ type: 'EndRepair' }> & RepairEnded['data'];
export type RepairOrder = BeginRepair | EndRepair;

export type RepairRefusal = Refusal<'REPAIR_REASON_INVALID' | 'PARKED_EVENT_NOT_FOUND'>;

/** Only the event that holds a stream up is repaired, and only by who has seen which one it is. */
const begin = (order: BeginRepair): readonly RepairFact[] | RepairRefusal => {
  const { type, held, reader, stream, position, reason } = order;
  if (!isLine(reason, { charactersMax: REPAIR_REASON_CHARS_MAX }))
    return { reason: 'REPAIR_REASON_INVALID', field: 'reason', details: { charsMax: REPAIR_REASON_CHARS_MAX } };
  if (held !== position) return { reason: 'PARKED_EVENT_NOT_FOUND', field: 'position' };
  const data = { reader, stream, position, reason };
  return [type === 'SkipParked' ? { type: 'ParkedEventSkipped.v1', data } : { type: 'ParkedEventRetried.v1', data }];
};

const decide = (_state: null, order: RepairOrder): readonly RepairFact[] | RepairRefusal => {
  if (order.type !== 'EndRepair') return begin(order);
  const { reader, stream, position, done, left } = order;
  return [{ type: 'RepairEnded.v1', data: { reader, stream, position, done, left } }];
};

/** Nothing that was repaired before decides about the next repair. */
export const repairDecider: Decider<null, RepairOrder, RepairFact, RepairRefusal> = {
  initial: null,
  decide,
  evolve: (state) => state,
};
