import type { Listener, SqlPool, SqlTransaction } from '@jiangong/database';
import { inOrder } from './in-order.ts';
import type { MemoryDatabase, Transaction } from './memory-database.ts';
import type { StatementBook } from './statements.ts';

/** The memory database without a network: every call happens at once. */
export const plainPool = (database: MemoryDatabase, book: StatementBook, schema: string): SqlPool => {
  const client = (transaction: Transaction): SqlTransaction => {
    const query = async (text: string, values: readonly unknown[] = []) => {
      transaction.check();
      const rows = await book(text)({ transaction, table: (name) => `${schema}.${name}` }, values);
      return { rows, rowCount: rows.length };
    };
    return { query, send: inOrder(query) } as unknown as SqlTransaction;
  };
  const transaction = async <T>(work: (inside: SqlTransaction) => Promise<T>): Promise<T> => {
    const open = database.begin();
    try {
      const result = await work(client(open));
      open.commit();
      return result;
    } catch (error) {
      open.rollback();
      throw error;
    }
  };
  return { query: (text, values) => transaction((inside) => inside.query(text, values)), transaction };
};

/** Notifications of the memory database, at once. */
export const plainListener = (database: MemoryDatabase): Listener => ({
  listen: async (channel, onPayload) => {
    const stop = database.onNotify((told, payload) => {
      if (told === channel) onPayload(payload);
    });
    return async () => stop();
  },
  close: async () => undefined,
});
