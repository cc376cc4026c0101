/**
 * Kept beside the log and never rebuilt from it: where somebody gets mail and what she wants (a setting of her own, with an address
 * that must be forgotten when she is), and what was sent (a second time would be a second letter). Addresses and codes are sealed
 * under the person's key; a code stands here only until its letter is settled, and as a fingerprint.
 */
export const MAIL_TABLES = `
  create table if not exists mail_box (
    person_id text primary key,
    address text,
    confirmed_at text,
    pending_address text,
    pending_code text,
    pending_until text collate "C",
    pending_tries integer not null default 0,
    codes_since text collate "C",
    codes_count integer not null default 0,
    kinds_off text[] not null default '{}',
    quiet_from text not null default '',
    quiet_until text not null default ''
  );
  create table if not exists delivery (
    delivery_id text primary key,
    channel text not null,
    sort text not null,
    person_id text not null,
    message_id text not null,
    state text not null,
    failure text not null default '',
    tries integer not null default 0,
    created_at text collate "C" not null,
    next_try_at text collate "C" not null,
    leased_until text collate "C" not null default '',
    settled_at text collate "C",
    sealed_to text,
    sealed_code text
  );
  create index if not exists delivery_due on delivery (next_try_at) where state = 'queued';
  create index if not exists delivery_person on delivery (person_id, created_at desc, delivery_id);
  create index if not exists delivery_parked on delivery (delivery_id) where state = 'failed';
  create index if not exists delivery_settled on delivery (settled_at);
  create table if not exists delivery_checkpoint (
    channel text primary key,
    position bigint not null,
    message_id text not null
  );
  alter table delivery add column if not exists webhook_id text not null default '';
  alter table delivery add column if not exists fact text not null default '';
  alter table delivery add column if not exists subject text not null default '';
  alter table delivery add column if not exists position bigint not null default 0;
  alter table delivery add column if not exists ordinal integer not null default 0;
  alter table delivery add column if not exists body text not null default '';
  alter table mail_box add column if not exists digest_at text not null default '';
  alter table delivery add column if not exists digest_id text not null default '';
  create index if not exists delivery_digest on delivery (digest_id, created_at, delivery_id) where digest_id <> '' and state = 'queued';
  create index if not exists delivery_webhook on delivery (webhook_id, subject, position, ordinal) where state = 'queued' and channel = 'webhook';
  create index if not exists delivery_of_webhook on delivery (webhook_id, created_at desc, delivery_id) where channel = 'webhook';
`;
