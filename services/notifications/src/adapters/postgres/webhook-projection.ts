import type { Projection, Rows } from '@jiangong/read-models';
import { WEBHOOK_STREAMS } from '../../application/streams.ts';
import type { WebhookFact } from '../../domain/webhooks/facts.ts';

const TABLES = `
  create table if not exists webhook (
    webhook_id text primary key,
    name text not null,
    address text not null,
    facts text[] not null,
    state text not null,
    reason text not null,
    registered_at text collate "C" not null,
    changed_at text collate "C" not null,
    failing_since text not null,
    former_secret_until text not null,
    revision bigint not null
  );
`;

const STANDING = `update webhook set state = $2, reason = $3, changed_at = $4, failing_since = $5, revision = $6 where webhook_id = $1`;

/** Which other systems are told, and how each stands. */
export const webhookProjection: Projection = {
  name: 'webhooks',
  version: 1,
  tables: TABLES,
  tableNames: ['webhook'],
  source: { kind: 'log', streamPrefixes: [WEBHOOK_STREAMS] },
  apply: async (rows, { type, data, occurredAt, revision }) => {
    const fact = { type, data } as WebhookFact;
    const { webhookId } = fact.data;
    switch (fact.type) {
      case 'WebhookRegistered.v1': {
        const { name, address, facts } = fact.data;
        const values = [webhookId, name, address, facts, occurredAt, revision];
        rows.write(`insert into webhook values ($1, $2, $3, $4, 'active', '', $5, $5, '', '', $6)`, values);
        return;
      }
      case 'WebhookRenamed.v1':
        return rows.write('update webhook set name = $2, revision = $3 where webhook_id = $1', [
          webhookId,
          fact.data.name,
          revision,
        ]);
      case 'WebhookPaused.v1':
        return rows.write(STANDING, [webhookId, 'paused', fact.data.reason, occurredAt, '', revision]);
      case 'WebhookResumed.v1':
        return rows.write(STANDING, [webhookId, 'active', fact.data.reason, occurredAt, '', revision]);
      case 'WebhookDisabled.v1':
        return rows.write(STANDING, [webhookId, 'disabled', '', occurredAt, fact.data.failingSince, revision]);
      case 'WebhookSecretRotated.v1':
        return rows.write('update webhook set former_secret_until = $2, revision = $3 where webhook_id = $1', [
          webhookId,
          fact.data.formerUntil,
          revision,
        ]);
      case 'WebhookTested.v1':
        return rows.write('update webhook set revision = $2 where webhook_id = $1', [webhookId, revision]);
      case 'WebhookRemoved.v1':
        return rows.write('delete from webhook where webhook_id = $1', [webhookId]);
    }
  },
};

export type WebhookRow = Readonly<{
  webhookId: string;
  name: string;
  address: string;
  facts: string[];
  state: string;
  reason: string;
  registeredAt: string;
  changedAt: string;
  failingSince: string;
  formerSecretUntil: string;
  waiting: number;
  parked: number;
}>;

/** Every webhook with what waits and what is parked, by id: there are few. One row more than asked for. */
export const webhooksFound = (
  rows: Rows,
  { after, limit }: Readonly<{ after: string | null; limit: number }>,
): Promise<readonly WebhookRow[]> =>
  rows.query<WebhookRow>(
    `select w.webhook_id as "webhookId", name, address, facts, w.state, reason, registered_at as "registeredAt", changed_at as "changedAt",
        coalesce(nullif(w.failing_since, ''), f.since, '') as "failingSince", former_secret_until as "formerSecretUntil",
        (select count(*)::int from delivery d where d.webhook_id = w.webhook_id and d.channel = 'webhook' and d.state = 'queued') as waiting,
        (select count(*)::int from delivery d where d.webhook_id = w.webhook_id and d.channel = 'webhook' and d.state = 'failed') as parked
      from webhook w left join webhook_failing f on f.webhook_id = w.webhook_id
     where $1::text is null or w.webhook_id > $1 order by w.webhook_id limit $2`,
    [after, limit + 1],
  );

export const webhookCount = async (rows: Rows): Promise<number> =>
  (await rows.query<{ count: number }>('select count(*)::int as count from webhook'))[0]?.count ?? 0;
