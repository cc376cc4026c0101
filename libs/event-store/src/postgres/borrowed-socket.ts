import type { Socket } from 'node:net';
import type { ReplayedEvent } from './replayed-event.ts';
import type { RowDecoder } from './row-decoder.ts';

/** The parts of pg's connection that a query of one's own needs; pg's types leave them out. */
export type PgConnection = Readonly<{
  stream: Socket;
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  query: (text: string) => void;
  parse: (statement: { name: string; text: string; types?: number[] }) => void;
  bind: (bound: { portal: string; statement: string; values: unknown[]; binary: boolean; valueMapper: (value: unknown) => unknown }) => void;
  execute: (run: { portal: string }) => void;
  sync: () => void;
}>;
type OnData = (piece: Buffer) => void;

/**
 * Reads the socket instead of pg while rows come (pg's own parser makes a string of each binary field and an object of each
 * message), then gives it back with everything that follows the rows, errors included. What can not be decoded ends the
 * connection.
 */
export const borrowSocket = ({ stream }: PgConnection, decoder: RowDecoder, onRows: (rows: readonly ReplayedEvent[]) => void): void => {
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
