import type { Migration, SqlPool } from '@jiangong/database';
import { LOG_OWNER, LOG_READER, LOG_WRITER, migrate } from '@jiangong/database/postgres';
import { DATA_BYTES_MAX, ENTRY_BYTES_MAX } from '../entry.ts';
import { STREAM_NAME_CHARS_MAX } from '../check-append.ts';
import { APPEND_EVENTS_MAX } from '../event-store.ts';
import { orderMigration } from '../kurrent/order-schema.ts';
import { LOG_CHANNEL } from './log-channel.ts';

/** Events of one call of the append function; a batch of many streams' appends stays below it. */
export const CALL_EVENTS_MAX = APPEND_EVENTS_MAX + 1_000;

const table = `
create table event (
  position bigint primary key check (position > 0),
  stream text collate "C" not null check (length(stream) between 1 and ${STREAM_NAME_CHARS_MAX}),
  revision integer not null check (revision >= 0),
  type text collate "C" not null,
  hash bytea not null,
  entry text collate "C" not null check (octet_length(entry) < ${ENTRY_BYTES_MAX}),
  data text collate "C" not null check (octet_length(data) < ${DATA_BYTES_MAX}),
  unique (stream, revision)
);
comment on table event is 'The log: entry and data are the bytes that were hashed (UTF-8), verbatim; hash is the entry''s; position has no gaps.';`;

/** Whoever gets past the grants (the owner, a superuser) still can not change history by accident. */
const noHistoryIsEdited = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log only grows: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_final before update or delete on event for each row execute function refuse_change();
create trigger log_is_final before truncate on event for each statement execute function refuse_change();`;

/**
 * The only way in. Arrays: for each append its stream, the expected last revision (-1: no stream) and its hash; for each event
 * the number of its append (from 1), the entry's bytes and the data's bytes. What the events say about themselves is read from
 * the entries and checked here, before the lock; hash and position are never taken from the caller. The lock is held until
 * the commit, so positions are given in commit order and have no gaps: call it as a statement of its own, never inside
 * BEGIN … COMMIT. A conflict rejects its append alone; anything forged rejects the call.
 * Plans are generic: with few elements the planner would think a plan of its own worth making at every call.
 * Answers the position before the first event and, when there was a conflict, what stands at the end of every stream.
 */
const appendFunction = `
create function append(
  streams text[], revisions integer[], hashes bytea[], owners integer[], entries text[], datas text[],
  out before bigint, out accepted boolean[], out actual_revisions integer[], out actual_hashes bytea[])
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  event_hashes bytea[];
  event_types text[];
  event_revisions integer[];
  sound boolean;
  all_accepted boolean;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'appends run in read committed' using errcode = 'invalid_transaction_state';
  end if;
  if cardinality(entries) > ${CALL_EVENTS_MAX} then
    raise exception 'more than ${CALL_EVENTS_MAX} events in a call' using errcode = 'program_limit_exceeded';
  end if;

  select array_agg(e.hash order by e.n), array_agg(e.type order by e.n), array_agg(e.revision order by e.n),
         bool_and(coalesce(e.v = 1 and e.stream = e.own_stream and e.data_hash = e.own_data_hash and e."eventId" is not null and e.data_is_json
           and case when e.owner is distinct from e.owner_before
                 then e.revision = e.expected_revision + 1 and e.prev is not distinct from e.expected_hash
                 else e.revision = e.revision_before + 1 and e.prev = e.hash_before end, false))
  into event_hashes, event_types, event_revisions, sound
  from (
    select u.n, u.owner, h.hash, j.v, j.stream, j.revision, j.type, j."eventId", decode(j.prev, 'hex') as prev,
           decode(j."dataHash", 'hex') as data_hash, sha256(convert_to(u.data, 'UTF8')) as own_data_hash, u.data::json is not null as data_is_json,
           streams[u.owner] as own_stream, revisions[u.owner] as expected_revision, hashes[u.owner] as expected_hash,
           lag(u.owner) over w as owner_before, lag(j.revision) over w as revision_before, lag(h.hash) over w as hash_before
    from unnest(owners, entries, datas) with ordinality u(owner, entry, data, n)
    cross join lateral (select sha256(convert_to(u.entry, 'UTF8')) as hash offset 0) h
    cross join lateral json_to_record(u.entry::json)
      j(v integer, stream text, revision integer, type text, "eventId" uuid, prev text, "dataHash" text)
    window w as (order by u.n)
  ) e;
  if sound is distinct from true then
    raise exception 'forged append: an entry is not what its call says, or is not chained' using errcode = 'check_violation';
  end if;

  perform pg_advisory_xact_lock(${7_320_003});

  select coalesce((select position from log.event order by position desc limit 1), 0),
         array_agg(a.good order by a.n), array_agg(a.actual_revision order by a.n), array_agg(a.actual_hash order by a.n), bool_and(a.good)
  into before, accepted, actual_revisions, actual_hashes, all_accepted
  from (
    select s.n, coalesce(l.revision, -1) as actual_revision, l.hash as actual_hash,
           coalesce(l.revision, -1) = s.revision and l.hash is not distinct from s.hash as good
    from unnest(streams, revisions, hashes) with ordinality s(stream, revision, hash, n)
    left join lateral (select revision, hash from log.event where stream = s.stream order by revision desc limit 1) l on true
  ) a;

  insert into log.event (position, stream, revision, type, hash, entry, data)
  select before + row_number() over (order by u.n), streams[u.owner], u.revision, u.type, u.hash, u.entry, u.data
  from unnest(owners, event_revisions, event_types, event_hashes, entries, datas) with ordinality
    u(owner, revision, type, hash, entry, data, n)
  where accepted[u.owner];

  if all_accepted then
    accepted := null;
    actual_revisions := null;
    actual_hashes := null;
  end if;
  perform pg_notify('${LOG_CHANNEL}', '');
end $$;
revoke all on function append from public;
revoke all on event from public;
grant select on event to ${LOG_READER};
grant execute on function append to ${LOG_WRITER};`;

/** The steps of the schema `log`; a released step is never edited. */
export const logMigrations: readonly Migration[] = [
  { number: 1, name: 'the log and its only way in', sql: [table, noHistoryIsEdited, appendFunction].join('\n') },
  orderMigration,
];

/** Installs the log in a database whose schemas exist (`ensureSchemas`), or brings it up to date. */
export const installLog = async (admin: SqlPool): Promise<void> => {
  const { rows } = await admin.query<{ server_encoding: string }>('show server_encoding');
  if (rows[0]?.server_encoding !== 'UTF8')
    throw new Error(`the log keeps UTF-8 verbatim; this database has ${rows[0]?.server_encoding}`);
  await migrate(admin, { schema: 'log', migrations: logMigrations, owner: LOG_OWNER });
};
