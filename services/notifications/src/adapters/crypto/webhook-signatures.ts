import { createHmac, randomBytes } from 'node:crypto';
import { SECRET_BYTES } from '../../domain/webhooks/limits.ts';

/** How a secret is written down ("Standard Webhooks"): this mark, and base64 of its bytes. */
const SECRET_MARK = 'whsec_';

export const newWebhookSecret = (): string => `${SECRET_MARK}${randomBytes(SECRET_BYTES).toString('base64')}`;

export type Signed = Readonly<{ 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string }>;

/** The three headers of the convention "Standard Webhooks": HMAC-SHA-256 over id, second and body, one signature for each secret. */
export const signedHeaders = (
  { deliveryId, body, now }: Readonly<{ deliveryId: string; body: string; now: string }>,
  secrets: readonly string[],
): Signed => {
  const seconds = String(Math.floor(Date.parse(now) / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_MARK.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${deliveryId}.${seconds}.${body}`, 'utf8').digest('base64')}`;
  });
  return {
    'webhook-id': deliveryId,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
};
