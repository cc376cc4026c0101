import type { Listener, SqlClient } from '@jiangong/database';
import type { RelayedFact } from '../broker/fact-records.ts';
import { TRANSLATED_CHANNEL } from '../log/messaging-migrations.ts';
import { NewerRelayError, type PartitionTail, type RelayState, type RelayStore } from './relay-store.ts';

const CLAIM = `
  insert into messaging.relay as held (context, generation, epoch, holder, leased_until, position, ordinal, watermark, tails)
  values ($1, $2, 1, $3, clock_timestamp() + make_interval(secs => $4 / 1000.0), 0, 0, 0, '[]')
  on conflict (context) do update set
    epoch = held.epoch + 1, holder = excluded.holder, leased_until = excluded.leased_until, generation = excluded.generation,
    position = case when held.generation < excluded.generation then 0 else held.position end,
    ordinal = case when held.generation < excluded.generation then 0 else held.ordinal end,
    watermark = case when held.generation < excluded.generation then 0 else held.watermark end,
    tails = case when held.generation < excluded.generation then '[]' else held.tails end
  where held.generation <= excluded.generation and (held.leased_until < clock_timestamp() or held.holder = excluded.holder)
  returning epoch, generation, position, ordinal, watermark, tails`;

/** One statement, so one moment: between two the translator could begin anew, and a watermark would promise facts never sent. */
const PENDING = `
  select t.position as translated, f.*
    from messaging.translator t left join lateral (
      select position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent
        from messaging.public_fact
       where context = $1 and (position, ordinal) > ($2::bigint, $3::bigint) and position <= t.position
       order by position, ordinal limit $4) f on true
   where t.context = $1 order by f.position, f.ordinal`;

/** What a crash of the database takes back is sent again: no need to wait for the disk. */
const KEEP = `
  update messaging.relay set position = $3, ordinal = $4, watermark = $5, tails = $6,
         leased_until = clock_timestamp() + make_interval(secs => $7 / 1000.0)
   where context = $1 and epoch = $2 returning set_config('synchronous_commit', 'off', true)`;

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
    const { rows } = await sql.query<StateRow>(CLAIM, [context, generation, holder, leaseMs]);
    if (rows[0]) return stateOf(rows[0]);
    const told = await sql.query<{ generation: number }>('select generation from messaging.relay where context = $1', [
      context,
    ]);
    if ((told.rows[0]?.generation ?? 0) > generation)
      throw new NewerRelayError(
        `${context} has been told in version ${told.rows[0]?.generation}, this program has version ${generation}`,
      );
    return undefined;
  },
  pending: async (after, limitMax) => {
    const ordinal = Math.min(after.ordinal, 2_147_483_647);
    const { rows } = await sql.query<PendingRow>(PENDING, [context, after.position, ordinal, limitMax]);
    return {
      translated: Number(rows[0]?.translated ?? 0),
      facts: rows.filter(({ position }) => position !== null).map(factOf),
    };
  },
  keep: async ({ epoch, place, watermark, tails }, leaseMs) => {
    const values = [context, epoch, place.position, place.ordinal, watermark, JSON.stringify(tails), leaseMs];
    return (await sql.query(KEEP, values)).rows.length > 0;
  },
  release: async (epoch) => {
    await sql.query('update messaging.relay set leased_until = clock_timestamp() where context = $1 and epoch = $2', [
      context,
      epoch,
    ]);
  },
  onTranslated: (wake) =>
    listener.listen(TRANSLATED_CHANNEL, (payload) => {
      if (payload === '' || payload.startsWith(`${context} `)) wake();
    }),
});
