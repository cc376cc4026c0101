import type { Database } from '@jiangong/database';
import type { Alone } from '../ground.ts';
import { oneByOne } from '../one-by-one.ts';
import { refused } from '../refusals.ts';

/** Work waits at most this long for another replica to finish its own; then it is refused, and nothing has happened. */
export const ALONE_WAIT_MS_MAX = 10_000;

/** PostgreSQL's lock_not_available. */
const LOCK_TIMEOUT = '55P03';

/**
 * Does one piece of work of this name after the other, in all replicas of a service together: first in a queue of this process, so that
 * at most one connection waits, then under an advisory lock. The work uses other connections; the lock ends with this transaction, also
 * when the process is killed. Refuses TOO_MUCH_CONTENTION after `ALONE_WAIT_MS_MAX`.
 */
export const oneAtATime = (database: Database, name: string): Alone => {
  const alone = oneByOne();
  const lock = `select pg_advisory_xact_lock(hashtextextended('alone: ' || $1, 0))`;
  return (work) =>
    alone(() =>
      database.transaction(async (client) => {
        await client.query(`select set_config('lock_timeout', $1, true)`, [String(ALONE_WAIT_MS_MAX)]);
        await client.query(lock, [name]).catch((error: unknown) => {
          throw error instanceof Error && 'code' in error && error.code === LOCK_TIMEOUT
            ? refused({ reason: 'TOO_MUCH_CONTENTION' })
            : error;
        });
        return work();
      }),
    );
};
