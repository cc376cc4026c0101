import type { Migration } from '@jiangong/database';

/** The gateway's schema: what it keeps for itself and what it follows of others. */
export const GATEWAY_SCHEMA = 'gateway';

/**
 * Who may sign in, and who has. No facts of the domain; nothing here is ever rebuilt from events.
 * Names stand unqualified: the connection's search_path points to the gateway's schema.
 */
export const gatewayMigrations: readonly Migration[] = [
  {
    number: 1,
    name: 'accounts-and-sessions',
    sql: `
create table account (
  login text primary key,
  person_id uuid not null unique,
  password_hash text not null,
  created_at timestamptz not null default clock_timestamp()
);
create table external_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  primary key (issuer, subject)
);
create table session (
  token_hash bytea primary key,
  session_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  position bigint not null
);
create index session_person on session (person_id);
create unique index session_named on session (session_id);
create table one_time_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('set-up', 'invitation')),
  person_id uuid,
  expires_at timestamptz not null
);
create table sealed_secret (
  name text primary key,
  sealed bytea not null
);
create table oidc_payload (
  model text not null,
  id text not null,
  payload json not null,
  grant_id text,
  uid text,
  expires_at timestamptz,
  consumed_at timestamptz,
  primary key (model, id)
);
create index oidc_payload_grant on oidc_payload (grant_id) where grant_id is not null;
create index oidc_payload_uid on oidc_payload (uid) where uid is not null;
create index oidc_payload_expiry on oidc_payload (expires_at);
`,
  },
  {
    number: 2,
    name: 'ended-access',
    sql: `
create table exited_person (
  person_id uuid primary key
);
create table known_grant (
  grant_id text primary key,
  person_id uuid not null
);
create index known_grant_person on known_grant (person_id);
create unique index external_identity_person on external_identity (person_id);
alter table one_time_link add column code_hash bytea;
alter table one_time_link add column tries_left integer not null default 5;
`,
  },
  {
    number: 3,
    name: 'objections-handed-in',
    sql: `
create table source_key (
  entry_id uuid primary key,
  sealed bytea not null,
  made_at timestamptz not null
);
create table hand_in (
  token_hash bytea primary key,
  entry_id uuid not null,
  source text not null,
  block text not null,
  code_hash bytea not null,
  tries_left integer not null,
  sealed bytea not null,
  handed_in_at timestamptz not null,
  lapses_at timestamptz not null,
  confirmed_at timestamptz
);
create index hand_in_source on hand_in (entry_id, source);
create index hand_in_lapse on hand_in (lapses_at);
create table hand_in_file (
  token_hash bytea not null references hand_in on delete cascade,
  sha256 text not null,
  bytes integer not null,
  media_type text not null,
  sealed bytea not null,
  primary key (token_hash, sha256)
);
create table confirmed_source (
  entry_id uuid not null,
  token_hash bytea not null,
  block text not null,
  confirmed_at timestamptz not null,
  primary key (entry_id, token_hash)
);
`,
  },
  {
    number: 4,
    name: 'drafts',
    sql: `
create table draft (
  person_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  revision integer not null,
  sealed bytea not null,
  digest bytea not null,
  bytes integer not null,
  saved_at timestamptz not null,
  primary key (person_id, kind, subject_id)
);
create index draft_saved on draft (saved_at);
`,
  },
  {
    number: 5,
    name: 'exports',
    sql: `
create table export_job (
  export_id uuid primary key,
  person_id uuid not null,
  list text not null,
  format text not null,
  state text not null,
  rows integer not null,
  total integer,
  bytes integer not null,
  asked_at timestamptz not null,
  told_at timestamptz not null,
  failure jsonb
);
create index export_job_person on export_job (person_id);
create table export_part (
  export_id uuid not null references export_job on delete cascade,
  ordinal integer not null,
  sealed bytea not null,
  primary key (export_id, ordinal)
);
`,
  },
  {
    number: 6,
    name: 'second-ways',
    sql: `
alter table one_time_link drop constraint one_time_link_purpose_check;
alter table one_time_link add constraint one_time_link_purpose_check check (purpose in ('set-up', 'invitation', 'reset'));
alter table one_time_link add column made_by uuid;
alter table one_time_link add column sealed_code bytea;
create table reset_request (
  person_id uuid primary key,
  asked_at timestamptz not null
);
create table account_notice (
  person_id uuid not null,
  kind text not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (person_id, kind, at)
);
create table second_factor (
  person_id uuid primary key,
  sealed bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
create table recovery_code (
  person_id uuid not null,
  code_hash bytea not null,
  primary key (person_id, code_hash)
);
alter table session add column issuer_sid text;
alter table session add column issuer_subject text;
alter table session add column sealed_id_token bytea;
create index session_issuer_sid on session (issuer_sid) where issuer_sid is not null;
create index session_issuer_subject on session (issuer_subject) where issuer_subject is not null;
create table used_once (
  name text primary key,
  expires_at timestamptz not null
);
`,
  },
  {
    number: 7,
    name: 'passkeys',
    sql: `
create table passkey (
  passkey_id uuid primary key,
  person_id uuid not null,
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);
`,
  },
  {
    number: 8,
    name: 'sign-ins',
    sql: `
alter table session add column browser text not null default 'other';
alter table session add column system text not null default 'other';
create table sign_in_record (
  session_id uuid primary key,
  person_id uuid not null,
  at timestamptz not null,
  browser text not null,
  system text not null,
  new_device boolean not null
);
create index sign_in_record_person on sign_in_record (person_id, at);
create index sign_in_record_at on sign_in_record (at);
create table known_device (
  person_id uuid not null,
  device_hash bytea not null,
  seen_at timestamptz not null,
  primary key (person_id, device_hash)
);
create index known_device_seen on known_device (seen_at);
`,
  },
  {
    number: 9,
    name: 'objection-receipts',
    sql: `
create table objection_receipt (
  code_hash bytea primary key,
  objection_id uuid not null,
  lapses_at timestamptz not null
);
create index objection_receipt_lapse on objection_receipt (lapses_at);
`,
  },
  {
    number: 10,
    name: 'told-notices',
    // What happened before is old news: it stands on the person's page.
    sql: `
alter table account_notice add column told_at timestamptz;
update account_notice set told_at = at;
create index account_notice_untold on account_notice (at) where told_at is null;
`,
  },
];
