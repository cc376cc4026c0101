import { TRANSLATED_CHANNEL } from './messaging-migrations.ts';

/** Where translators write. */
export const PUBLIC_FACTS = 'messaging.public_fact';

/** How far producers have told. Said once: the simulation's stand-in for PostgreSQL answers these very texts. */
export const translatorSql = {
  begin: 'insert into messaging.translator values ($1, 0) on conflict do nothing',
  tellMoved: `with told as (select pg_notify('${TRANSLATED_CHANNEL}', $1 || ' ' || $2::bigint), set_config('synchronous_commit', 'on', true))
     insert into messaging.translator (context, position) select $1, $2::bigint from told
     on conflict (context) do update set position = excluded.position`,
  translated: 'select context, position from messaging.translator where context = any($1)',
  earliest: 'select min(position) as position from messaging.translator',
} as const;

/** Public facts, written by translators and read by everybody. Said once: the simulation's stand-in for PostgreSQL answers these very texts. */
export const factSql = {
  /** Into the public table, or one beside it to compare with. */
  insertInto: (table: string): string => `
  insert into ${table} (position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent)
  select $1, t.ordinal - 1, $2, $3, $4, $5, t.type, t.data, $6, $7, $8
    from unnest($9::text[], $10::text[]) with ordinality t(type, data, ordinal)`,
  read: `
  select position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent
    from messaging.public_fact where position > $1 and position <= $2 and context = any($3)
   order by position, ordinal limit $4`,
} as const;
