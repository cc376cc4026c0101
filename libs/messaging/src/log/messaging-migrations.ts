import type { Migration } from '@jiangong/database';

/** The channel on which a translator tells that it has moved: payload `<context> <position>`. */
export const TRANSLATED_CHANNEL = 'jiangong_translated';

/**
 * The schema `messaging`: public facts of all contexts, readable by every service, written by each producer for its own
 * context alone (row level security: the role of the context `merit_projects` is `jiangong_merit_projects`).
 * Run by libs/database's `migrate` as the schema's owner.
 */
export const messagingMigrations: readonly Migration[] = [
  {
    number: 1,
    name: 'public facts and how far each context is translated',
    sql: `
      create table messaging.translator (
        context text primary key,
        position bigint not null check (position >= 0)
      );
      create table messaging.public_fact (
        position bigint not null,
        ordinal integer not null,
        context text not null,
        stream text not null,
        revision bigint not null,
        event_id text not null,
        type text not null,
        data text not null,
        occurred_at text not null,
        correlation_id text not null,
        traceparent text,
        primary key (position, ordinal)
      );
      alter table messaging.translator enable row level security;
      alter table messaging.public_fact enable row level security;
      create policy everyone_reads on messaging.translator for select using (true);
      create policy everyone_reads on messaging.public_fact for select using (true);
      create policy producer_writes on messaging.translator for all
        using ('jiangong_' || context = current_user) with check ('jiangong_' || context = current_user);
      create policy producer_writes on messaging.public_fact for all
        using ('jiangong_' || context = current_user) with check ('jiangong_' || context = current_user);
      grant select, insert, update, delete on messaging.translator, messaging.public_fact to jiangong_messaging_member;
    `,
  },
  {
    number: 2,
    name: 'how far each context is relayed to its topic',
    sql: `
      create table messaging.relay (
        context text primary key,
        generation integer not null check (generation >= 1),
        epoch bigint not null check (epoch >= 1),
        holder text not null,
        leased_until timestamptz not null,
        position bigint not null check (position >= 0),
        ordinal integer not null check (ordinal >= 0),
        watermark bigint not null check (watermark >= 0),
        tails text not null
      );
      alter table messaging.relay enable row level security;
      create policy everyone_reads on messaging.relay for select using (true);
      create policy producer_writes on messaging.relay for all
        using ('jiangong_' || context = current_user) with check ('jiangong_' || context = current_user);
      grant select, insert, update, delete on messaging.relay to jiangong_messaging_member;
    `,
  },
];
