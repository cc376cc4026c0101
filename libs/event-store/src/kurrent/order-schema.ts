import type { Migration } from '@jiangong/database';
import { LOG_READER, LOG_WRITER } from '@jiangong/database/postgres';
import { STREAM_NAME_CHARS_MAX } from '../check-append.ts';
import { LOG_CHANNEL } from '../postgres/log-channel.ts';

/** Events given their positions in one call. */
export const ORDER_BATCH_MAX = 1_000;

/** The longest lease an order-taker may ask for. */
export const LEASE_MS_MAX = 60_000;

/** SQLSTATE of an order-taker that was taken over: whatever it read, it gives no position any more. */
export const TAKEN_OVER = 'JG001';

const tables = `
create table ordered_event (
  position bigint primary key check (position > 0),
  commit_position bigint not null check (commit_position >= 0),
  prepare_position bigint not null check (prepare_position >= 0),
  stream text collate "C" not null check (length(stream) between 1 and ${STREAM_NAME_CHARS_MAX}),
  revision integer not null check (revision >= 0),
  type text collate "C" not null,
  event_id uuid not null,
  hash bytea not null,
  unique (stream, revision)
);
comment on table ordered_event is 'The order of a log kept in KurrentDB, taken over once: position has no gaps; commit and prepare are the place in $all; hash is the entry''s.';
create table order_taker (
  only_one boolean primary key default true check (only_one),
  term bigint not null,
  holder text,
  held_until timestamptz not null
);
comment on table order_taker is 'Who takes the order over, and until when; each take-over is a new term, and an older term writes nothing.';
insert into order_taker (term, held_until) values (0, 'epoch');
create trigger ordered_event_is_final before update or delete on ordered_event for each row execute function refuse_change();
create trigger order_is_final before truncate on ordered_event for each statement execute function refuse_change();`;

/** A lease that ran out is anybody's; the answer is the new term, or null while somebody holds it. */
const takeOrder = `
create function take_order(by text, lease_ms integer) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update log.order_taker
     set term = term + 1, holder = by, held_until = clock_timestamp() + least(lease_ms, ${LEASE_MS_MAX}) * interval '1 millisecond'
   where held_until < clock_timestamp()
  returning term
$$;
create function leave_order(my_term bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update log.order_taker set holder = null, held_until = 'epoch' where term = my_term
$$;`;

/**
 * Gives events the next positions, in the order of the arrays, and renews the lease; without events it only renews. Refused:
 * an older term; a place in $all that is not behind the last one; an event that is not the next link of its stream's chain.
 * The position is never taken from the caller. Answers the last position.
 */
const noteOrder = `
create function note_order(
  my_term bigint, lease_ms integer, commits bigint[], prepares bigint[], streams text[], revisions integer[], types text[], event_ids uuid[],
  hashes bytea[], prevs bytea[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_one record;
  sound boolean;
begin
  update log.order_taker set held_until = clock_timestamp() + least(lease_ms, ${LEASE_MS_MAX}) * interval '1 millisecond' where term = my_term;
  if not found then
    raise exception 'the order was taken over: term % is past', my_term using errcode = '${TAKEN_OVER}';
  end if;
  if cardinality(streams) > ${ORDER_BATCH_MAX} then
    raise exception 'more than ${ORDER_BATCH_MAX} events in a call' using errcode = 'program_limit_exceeded';
  end if;
  select position, commit_position, prepare_position into last_one from log.ordered_event order by position desc limit 1;
  if cardinality(streams) = 0 then
    return coalesce(last_one.position, 0);
  end if;

  select bool_and(coalesce(
           (n.commit_position, n.prepare_position) > (coalesce(n.commit_before, last_one.commit_position, -1), coalesce(n.prepare_before, last_one.prepare_position, -1))
           and n.revision = coalesce(n.revision_before, l.revision, -1) + 1
           and n.prev is not distinct from coalesce(n.hash_before, l.hash)
           and length(n.hash) = 32, false))
  into sound
  from (
    select u.*, lag(u.commit_position) over all_events as commit_before, lag(u.prepare_position) over all_events as prepare_before,
           lag(u.revision) over of_stream as revision_before, lag(u.hash) over of_stream as hash_before
    from unnest(commits, prepares, streams, revisions, hashes, prevs) with ordinality u(commit_position, prepare_position, stream, revision, hash, prev, n)
    window all_events as (order by u.n), of_stream as (partition by u.stream order by u.n)
  ) n
  left join lateral (select e.revision, e.hash from log.ordered_event e where e.stream = n.stream order by e.revision desc limit 1) l on n.revision_before is null;
  if sound is distinct from true then
    raise exception 'an event is out of order, or is not the next link of its stream' using errcode = 'check_violation';
  end if;

  insert into log.ordered_event (position, commit_position, prepare_position, stream, revision, type, event_id, hash)
  select coalesce(last_one.position, 0) + u.n, u.commit_position, u.prepare_position, u.stream, u.revision, u.type, u.event_id, u.hash
  from unnest(commits, prepares, streams, revisions, types, event_ids, hashes) with ordinality
    u(commit_position, prepare_position, stream, revision, type, event_id, hash, n);
  perform pg_notify('${LOG_CHANNEL}', '');
  return coalesce(last_one.position, 0) + cardinality(streams);
end $$;
revoke all on function take_order, leave_order, note_order from public;
revoke all on ordered_event, order_taker from public;
grant select on ordered_event, order_taker to ${LOG_READER};
grant execute on function take_order, leave_order, note_order to ${LOG_WRITER};`;

/** Where KurrentDB keeps the events, PostgreSQL keeps their order. Installed everywhere: empty where nobody uses it. */
export const orderMigration: Migration = {
  number: 2,
  name: 'the order of a log kept in KurrentDB',
  sql: [tables, takeOrder, noteOrder].join('\n'),
};
