import type { PgConnection } from '@jiangong/database/postgres';
import type { ReplayedEvent } from './replayed-event.ts';
import type { RowDecoder } from './row-decoder.ts';

type OnData = (piece: Buffer) => void;

/**
 * Reads the socket instead of pg while rows come (pg's own parser makes a string of each binary field and an object of each
 * message), then gives it back with everything that follows the rows, errors included. What can not be decoded ends the
 * connection.
 */
export const borrowSocket = (
  { stream }: PgConnection,
  decoder: RowDecoder,
  onRows: (rows: readonly ReplayedEvent[]) => void,
): void => {
  const [pgReads, ...others] = stream.listeners('data') as OnData[];
  if (!pgReads || others.length > 0) throw new Error('pg reads its socket in another way than this version of it did');
  const read: OnData = (piece) => {
    try {
      const { events, rest } = decoder.decode(piece);
      if (events.length > 0) onRows(events);
      if (!rest) return;
      stream.removeListener('data', read);
      stream.on('data', pgReads);
      pgReads(rest);
    } catch (error) {
      stream.destroy(error as Error);
    }
  };
  stream.removeListener('data', pgReads);
  stream.on('data', read);
};
