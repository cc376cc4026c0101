import { type LogFilter, READ_EVENTS_MAX } from './event-store.ts';

/** Whether a filter lets an event through: one of its types (if any are named) in one of its streams (if any are named). */
export const passes = (filter: LogFilter | undefined, event: Readonly<{ type: string; stream: string }>): boolean => {
  const types = filter?.types ?? [];
  const prefixes = filter?.streamPrefixes ?? [];
  return (
    (types.length === 0 || types.includes(event.type)) &&
    (prefixes.length === 0 || prefixes.some((prefix) => event.stream.startsWith(prefix)))
  );
};

/** Throws a RangeError when the range of a read is not one: `after` from 0, `limitMax` from 1 to READ_EVENTS_MAX. */
export const checkLogRange = ({ after, limitMax }: { after: number; limitMax: number }): void => {
  if (!Number.isSafeInteger(after) || after < 0) throw new RangeError(`after is a position from 0, not ${after}`);
  if (!Number.isSafeInteger(limitMax) || limitMax < 1 || limitMax > READ_EVENTS_MAX)
    throw new RangeError(`a page has 1 to ${READ_EVENTS_MAX} events, not ${limitMax}`);
};
