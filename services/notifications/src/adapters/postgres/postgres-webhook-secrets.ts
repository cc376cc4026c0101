import { ERASED, type KeyVault, type Sealed } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import type { WebhookSecrets } from '../../application/webhooks/webhook-secrets.ts';

const keyOf = (webhookId: string) => `webhook/${webhookId}` as const;

/** What a sealed secret is bound to. */
const aadOf = (webhookId: string, secretId: string): string => `secret ${secretId} of webhook ${webhookId}`;

/** Only the secret that is new ends others: an old order that comes again changes nothing. Two are good at most: what was former already ends now. */
const MAKE = `with made as (
    insert into webhook_secret (secret_id, webhook_id, sealed, made_at) values ($1, $2, $3, $4) on conflict (secret_id) do nothing returning 1)
  update webhook_secret
     set sealed = case when ends_at is null and $5 > $4 then sealed end, ends_at = case when ends_at is null then $5 else least(ends_at, $4) end
   where webhook_id = $2 and secret_id <> $1 and exists (select 1 from made)`;

type Row = { secret_id: string; sealed: string };

/** Secrets as rows, sealed under a key of the webhook's own in the service's vault. `newSecret`: as the other system is given it. */
export const postgresWebhookSecrets = (rows: Rows, vault: KeyVault, newSecret: () => string): WebhookSecrets => {
  const opened = async (webhookId: string, { secret_id: secretId, sealed }: Row): Promise<string> => {
    const value = await vault.open(JSON.parse(sealed) as Sealed, aadOf(webhookId, secretId));
    return value === ERASED ? '' : String(value);
  };
  return {
    make: async ({ webhookId, secretId, now, formerUntil }) => {
      const sealed = await vault.seal(keyOf(webhookId), newSecret(), aadOf(webhookId, secretId));
      await rows.query(MAKE, [secretId, webhookId, JSON.stringify(sealed), now, formerUntil]);
      const [row] = await rows.query<Row>(
        'select secret_id, sealed from webhook_secret where secret_id = $1 and sealed is not null',
        [secretId],
      );
      return row === undefined ? '' : opened(webhookId, row);
    },
    signing: async (webhookId, now) => {
      const found = await rows.query<Row>(
        `select secret_id, sealed from webhook_secret
          where webhook_id = $1 and sealed is not null and (ends_at is null or ends_at > $2) order by made_at desc, secret_id`,
        [webhookId, now],
      );
      return Promise.all(found.map((row) => opened(webhookId, row)));
    },
    forget: async (webhookId) => {
      await rows.query('delete from webhook_secret where webhook_id = $1', [webhookId]);
      await vault.destroy(keyOf(webhookId));
    },
  };
};
