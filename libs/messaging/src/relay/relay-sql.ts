/** The relay of a context: its lease and its place. Said once: the simulation's stand-in for PostgreSQL answers these very texts. */
export const relaySql = {
  claim: `
  insert into messaging.relay as held (context, generation, epoch, holder, leased_until, position, ordinal, watermark, tails)
  values ($1, $2, 1, $3, clock_timestamp() + make_interval(secs => $4 / 1000.0), 0, 0, 0, '[]')
  on conflict (context) do update set
    epoch = held.epoch + 1, holder = excluded.holder, leased_until = excluded.leased_until, generation = excluded.generation,
    position = case when held.generation < excluded.generation then 0 else held.position end,
    ordinal = case when held.generation < excluded.generation then 0 else held.ordinal end,
    watermark = case when held.generation < excluded.generation then 0 else held.watermark end,
    tails = case when held.generation < excluded.generation then '[]' else held.tails end
  where held.generation <= excluded.generation and (held.leased_until <= clock_timestamp() or held.holder = excluded.holder)
  returning epoch, generation, position, ordinal, watermark, tails`,
  /** One statement, so one moment: between two the translator could begin anew, and a watermark would promise facts never sent. */
  pending: `
  select t.position as translated, f.*
    from messaging.translator t left join lateral (
      select position, ordinal, context, stream, revision, event_id, type, data, occurred_at, correlation_id, traceparent
        from messaging.public_fact
       where context = $1 and (position, ordinal) > ($2::bigint, $3::bigint) and position <= t.position
       order by position, ordinal limit $4) f on true
   where t.context = $1 order by f.position, f.ordinal`,
  /** What a crash of the database takes back is sent again: no need to wait for the disk. */
  keep: `
  update messaging.relay set position = $3, ordinal = $4, watermark = $5, tails = $6,
         leased_until = clock_timestamp() + make_interval(secs => $7 / 1000.0)
   where context = $1 and epoch = $2 returning set_config('synchronous_commit', 'off', true)`,
  release: 'update messaging.relay set leased_until = clock_timestamp() where context = $1 and epoch = $2',
  generation: 'select generation from messaging.relay where context = $1',
} as const;
