import { eventIdOf } from '@jiangong/event-store';
import type { LoggedRow } from './stored-log.ts';

/** What a client knows of one order. */
export type Known = Readonly<{
  requestId: string;
  kind: string;
  outcome: 'acknowledged' | 'refused' | 'unknown';
  tries: number;
  receipt: Told | undefined;
}>;

/** `events` absent: an order about several things, each with its own outcome, is told only where the last of them stands; 0: nothing was changed. */
type Told = Readonly<{ events?: readonly Readonly<{ eventId: string; hash: string }>[]; position: number }>;

type Entry = Readonly<{ requestId: string; eventId: string; actor: Readonly<{ kind: string }> }>;
type Made = Readonly<{ position: number; stream: string; eventId: string; hash: string }>;

/** Events in a person's name that no order asked for: that a record was read, and what came of a repair. */
const UNASKED: ReadonlySet<string> = new Set(['RecordWasRead.v1', 'RepairEnded.v1']);

const byRequest = (rows: readonly LoggedRow[]): Map<string, Made[]> => {
  const made = new Map<string, Made[]>();
  for (const { position, stream, hash, entry, type } of rows) {
    const { requestId, eventId, actor } = JSON.parse(entry) as Entry;
    if (UNASKED.has(type) || actor.kind === 'system') continue;
    made.set(requestId, [...(made.get(requestId) ?? []), { position, stream, eventId, hash }]);
  }
  return made;
};

/** Ids derive from request, stream and ordinal: anything else stands twice, or was made by something else. */
const madeOnce = (requestId: string, made: readonly Made[]): boolean => {
  const ordinals = new Map<string, number>();
  return made.every(({ stream, eventId }) => {
    const ordinal = ordinals.get(stream) ?? 0;
    ordinals.set(stream, ordinal + 1);
    return eventId === eventIdOf(requestId, stream, ordinal);
  });
};

const toldWrongly = (order: string, receipt: Told | undefined, made: readonly Made[]): readonly string[] => {
  const position = made.at(-1)?.position ?? 0;
  const wrongPlace = [`I1: ${order} was told position ${receipt?.position}, it stands at ${position}`];
  if (receipt !== undefined && receipt.events === undefined) return receipt.position === position ? [] : wrongPlace;
  const told = (receipt?.events ?? []).map(({ eventId, hash }) => `${eventId} ${hash}`);
  const stored = made.map(({ eventId, hash }) => `${eventId} ${hash}`);
  if (told.toSorted().join() !== stored.toSorted().join())
    return [`I1: ${order} was acknowledged with ${told.length} events, the log has ${stored.length} of it`];
  return made.length > 0 && position !== receipt?.position ? wrongPlace : [];
};

const faultsOf = ({ requestId, kind, outcome, tries, receipt }: Known, made: readonly Made[]): readonly string[] => {
  const order = `${kind} ${requestId}`;
  const faults: string[] = [];
  if (!madeOnce(requestId, made))
    faults.push(
      `${outcome === 'acknowledged' ? 'I1' : 'I2'}: ${order}: its events stand in the log twice or under other ids`,
    );
  // Refused after an unknown try: that try may have been done, and its own answer was lost.
  if (outcome === 'refused' && tries === 1 && made.length > 0)
    faults.push(`I2: ${order} was refused and is in the log`);
  if (outcome === 'acknowledged') faults.push(...toldWrongly(order, receipt, made));
  return faults;
};

/**
 * I1: the events of every acknowledged order stand in the log exactly once, as its receipt has them. I2: nothing else stands there in a
 * person's name but orders whose outcome their client does not know, each at most once. `rows`: the log since the first of the orders.
 */
export const acknowledgedOnce = (known: readonly Known[], rows: readonly LoggedRow[]): readonly string[] => {
  const made = byRequest(rows);
  const asked = new Set(known.map(({ requestId }) => requestId));
  const strangers = [...made.keys()].filter((requestId) => !asked.has(requestId));
  return [
    ...known.flatMap((one) => faultsOf(one, made.get(one.requestId) ?? [])),
    ...strangers.map((requestId) => `I2: nobody gave the order ${requestId} that is in the log`),
  ];
};
