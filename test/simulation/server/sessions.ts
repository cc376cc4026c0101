import type { Listener, SqlPool, SqlStatement, SqlTransaction } from '@jiangong/database';
import type { World } from '../kernel/world.ts';
import { inOrder } from './in-order.ts';
import type { MemoryDatabase, Transaction } from './memory-database.ts';
import type { StatementBook } from './statements.ts';

/** The link between the services and the database, by which the troublemaker knows it. */
export const DATABASE = 'database';

/** A killed process's connections are closed by its kernel; the server hears of it a moment later. */
const HANG_UP_MS_MAX = 20;

/** A lost listening connection comes back after so long at most. */
const LISTEN_AGAIN_MS_MAX = 400;

type Parts = Readonly<{ world: World; database: MemoryDatabase; book: StatementBook; schema: string }>;
type Answer = { rows: never[]; rowCount: number };

const shortened = new Map<string, string>();

/** A statement's beginning, for the trace. */
const short = (text: string): string => {
  const known = shortened.get(text) ?? text.replaceAll(/\s+/g, ' ').trim().slice(0, 48);
  shortened.set(text, known);
  return known;
};

/** Neither side may change what the other holds: parameters are texts, numbers and lists of them. */
const copied = (values: readonly unknown[]): readonly unknown[] =>
  values.map((value) => (Array.isArray(value) ? [...(value as readonly unknown[])] : value));

const perform = async (
  { book, schema }: Parts,
  transaction: Transaction,
  text: string,
  values: readonly unknown[],
): Promise<Answer> => {
  transaction.check();
  const rows = await book(text)({ transaction, table: (name) => `${schema}.${name}` }, copied(values));
  return { rows: rows.map((row) => ({ ...row })) as never[], rowCount: rows.length };
};

/** Ends the transaction at the server when the life ends that holds it. */
const tiedTo = (world: World, transaction: Transaction): (() => void) => {
  const { owner } = world;
  if (!owner) return () => undefined;
  const hangUp = (): void =>
    void world.after(world.dice.random() * HANG_UP_MS_MAX, 'hang up', null, () => transaction.rollback());
  owner.onDeath.add(hangUp);
  return () => void owner.onDeath.delete(hangUp);
};

/** BEGIN, work, COMMIT over one connection, as `createPool` of libs/database does it. */
const inTransaction = async <T>(parts: Parts, work: (client: SqlTransaction) => Promise<T>): Promise<T> => {
  const { world, database, schema } = parts;
  const send = <A>(label: string, effect: () => A | Promise<A>): Promise<A> =>
    world.call(DATABASE, `${schema}: ${label}`, effect);
  let transaction: Transaction | undefined;
  let untie = (): void => undefined;
  try {
    await send('begin', () => {
      transaction = database.begin();
    });
    const open = transaction as unknown as Transaction;
    untie = tiedTo(world, open);
    const together = inOrder((text, values) => perform(parts, open, text, values));
    const client = {
      query: (text: string, values: unknown[] = []) => send(short(text), () => perform(parts, open, text, values)),
      send: (statements: readonly SqlStatement[]) =>
        send(`${statements.length} together: ${short(statements[0]?.text ?? '')}`, () => together(statements)),
    };
    const result = await work(client as unknown as SqlTransaction);
    await send('commit', () => open.commit());
    return result;
  } catch (error) {
    // Broken or not: the server ends a transaction whose connection is gone, and this client gives the connection up.
    world.after(world.dice.random() * HANG_UP_MS_MAX, `${schema}: rollback`, null, () => transaction?.rollback());
    throw error;
  } finally {
    untie();
  }
};

/** The pool of the life whose code runs now, on a schema of its own. */
export const simulatedPool = (parts: Parts): SqlPool => {
  const { world, database, schema } = parts;
  const query = (text: string, values: unknown[] = []): Promise<Answer> =>
    world.call(DATABASE, `${schema}: ${short(text)}`, async () => {
      const transaction = database.begin();
      try {
        const answer = await perform(parts, transaction, text, values);
        transaction.commit();
        return answer;
      } catch (error) {
        transaction.rollback();
        throw error;
      }
    });
  return { query: query as unknown as SqlPool['query'], transaction: (work) => inTransaction(parts, work) };
};

/** The listening connection of the life whose code runs now: late, and now and then lost until it comes back and wakes everybody. */
export const simulatedListener = ({ world, database }: Omit<Parts, 'book' | 'schema'>): Listener => {
  const { owner } = world;
  const wakes = new Map<string, Set<(payload: string) => void>>();
  let connected = true;
  const wake = (channel: string, payload: string): void => {
    for (const told of wakes.get(channel) ?? []) told(payload);
  };
  const reconnect = (): void => {
    connected = true;
    for (const channel of wakes.keys()) wake(channel, '');
  };
  const lose = (): void => {
    connected = false;
    world.after(world.dice.random() * LISTEN_AGAIN_MS_MAX, 'listens again', owner, reconnect);
  };
  const stop = database.onNotify((channel, payload) => {
    if (!connected || !wakes.has(channel)) return;
    if (world.fateOf(DATABASE) === 'done')
      world.after(world.delayOf(DATABASE), `notify ${payload}`, owner, () => wake(channel, payload));
    else lose();
  });
  owner?.onDeath.add(stop);
  return {
    listen: async (channel, onPayload) => {
      await world.call(DATABASE, `listen ${channel}`, () => {
        if (!database.up) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      });
      const heard = wakes.get(channel) ?? new Set();
      wakes.set(channel, heard.add(onPayload));
      return async () => void heard.delete(onPayload);
    },
    close: async () => stop(),
  };
};
