import type { Listener, SqlClient } from '@jiangong/database';
import type { RelayedFact } from '../broker/fact-records.ts';
import { TRANSLATED_CHANNEL } from '../log/messaging-migrations.ts';
import { NewerRelayError, type PartitionTail, type RelayState, type RelayStore } from './relay-store.ts';
import { relaySql } from './relay-sql.ts';

type StateRow = {
  epoch: number;
  generation: number;
  position: number;
  ordinal: number;
  watermark: number;
  tails: string;
};

const stateOf = (row: StateRow): RelayState => ({
  epoch: Number(row.epoch),
  generation: row.generation,
  place: { position: Number(row.position), ordinal: row.ordinal },
  watermark: Number(row.watermark),
  tails: JSON.parse(row.tails) as readonly PartitionTail[],
});

type PendingRow = {
  translated: number;
  position: number | null;
  ordinal: number;
  context: string;
  stream: string;
  revision: number;
  event_id: string;
  type: string;
  data: string;
  occurred_at: string;
  correlation_id: string;
  traceparent: string | null;
};

const factOf = (row: PendingRow): RelayedFact => ({
  position: Number(row.position),
  ordinal: row.ordinal,
  context: row.context,
  stream: row.stream,
  revision: Number(row.revision),
  eventId: row.event_id,
  type: row.type,
  data: row.data,
  occurredAt: row.occurred_at,
  correlationId: row.correlation_id,
  traceparent: row.traceparent,
});

/** PostgreSQL's clock alone measures the lease: services may disagree about the time. */
export const postgresRelayStore = (
  context: string,
  { sql, listener }: Readonly<{ sql: SqlClient; listener: Listener }>,
): RelayStore => ({
  claim: async ({ generation, holder, leaseMs }) => {
    const { rows } = await sql.query<StateRow>(relaySql.claim, [context, generation, holder, leaseMs]);
    if (rows[0]) return stateOf(rows[0]);
    const told = await sql.query<{ generation: number }>(relaySql.generation, [context]);
    if ((told.rows[0]?.generation ?? 0) > generation)
      throw new NewerRelayError(
        `${context} has been told in version ${told.rows[0]?.generation}, this program has version ${generation}`,
      );
    return undefined;
  },
  pending: async (after, limitMax) => {
    const ordinal = Math.min(after.ordinal, 2_147_483_647);
    const { rows } = await sql.query<PendingRow>(relaySql.pending, [context, after.position, ordinal, limitMax]);
    return {
      translated: Number(rows[0]?.translated ?? 0),
      facts: rows.filter(({ position }) => position !== null).map(factOf),
    };
  },
  keep: async ({ epoch, place, watermark, tails }, leaseMs) => {
    const values = [context, epoch, place.position, place.ordinal, watermark, JSON.stringify(tails), leaseMs];
    return (await sql.query(relaySql.keep, values)).rows.length > 0;
  },
  release: async (epoch) => {
    await sql.query(relaySql.release, [context, epoch]);
  },
  onTranslated: (wake) =>
    listener.listen(TRANSLATED_CHANNEL, (payload) => {
      if (payload === '' || payload.startsWith(`${context} `)) wake();
    }),
});
