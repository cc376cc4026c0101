import type { Rows } from '@jiangong/read-models';
import type { LeasedPosting, WebhookLedger } from '../../application/webhooks/webhook-ledger.ts';
import { LEASE_MS } from '../../domain/mail/limits.ts';
import { TEST_FACT } from '../../domain/webhooks/body.ts';
import { POST_BATCH_MAX, POST_BATCH_OF_ONE_MAX, WAITING_MAX } from '../../domain/webhooks/limits.ts';

/** The same fact and webhook: the same delivery, however often the fact is heard. */
const QUEUE = `insert into delivery (delivery_id, channel, sort, person_id, message_id, state, failure, created_at, next_try_at, settled_at, webhook_id, fact, subject, position, ordinal, body)
  select md5($1 || ' ' || $2 || ' ' || s.webhook_id)::uuid::text, 'webhook', 'fact', '', '', full_up.state, full_up.failure, $6, $6,
      case when full_up.state = 'skipped' then $6 end, s.webhook_id, $3, $4, $5, $2::integer, case when full_up.state = 'skipped' then '' else $7 end
    from webhook_subscription s, lateral (
      select case when count(*) >= $8 then 'skipped' else 'queued' end as state, case when count(*) >= $8 then 'queue-full' else '' end as failure
        from (select 1 from delivery d where d.webhook_id = s.webhook_id and d.channel = 'webhook' and d.state = 'queued' limit $8) waiting) full_up
   where $3 = any(s.facts) on conflict (delivery_id) do nothing`;

const QUEUE_TEST = `insert into delivery (delivery_id, channel, sort, person_id, message_id, state, created_at, next_try_at, webhook_id, fact, subject, body)
  values ($1, 'webhook', 'test', '', '', 'queued', $3, $3, $2, $4, $1, $5) on conflict (delivery_id) do nothing`;

/** Of a subject only the oldest that waits; of a webhook its share; a test also where facts wait. */
const LEASE = `with due as (
    select d.delivery_id, d.next_try_at, row_number() over (partition by d.webhook_id order by d.next_try_at, d.position, d.ordinal) as rank
      from delivery d join webhook w on w.webhook_id = d.webhook_id
     where d.channel = 'webhook' and d.state = 'queued' and d.next_try_at <= $1 and d.leased_until <= $1 and (w.state = 'active' or d.sort = 'test')
       and exists (select 1 from webhook_secret s where s.webhook_id = d.webhook_id and s.ends_at is null)
       and not exists (select 1 from delivery e where e.channel = 'webhook' and e.state = 'queued' and e.webhook_id = d.webhook_id
         and e.subject = d.subject and (e.position, e.ordinal) < (d.position, d.ordinal))),
  taken as (
    select delivery_id from delivery where delivery_id in (select delivery_id from due where rank <= $4)
       and state = 'queued' and leased_until <= $1 order by next_try_at, delivery_id limit $3 for update skip locked)
  update delivery set leased_until = $2, tries = tries + 1 where delivery_id in (select delivery_id from taken)
  returning delivery_id as "deliveryId", sort, webhook_id as "webhookId", body, tries, leased_until as "leasedUntil",
    (select address from webhook w where w.webhook_id = delivery.webhook_id) as address`;

/** Deliveries to other systems as rows of the service's schema. */
export const postgresWebhookLedger = (rows: Rows): WebhookLedger => ({
  subscribe: async (webhookId, facts) => {
    await rows.query('insert into webhook_subscription values ($1, $2) on conflict (webhook_id) do nothing', [
      webhookId,
      facts,
    ]);
  },
  unsubscribe: async (webhookId, now) => {
    await rows.query('delete from webhook_subscription where webhook_id = $1', [webhookId]);
    await rows.query('delete from webhook_failing where webhook_id = $1', [webhookId]);
    await rows.query(
      `update delivery set state = 'skipped', failure = 'receiver-gone', settled_at = $2, leased_until = '', body = ''
        where webhook_id = $1 and state in ('queued', 'failed')`,
      [webhookId, now],
    );
  },
  queue: async ({ eventId, ordinal, type, subject, position, body }, now) => {
    await rows.query(QUEUE, [eventId, String(ordinal), type, subject, position, now, body, WAITING_MAX]);
  },
  queueTest: async ({ webhookId, deliveryId, body, now }) => {
    await rows.query(QUEUE_TEST, [deliveryId, webhookId, now, TEST_FACT, body]);
  },
  lease: (now) =>
    rows.query<LeasedPosting>(LEASE, [
      now,
      new Date(Date.parse(now) + LEASE_MS).toISOString(),
      POST_BATCH_MAX,
      POST_BATCH_OF_ONE_MAX,
    ]),
  settle: async ({ deliveryId, leasedUntil }, { state, failure, nextTryAt }, now) => {
    await rows.query(
      `update delivery set state = $3, failure = $4, next_try_at = $5, leased_until = '',
          settled_at = case when $3 = 'queued' then null else $6 end, body = case when $3 in ('queued', 'failed') then body else '' end
        where delivery_id = $1 and leased_until = $2`,
      [deliveryId, leasedUntil, state, failure, nextTryAt, now],
    );
  },
  failingSince: async ({ webhookId, sort }, failed, now) => {
    if (!failed) {
      await rows.query('delete from webhook_failing where webhook_id = $1', [webhookId]);
      return null;
    }
    // A test says how the way is, not how long facts have not arrived.
    if (sort === 'test') return null;
    await rows.query('insert into webhook_failing values ($1, $2) on conflict (webhook_id) do nothing', [
      webhookId,
      now,
    ]);
    const [row] = await rows.query<{ since: string }>('select since from webhook_failing where webhook_id = $1', [
      webhookId,
    ]);
    return row?.since ?? null;
  },
  forgive: async (webhookId) => {
    await rows.query('delete from webhook_failing where webhook_id = $1', [webhookId]);
  },
  lapse: async (createdBefore, settledBefore, now) => {
    await rows.query(
      `update delivery set state = 'skipped', failure = 'lapsed', settled_at = $2, body = '' where channel = 'webhook' and state = 'queued' and created_at < $1`,
      [createdBefore, now],
    );
    await rows.query(`delete from delivery where channel = 'webhook' and settled_at < $1`, [settledBefore]);
  },
});
