import { type SqlStatement, StatementFailed, type SqlTransaction } from '@jiangong/database';
import type { ProjectedRows } from '../projection.ts';
import { type PlacedEvent, rowsOf } from './page-reader.ts';

/** Statements that wait to go together; with this many they go. */
export const WRITES_TOGETHER_MAX = 256;

/** What failed inside a transaction, and at which event. */
export class ApplyError extends Error {
  readonly placed: PlacedEvent;
  constructor(placed: PlacedEvent, cause: unknown) {
    super('an event could not be applied', { cause });
    this.placed = placed;
  }
}

/** The changes of a transaction's events, which go to the database together. */
export type GatheredWrites = Readonly<{
  /** The rows as one event's projection sees them. */
  of(placed: PlacedEvent): ProjectedRows;
  /** Sends when many wait already. */
  sendMany(): Promise<void>;
  /** Sends what waits. Throws `ApplyError` with the event whose change failed. */
  send(): Promise<void>;
}>;

type Waiting = Readonly<{ placed: PlacedEvent; statement: SqlStatement }>;

export const gatherWrites = (client: SqlTransaction): GatheredWrites => {
  let waiting: Waiting[] = [];
  const rows = rowsOf(client);
  const send = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const sent = waiting;
    waiting = [];
    try {
      await client.send(sent.map(({ statement }) => statement));
    } catch (error) {
      const failed = error instanceof StatementFailed ? sent[error.index] : undefined;
      if (failed) throw new ApplyError(failed.placed, (error as StatementFailed).cause);
      throw error;
    }
  };
  return {
    of: (placed) => ({
      query: async (sql, values) => {
        await send();
        return rows.query(sql, values);
      },
      write: (text, values) => void waiting.push({ placed, statement: { text, values } }),
    }),
    sendMany: async () => {
      if (waiting.length >= WRITES_TOGETHER_MAX) await send();
    },
    send,
  };
};
