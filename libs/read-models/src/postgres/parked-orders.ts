import type { ParkedEvent } from '../readers.ts';
import type { SqlPool } from '@jiangong/database';
import { errorClassOf, isOutage } from './failures.ts';
import { ApplyError, gatherWrites } from './gathered-writes.ts';
import type { PlacedEvent } from './page-reader.ts';
import { countTry, forgetParked, listParked, markSkipped, parkedStreams } from './parking.ts';
import type { GroupReader } from './believed-checkpoints.ts';
import type { ReaderGroup } from './reader-group.ts';

export type ParkedOutcome = Readonly<{ done: number; left: number }>;

/** Reads a parked event again from where it came. */
export type FetchParked = (event: ParkedEvent) => Promise<PlacedEvent>;

const applyOne = async (
  pool: SqlPool,
  member: GroupReader,
  parked: ParkedEvent,
  fetch: FetchParked,
): Promise<boolean> => {
  const placed = await fetch(parked);
  try {
    await pool.transaction(async (client) => {
      const writes = gatherWrites(client);
      await member.reader.apply(writes.of(placed), placed.event, placed.ordinal);
      await writes.send();
      await forgetParked(client, parked);
    });
    return true;
  } catch (failure) {
    const error = failure instanceof ApplyError ? failure.cause : failure;
    if (isOutage(error)) throw error;
    await countTry(pool, parked, errorClassOf(error));
    return false;
  }
};

const applyInOrder = async (
  pool: SqlPool,
  member: GroupReader,
  stream: string,
  fetch: FetchParked,
): Promise<ParkedOutcome> => {
  const waiting = await listParked(pool, { reader: member.reader.name, stream });
  let done = 0;
  for (const parked of waiting) {
    if (!(await applyOne(pool, member, parked, fetch))) break;
    done += 1;
  }
  member.parked = await parkedStreams(pool, member.reader.name);
  return { done, left: waiting.length - done };
};

const memberNamed = (group: ReaderGroup, reader: string): GroupReader => {
  const member = group.readers.find((candidate) => candidate.reader.name === reader);
  if (!member) throw new Error(`no reader is called ${reader}`);
  return member;
};

/** Tries a stream's parked events again, in order, until one fails. */
export const retryParked = (
  pool: SqlPool,
  group: ReaderGroup,
  of: { reader: string; stream: string },
  fetch: FetchParked,
): Promise<ParkedOutcome> => group.alone(() => applyInOrder(pool, memberNamed(group, of.reader), of.stream, fetch));

/** Gives up the first parked event of a stream, with the reason, and tries those behind it. */
export const skipParked = (
  pool: SqlPool,
  group: ReaderGroup,
  of: { reader: string; stream: string; why: string; position: number | undefined },
  fetch: FetchParked,
): Promise<ParkedOutcome> =>
  group.alone(async () => {
    const member = memberNamed(group, of.reader);
    const first = (await listParked(pool, of))[0];
    if (first && (of.position === undefined || of.position === first.position)) await markSkipped(pool, first, of.why);
    return applyInOrder(pool, member, of.stream, fetch);
  });
