import { crashpoint } from '@jiangong/crashpoints';
import type { SqlPool, SqlTransaction } from '@jiangong/database';
import {
  checkJoined,
  CommitsLostError,
  type GroupReader,
  reloadCheckpoints,
  verifyKept,
} from './believed-checkpoints.ts';
import { installReaders, moveCheckpoints } from './checkpoints.ts';
import {
  type Backoff,
  errorClassOf,
  isOutage,
  OUTAGE_BACKOFF_MS,
  OUTAGE_BACKOFF_MS_MAX,
  POISON_BACKOFF_MS,
  POISON_TRIES_MAX,
} from './failures.ts';
import { ApplyError, type GatheredWrites, gatherWrites } from './gathered-writes.ts';
import type { EventPage, PageReader, PlacedEvent } from './page-reader.ts';
import { BEHIND_PARKED, parkedStreams, parkEvent, placeOf } from './parking.ts';

export type ReaderLog = Readonly<{
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}>;

/** Checkpoints that moved without rows are kept at most so much later: then only empty pages are read again after a crash. */
export const IDLE_KEEP_MS = 5_000;

/** Somebody else moved a checkpoint (a second process, an operator): the page is filtered anew. */
class CheckpointMovedError extends Error {}

export type ReaderGroup = Readonly<{
  readers: readonly GroupReader[];
  /** Those whose tables are an earlier version's: to be built anew (`rebuildBeside`) before anything is taken. */
  outdated: readonly GroupReader[];
  /**
   * Applies a page to every reader that has not taken it yet, in one transaction, and moves the checkpoints. `after`: from where the page
   * was read. Throws `CommitsLostError`, and takes nothing, when a reader has been put back to before it while the page was on its way.
   */
  take(page: EventPage, after: number): Promise<void>;
  /** Keeps the checkpoints that moved without rows. */
  keep(): Promise<void>;
  /** Runs alone: no page is taken meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** The position that all of them have passed; Infinity when there are none. */
  passed(): number;
  /** Holds what is believed here against what the database has: after a crash of the database it may have less. */
  verify(): Promise<void>;
  /** Aborts when commits were found lost: whoever feeds the group begins again from `passed`. A new one afterwards. */
  losing(): AbortSignal;
}>;

type GroupParts = Readonly<{
  pool: SqlPool;
  readers: readonly PageReader[];
  log: ReaderLog;
  backoff: Backoff;
  signal: AbortSignal;
}>;

const wantedFrom = (member: GroupReader, page: EventPage): readonly PlacedEvent[] =>
  page.events.filter(({ event }) => event.position > member.position && member.reader.wants(event));

const applyEvents = async (
  client: SqlTransaction,
  writes: GatheredWrites,
  member: GroupReader,
  events: readonly PlacedEvent[],
): Promise<void> => {
  const waiting = new Set(member.parked);
  for (const placed of events) {
    const { event, ordinal } = placed;
    const reason = member.poison.get(placeOf(event.position, ordinal));
    if (reason || waiting.has(event.stream)) {
      await parkEvent(client, member.reader.name, placed, reason ?? { errorClass: BEHIND_PARKED, tries: 0 });
      waiting.add(event.stream);
      continue;
    }
    try {
      await member.reader.apply(writes.of(placed), event, ordinal);
    } catch (error) {
      // The change of an earlier event may have failed when this one asked a question.
      throw error instanceof ApplyError ? error : new ApplyError(placed, error);
    }
    await writes.sendMany();
  }
};

const keptOf = ({ reader, kept }: GroupReader) => ({ reader: reader.name, version: reader.version, position: kept });

/** One transaction: the checkpoints of all members, which also locks them, and their rows. */
const applyTogether = async (pool: SqlPool, members: readonly GroupReader[], page: EventPage): Promise<void> => {
  await pool.transaction(async (client) => {
    if (!(await moveCheckpoints(client, members.map(keptOf), page.through))) throw new CheckpointMovedError();
    const writes = gatherWrites(client);
    for (const member of members) await applyEvents(client, writes, member, wantedFrom(member, page));
    await writes.send();
    for (const { reader } of members) await reader.moved?.(client, page.through);
    crashpoint('before-page-commit');
  });
  crashpoint('after-page-commit');
};

const settled = async (pool: SqlPool, members: readonly GroupReader[], page: EventPage): Promise<void> => {
  for (const member of members) {
    member.position = Math.max(member.position, page.through);
    member.kept = member.position;
    if (member.poison.size > 0) member.parked = await parkedStreams(pool, member.reader.name);
    member.poison.clear();
  }
};

