import type { Rows } from '@jiangong/read-models';
import { isKey } from '@jiangong/service-host';
import type { DeliverySort } from '../../application/mail/delivery-ledger.ts';
import type { DeliveryFailure, DeliveryState } from '../../domain/mail/delivery.ts';

export type DeliveryRow = Readonly<{
  deliveryId: string;
  channel: string;
  sort: DeliverySort | 'fact' | 'test';
  messageId: string;
  state: DeliveryState;
  failure: DeliveryFailure | '';
  tries: number;
  createdAt: string;
  nextTryAt: string;
  settledAt: string;
  webhookId: string;
  fact: string;
}>;

export type CountRow = Readonly<{ channel: string; state: string; failure: string; count: number }>;

/** To whom a delivery goes is in no answer. */
const SHOWN = `delivery_id as "deliveryId", channel, sort, message_id as "messageId", state, failure, tries, created_at as "createdAt",
  case when state = 'queued' then next_try_at else '' end as "nextTryAt", coalesce(settled_at, '') as "settledAt",
  webhook_id as "webhookId", fact`;

/** Where a page that is told newest first goes on. */
export type DeliveryPlace = readonly [createdAt: string, deliveryId: string];

export const isDeliveryPlace = (value: unknown): value is DeliveryPlace =>
  Array.isArray(value) && value.length === 2 && value.every((part) => isKey(part));

type Place = Readonly<{ of: string; after: DeliveryPlace | null; limit: number }>;

/** Newest first; one row more than asked for, so that the caller knows whether there is a next page. */
const newestOf =
  (column: 'person_id' | 'webhook_id') =>
  (rows: Rows, { of, after, limit }: Place): Promise<readonly DeliveryRow[]> =>
    rows.query<DeliveryRow>(
      `select ${SHOWN} from delivery where ${column} = $1
        and ($2::text is null or created_at < $2 or (created_at = $2 and delivery_id > $3))
      order by created_at desc, delivery_id limit $4`,
      [of, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );

/** What was sent to a person. */
export const deliveriesOf = newestOf('person_id');

/** What another system was told. */
export const deliveriesOfWebhook = newestOf('webhook_id');

/** What is parked, by id. */
export const parkedDeliveries = (
  rows: Rows,
  { after, limit }: Readonly<{ after: string | null; limit: number }>,
): Promise<readonly DeliveryRow[]> =>
  rows.query<DeliveryRow>(
    `select ${SHOWN} from delivery where state = 'failed' and ($1::text is null or delivery_id > $1)
      order by delivery_id limit $2`,
    [after, limit + 1],
  );

/** The whole ledger in numbers. */
export const deliveryCounts = (rows: Rows): Promise<readonly CountRow[]> =>
  rows.query<CountRow>(
    'select channel, state, failure, count(*)::int as count from delivery group by channel, state, failure order by channel, state, failure',
  );
