/** A consuming service's inbox, in its own schema. */
export const INBOX_TABLES = `
  create table if not exists inbox_fact (
    position bigint not null,
    ordinal integer not null,
    context text not null,
    stream text not null,
    revision bigint not null,
    event_id text not null,
    type text not null,
    data text,
    raw bytea,
    error_class text,
    occurred_at text not null,
    correlation_id text not null,
    traceparent text,
    partition integer not null,
    generation integer not null,
    primary key (position, ordinal)
  );
  create table if not exists inbox_partition (
    topic text not null,
    partition integer not null,
    context text not null,
    next_offset bigint,
    generation integer not null default 0,
    last_position bigint,
    last_ordinal integer,
    told bigint not null default 0,
    watermark bigint not null default 0,
    gap boolean not null default false,
    renews_through bigint,
    primary key (topic, partition)
  );
  create table if not exists inbox_stray (
    topic text not null,
    partition integer not null,
    record_offset bigint not null,
    error_class text not null,
    primary key (topic, partition, record_offset)
  );
`;

/** A row of the inbox as it was received. */
export const SELECT_FACT = `
  select position, ordinal, context, stream, revision, event_id as "eventId", type, data, raw, error_class as "errorClass",
         occurred_at as "occurredAt", correlation_id as "correlationId", traceparent
    from inbox_fact`;

/** The channel on which an inbox tells that a context is complete further: payload `<context> <position>`. */
export const inboxChannel = (schema: string): string => `jiangong_inbox_${schema}`;
