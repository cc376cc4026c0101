/**
 * Kept beside the log and never rebuilt from it: secrets (sealed under a key of the webhook's own, destroyed with it), what each webhook is
 * to be told as the queue knows it, and since when one has been failing. Deliveries stand in the ledger of letters (`delivery`).
 */
export const WEBHOOK_TABLES = `
  create table if not exists webhook_secret (
    secret_id text primary key,
    webhook_id text not null,
    sealed text,
    made_at text collate "C" not null,
    ends_at text collate "C"
  );
  create index if not exists webhook_secret_webhook on webhook_secret (webhook_id, made_at desc);
  create table if not exists webhook_subscription (
    webhook_id text primary key,
    facts text[] not null
  );
  create table if not exists webhook_failing (
    webhook_id text primary key,
    since text collate "C" not null
  );
`;