/** Counts the tries of the failing event and gives it up after the last. Answers the tries so far. */
const countFailure = (
  parts: GroupParts,
  member: GroupReader,
  failure: ApplyError,
  tries: Map<string, number>,
): number => {
  const { event, ordinal } = failure.placed;
  const place = placeOf(event.position, ordinal);
  const count = (tries.get(place) ?? 0) + 1;
  tries.set(place, count);
  if (count < POISON_TRIES_MAX) return count;
  const errorClass = errorClassOf(failure.cause);
  member.poison.set(place, { errorClass, tries: count });
  parts.log.error(
    {
      reader: member.reader.name,
      stream: event.stream,
      position: event.position,
      eventId: event.eventId,
      type: event.type,
      errorClass,
    },
    'parked a stream: its event can not be applied',
  );
  return count;
};

/** One member after a failure of the group: tries again, parks what is poison, waits out an outage. */
const applyAlone = async (parts: GroupParts, member: GroupReader, page: EventPage): Promise<void> => {
  const tries = new Map<string, number>();
  for (let outages = 0; member.position < page.through && !parts.signal.aborted;) {
    try {
      await applyTogether(parts.pool, [member], page);
      return await settled(parts.pool, [member], page);
    } catch (error) {
      const cause = error instanceof ApplyError ? error.cause : error;
      if (error instanceof CheckpointMovedError) await reloadCheckpoints(parts.pool, [member]);
      else if (error instanceof ApplyError && !isOutage(cause))
        await parts.backoff.wait(countFailure(parts, member, error, tries), POISON_BACKOFF_MS, OUTAGE_BACKOFF_MS_MAX);
      else {
        outages += 1;
        parts.log.warn(
          { reader: member.reader.name, errorClass: errorClassOf(cause), outages },
          'a reader waits for the database',
        );
        await parts.backoff.wait(outages, OUTAGE_BACKOFF_MS, OUTAGE_BACKOFF_MS_MAX);
      }
    }
  }
};

const takePage = async (
  parts: GroupParts,
  members: readonly GroupReader[],
  page: EventPage,
  after: number,
): Promise<void> => {
  checkJoined(members, after);
  const behind = members.filter(({ position }) => position < page.through);
  const busy = behind.filter((member) => wantedFrom(member, page).length > 0);
  if (busy.length > 0) {
    try {
      await applyTogether(parts.pool, busy, page);
      await settled(parts.pool, busy, page);
    } catch (error) {
      if (!(error instanceof CheckpointMovedError))
        parts.log.warn(
          { errorClass: errorClassOf(error instanceof ApplyError ? error.cause : error) },
          'a page is taken again, reader by reader',
        );
      for (const member of busy) await applyAlone(parts, member, page);
    }
  }
  if (parts.signal.aborted) return;
  for (const member of behind) if (!busy.includes(member)) member.position = page.through;
};

/** All of them or none: a checkpoint that moved without its reader being told would never be told again. */
const keepTogether = async (pool: SqlPool, members: readonly GroupReader[], position: number): Promise<void> =>
  pool.transaction(async (client) => {
    if (!(await moveCheckpoints(client, members.map(keptOf), position))) throw new CheckpointMovedError();
    for (const { reader } of members) await reader.moved?.(client, position);
  });

const keepIdle = async (pool: SqlPool, members: readonly GroupReader[]): Promise<void> => {
  const moved = members.filter(({ position, kept }) => position > kept);
  for (const position of new Set(moved.map((member) => member.position))) {
    const together = moved.filter((member) => member.position === position);
    try {
      await keepTogether(pool, together, position);
      for (const member of together) member.kept = position;
    } catch (error) {
      if (!(error instanceof CheckpointMovedError)) throw error;
      await reloadCheckpoints(pool, together);
    }
  }
};

/** Readers that take the same pages in step: together in one transaction as long as all goes well. */
export const openReaderGroup = async (parts: GroupParts): Promise<ReaderGroup> => {
  const positions = await installReaders(parts.pool, parts.readers);
  const members: GroupReader[] = [];
  const old = new Set<string>();
  for (const reader of parts.readers) {
    const { position, outdated } = positions.get(reader.name) ?? { position: 0, outdated: false };
    if (outdated) old.add(reader.name);
    members.push({
      reader,
      position,
      kept: position,
      parked: await parkedStreams(parts.pool, reader.name),
      poison: new Map(),
    });
  }
  let losing = new AbortController();
  const untilLost = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (error instanceof CommitsLostError) {
        parts.log.warn({ readers: members.map(({ reader }) => reader.name) }, error.message);
        losing.abort();
        losing = new AbortController();
      }
      throw error;
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    // The next in line goes on whatever became of this one; its caller has the error.
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    readers: members,
    outdated: members.filter(({ reader }) => old.has(reader.name)),
    take: (page, after) => alone(() => untilLost(takePage(parts, members, page, after))),
    keep: () => alone(() => untilLost(keepIdle(parts.pool, members))),
    verify: () => alone(() => untilLost(verifyKept(parts.pool, members))),
    losing: () => losing.signal,
    alone,
    passed: () => members.reduce((least, { position }) => Math.min(least, position), Number.POSITIVE_INFINITY),
  };
};
