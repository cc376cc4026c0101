import type { Listener } from '@jiangong/database';
import type { AppendOutcome, EventStore, StreamAppend } from '@jiangong/event-store';
import type { MemoryEventStore } from '@jiangong/event-store/memory';
import { AppendBatcher, followLog, LOG_CHANNEL, WRITER_CONNECTIONS_MAX } from '@jiangong/event-store/postgres';
import type { World } from '../kernel/world.ts';
import { type MemoryDatabase, sqlError } from './memory-database.ts';
import { DATABASE } from './sessions.ts';

/** The log at the server, and when it takes nothing. */
export type LogServer = Readonly<{ log: MemoryEventStore; database: MemoryDatabase; diskFull: () => boolean }>;

/** One call of the append function: durable before anybody hears of it, and everything committed before it with it. */
const appendAll = async (
  { log, database, diskFull }: LogServer,
  appends: readonly StreamAppend[],
): Promise<readonly AppendOutcome[]> => {
  if (!database.up) throw sqlError('ECONNREFUSED', 'connect ECONNREFUSED');
  if (diskFull()) throw sqlError('53100', 'could not extend file: No space left on device');
  const outcomes: AppendOutcome[] = [];
  for (const append of appends) outcomes.push(await log.append(append));
  database.flush();
  database.commit(new Map(), true, [[LOG_CHANNEL, '']]);
  return outcomes;
};

/**
 * The log as one life reaches it: batcher and follower are the product's own, over a connection that the world troubles. In
 * place of SQL stands the memory store, which passes the same contract as PostgreSQL.
 */
export const simulatedStore = (world: World, server: LogServer, listener: Listener): EventStore => {
  const { log, database } = server;
  const grown = new EventTarget();
  const read = <T>(label: string, effect: () => Promise<T>): Promise<T> =>
    world.call(DATABASE, label, () => {
      if (!database.up) throw sqlError('ECONNREFUSED', 'connect ECONNREFUSED');
      return effect();
    });
  const batcher = new AppendBatcher(async (appends) => {
    const outcomes = await world.call(
      DATABASE,
      `append ${appends.map(({ stream }) => stream.slice(0, 40)).join(' ')}`,
      () => appendAll(server, appends),
    );
    grown.dispatchEvent(new Event('grown'));
    return outcomes;
  }, WRITER_CONNECTIONS_MAX);
  const readLog: EventStore['readLog'] = (range) => read(`read log after ${range.after}`, () => log.readLog(range));
  return {
    append: (batch) => batcher.append(batch),
    readStream: (stream, range) => read(`read ${stream.slice(0, 40)}`, () => log.readStream(stream, range)),
    readLog,
    head: () => read('head', () => log.head()),
    follow: (options) =>
      followLog(
        {
          readLog,
          listener,
          grown,
          random: world.dice.random,
          onTrouble: () => world.note('the follower is in trouble'),
        },
        options,
      ),
  };
};
