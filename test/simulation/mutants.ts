import type { EventStore } from '@jiangong/event-store';
import type { Broker } from '@jiangong/messaging/broker';
import type { Mutant } from './mutant.ts';
import { engineStatements } from './server/engine-statements.ts';
import { inboxStatements } from './server/inbox-statements.ts';
import type { MemoryDatabase, Row } from './server/memory-database.ts';
import { messagingStatements } from './server/messaging-statements.ts';
import type { Statement, Statements } from './server/statements.ts';

const named = (statements: Statements, beginning: string): readonly [string, Statement] => {
  const found = Object.entries(statements).find(([text]) => text.trim().startsWith(beginning));
  if (!found) throw new Error(`no statement begins with ${beginning}`);
  return found;
};

/** Runs the statement in a transaction of its own that is committed at once, whatever becomes of the one it belongs to. */
const apart =
  (database: MemoryDatabase, statement: Statement): Statement =>
  async ({ transaction, table }, values) => {
    const written = new Map<string, Map<string, Row | undefined>>();
    const aside = {
      get: (name: string, key: string) =>
        written.get(name)?.has(key) ? written.get(name)?.get(key) : transaction.get(name, key),
      lock: (name: string, key: string) => transaction.lock(name, key),
      put: async (name: string, key: string, row: Row | undefined) => {
        await transaction.lock(name, key);
        written.set(name, (written.get(name) ?? new Map<string, Row | undefined>()).set(key, row));
      },
    };
    const rows = await statement(
      { transaction: Object.assign(Object.create(transaction) as typeof transaction, aside), table },
      values,
    );
    database.commit(written, true, []);
    return rows;
  };

const MOVE = 'update reader_checkpoint';

/** An acknowledgement before the broker has anything: what a relay does that keeps its checkpoint first. */
const acknowledgedAtOnce = (broker: Broker): Broker => ({
  prepare: (topic) => broker.prepare(topic),
  consume: (options) => broker.consume(options),
  close: () => broker.close(),
  send: async (topic, records) => {
    // Whatever becomes of it: that is the mistake.
    void broker.send(topic, records).catch(() => undefined);
    return new Map(records.map(({ partition }) => [partition, 0]));
  },
});

/** The log's events without their request ids, as a handler sees them that does not look for them. */
const forgetful = (store: EventStore): EventStore => ({
  ...store,
  readStream: async (stream, range) =>
    (await store.readStream(stream, range)).map((event) => ({ ...event, entry: { ...event.entry, requestId: null } })),
});

/** Takes every append for done that it hears nothing of. */
const hopeful = (store: EventStore): EventStore => ({
  ...store,
  append: (batch) =>
    store.append(batch).catch(() => {
      const revision = (batch.expected === 'no-stream' ? -1 : batch.expected.revision) + batch.events.length;
      return { kind: 'appended', revision, firstPosition: 1, lastPosition: batch.events.length };
    }),
});

export const MUTANTS: readonly Mutant[] = [
  { name: 'a handler that does not look for the request id', caughtBy: ['I1', 'I2', 'I3'], store: forgetful },
  { name: 'a handler that takes an append without an answer for done', caughtBy: ['I1'], store: hopeful },
  {
    name: 'a reader that keeps its checkpoint before its rows',
    caughtBy: ['I5', 'I7'],
    statements: (database) => {
      const [text, statement] = named(engineStatements, MOVE);
      return { [text]: apart(database, statement) };
    },
  },
  {
    name: 'a reader that moves a checkpoint wherever it stands',
    caughtBy: ['I5', 'I7'],
    statements: () => {
      const [text] = named(engineStatements, MOVE);
      const moved: Statement = async ({ transaction, table }, [readers, , to]) => {
        for (const reader of readers as readonly string[]) {
          await transaction.lock(table('reader_checkpoint'), reader);
          const row = transaction.get(table('reader_checkpoint'), reader);
          await transaction.put(table('reader_checkpoint'), reader, {
            ...row,
            position: Math.max(Number(to), Number(row?.['position'] ?? 0)),
          });
        }
        transaction.durable = false;
        return (readers as readonly string[]).map(() => ({}));
      };
      return { [text]: moved };
    },
  },
  {
    name: 'a translator that is believed before its rows are flushed',
    caughtBy: ['I5', 'I7', 'I1'],
    troubles: { databaseKills: 5 },
    statements: () => {
      const [text, statement] = named(messagingStatements, 'with told as');
      return {
        [text]: async (on, values) => {
          const rows = await statement(on, values);
          on.transaction.durable = false;
          return rows;
        },
      };
    },
  },
  {
    name: 'an inbox that keeps its progress before its facts',
    caughtBy: ['I5', 'I9'],
    statements: (database) => {
      const [text, statement] = named(inboxStatements, 'update inbox_partition');
      return { [text]: apart(database, statement) };
    },
  },
  {
    name: 'a relay that keeps its checkpoint before the acknowledgement',
    caughtBy: ['I6', 'I9'],
    broker: acknowledgedAtOnce,
  },
];
