import type { ParkedEvent } from '../readers.ts';
import type { SqlClient } from '@jiangong/database';
import type { PlacedEvent } from './page-reader.ts';
import { parkingSql } from './engine-sql.ts';

/** The error class of an event that only waits behind an earlier one of its stream. */
export const BEHIND_PARKED = 'BEHIND_PARKED';

export type ParkingReason = Readonly<{ errorClass: string; tries: number }>;

export const placeOf = (position: number, ordinal: number): string => `${position}/${ordinal}`;

export const parkEvent = async (
  client: SqlClient,
  reader: string,
  placed: PlacedEvent,
  reason: ParkingReason,
): Promise<void> => {
  const { event, ordinal } = placed;
  await client.query(parkingSql.park, [
    reader,
    event.position,
    ordinal,
    event.stream,
    event.eventId,
    event.type,
    reason.errorClass,
    reason.tries,
  ]);
};

/** The streams of which a reader has parked events. */
export const parkedStreams = async (client: SqlClient, reader: string): Promise<Set<string>> => {
  const { rows } = await client.query<{ stream: string }>(parkingSql.streams, [reader]);
  return new Set(rows.map(({ stream }) => stream));
};

type ParkedRow = {
  reader: string;
  stream: string;
  position: string | number;
  ordinal: number;
  event_id: string;
  type: string;
  error_class: string;
  tries: number;
};

/** What waits, oldest first; of one reader and stream if given. */
export const listParked = async (
  client: SqlClient,
  of?: { reader: string; stream: string },
): Promise<readonly ParkedEvent[]> => {
  const { rows } = await client.query<ParkedRow>(parkingSql.list, [of?.reader ?? null, of?.stream ?? null]);
  return rows.map((row) => ({
    reader: row.reader,
    stream: row.stream,
    position: Number(row.position),
    ordinal: row.ordinal,
    eventId: row.event_id,
    type: row.type,
    errorClass: row.error_class,
    tries: row.tries,
  }));
};

/** The places that a reader has not applied: parked or skipped. A rebuild for comparison leaves out the same. */
export const unappliedPlaces = async (client: SqlClient, reader: string): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ position: string | number; ordinal: number }>(
    'select position, ordinal from parked_event where reader = $1',
    [reader],
  );
  return new Set(rows.map(({ position, ordinal }) => placeOf(Number(position), ordinal)));
};

export const forgetParked = async (client: SqlClient, event: ParkedEvent): Promise<void> => {
  await client.query(parkingSql.forget, [event.reader, event.position, event.ordinal]);
};

export const countTry = async (client: SqlClient, event: ParkedEvent, errorClass: string): Promise<void> => {
  await client.query(parkingSql.countTry, [event.reader, event.position, event.ordinal, errorClass]);
};

export const markSkipped = async (client: SqlClient, event: ParkedEvent, why: string): Promise<void> => {
  await client.query('update parked_event set skipped_why = $4 where reader = $1 and position = $2 and ordinal = $3', [
    event.reader,
    event.position,
    event.ordinal,
    why,
  ]);
};
