/** At most so many parked events in one answer. */
export const PARKED_LIST_MAX = 1_000;

/** Checkpoints of readers. Said once: the simulation's stand-in for PostgreSQL answers these very texts. */
export const checkpointSql = {
  /** One process at a time installs or rebuilds in a schema. */
  lockInstalling: `select pg_advisory_xact_lock(hashtextextended('readers of ' || current_schema(), 0))`,
  standing: 'select version, position from reader_checkpoint where reader = $1',
  forget: 'delete from reader_checkpoint where reader = $1',
  begin: 'insert into reader_checkpoint values ($1, $2, 0) on conflict do nothing',
  move: `update reader_checkpoint c set position = $3
       from unnest($1::text[], $2::bigint[], $4::integer[]) known(reader, position, version)
      where c.reader = known.reader and c.version = known.version and c.position = known.position and c.position <= $3
     returning set_config('synchronous_commit', 'off', true)`,
  read: 'select reader, version, position from reader_checkpoint where reader = any($1)',
} as const;

/** Events that a reader could not apply, and those that wait behind them. Said once: the simulation's stand-in for PostgreSQL answers these very texts. */
export const parkingSql = {
  park: `insert into parked_event (reader, position, ordinal, stream, event_id, type, error_class, tries)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
  streams: 'select distinct stream from parked_event where reader = $1 and skipped_why is null',
  list: `select reader, stream, position, ordinal, event_id, type, error_class, tries from parked_event
      where skipped_why is null and ($1::text is null or (reader = $1 and stream = $2))
      order by reader, position, ordinal limit ${PARKED_LIST_MAX}`,
  forgetReader: 'delete from parked_event where reader = $1',
  forget: 'delete from parked_event where reader = $1 and position = $2 and ordinal = $3',
  countTry:
    'update parked_event set tries = tries + 1, error_class = $4 where reader = $1 and position = $2 and ordinal = $3',
} as const;
