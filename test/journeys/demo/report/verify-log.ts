import { createHash } from 'node:crypto';
import type { LoggedEvent } from './read-log.ts';

/** RFC 8785 for what the log holds: objects, arrays, texts, whole numbers, booleans, null. Written apart from the platform's. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * What is wrong with an exported log, from its bytes alone: positions from 1 without gaps, revisions of each stream from 0
 * without gaps, each entry's hash over its fields, its data's hash, its link to the stream's previous entry, no id twice.
 */
export const logFaults = (events: readonly LoggedEvent[]): readonly string[] => {
  const faults: string[] = [];
  const ends = new Map<string, { revision: number; hash: string }>();
  const ids = new Set<string>();
  events.forEach((event, index) => {
    const { position, hash, data, ...entry } = event;
    const end = ends.get(event.stream);
    const fault = (what: string): void => void faults.push(`position ${position} (${event.type}): ${what}`);
    if (position !== index + 1) fault(`stands at place ${index + 1}`);
    if (event.revision !== (end?.revision ?? -1) + 1)
      fault(`revision ${event.revision} after ${end?.revision ?? 'none'}`);
    if (event.prev !== (end?.hash ?? null)) fault('does not follow the entry before it');
    if (sha256(canonical(entry)) !== hash) fault('the entry has another hash');
    if (sha256(canonical(data)) !== event.dataHash) fault('the data have another hash');
    if (ids.has(event.eventId)) fault(`the id ${event.eventId} stands twice`);
    ids.add(event.eventId);
    ends.set(event.stream, { revision: event.revision, hash });
  });
  return faults;
};
