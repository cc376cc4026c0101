import type { SqlPool } from '@jiangong/database';
import { readCheckpoints } from './checkpoints.ts';
import type { PageReader } from './page-reader.ts';
import { parkedStreams, type ParkingReason } from './parking.ts';

/** How far a reader has come, as this process believes. */
export type GroupReader = {
  readonly reader: PageReader;
  /** Everything up to here is applied or parked. */
  position: number;
  /** What the database has of it. */
  kept: number;
  parked: Set<string>;
  /** Events of the page in hand that are given up, by place. */
  readonly poison: Map<string, ParkingReason>;
};

/** The database has crashed and lost the last commits that were not flushed: what was taken since is taken again. */
export class CommitsLostError extends Error {
  override readonly name = 'CommitsLostError';
}

/** Believes the database again. Throws `CommitsLostError` when it has less than it had said. */
export const reloadCheckpoints = async (pool: SqlPool, members: readonly GroupReader[]): Promise<void> => {
  const kept = await readCheckpoints(
    pool,
    members.map(({ reader }) => reader),
  );
  let lost = false;
  for (const member of members) {
    const position = kept.get(member.reader.name);
    if (position === undefined) throw new Error(`the checkpoint of ${member.reader.name} is gone`);
    const parked = await parkedStreams(pool, member.reader.name);
    if (position < member.kept) lost = true;
    member.position = position < member.kept ? position : Math.max(member.position, position);
    member.kept = position;
    member.parked = parked;
  }
  if (lost) throw new CommitsLostError('the database has lost commits: their events are taken again');
};

/** A page that was read before lost commits were found begins beyond what is to be taken again: it would skip it. */
export const checkJoined = (members: readonly GroupReader[], after: number): void => {
  if (members.some(({ position }) => position < after))
    throw new CommitsLostError('a page was read before commits were found lost: it is read again');
};

/** One cheap question; everything is believed anew only when something is missing. */
export const verifyKept = async (pool: SqlPool, members: readonly GroupReader[]): Promise<void> => {
  if (members.length === 0) return;
  const kept = await readCheckpoints(
    pool,
    members.map(({ reader }) => reader),
  );
  if (members.some((member) => (kept.get(member.reader.name) ?? 0) < member.kept))
    await reloadCheckpoints(pool, members);
};
