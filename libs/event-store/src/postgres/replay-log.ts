import pg from 'pg';
import { sessionOptions } from '@jiangong/database/postgres';
import { CopyRows } from './copy-rows.ts';
import { REPLAY_COLUMNS, type ReplayedEvent } from './replayed-event.ts';

/** A replay of a large log runs longer than any other statement; still it ends. */
const REPLAY_TIMEOUT_MS = 3_600_000;

export type ReplayOptions = Readonly<{ after?: number; through?: number }>;

const position = (value: number): number => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is no position`);
  return value;
};

/**
 * The whole log, or a part of it, as fast as the server can tell: binary COPY on a connection of its own. Everything that was
 * committed when it began, in order; breaking off ends the connection.
 */
export async function* replayLog(
  url: string,
  { after = 0, through }: ReplayOptions = {},
): AsyncIterable<readonly ReplayedEvent[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'jiangong replay',
    options: sessionOptions({ statementTimeoutMs: REPLAY_TIMEOUT_MS }),
  });
  let lost: Error | undefined;
  client.on('error', (error) => {
    lost = error;
  });
  await client.connect();
  const upTo = through === undefined ? '' : ` and position <= ${position(through)}`;
  const rows = new CopyRows(
    `copy (select ${REPLAY_COLUMNS} from log.event where position > ${position(after)}${upTo} order by position) to stdout (format binary)`,
  );
  let complete = false;
  try {
    client.query(rows);
    yield* rows.pieces();
    complete = true;
  } finally {
    if (complete) await client.end();
    else (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  }
  if (lost) throw lost;
}
