import type { Rows } from '@jiangong/read-models';
import { isKey } from '@jiangong/service-host';
import { type ListFound, readList } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
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

/** What another system was told, newest first; one row more than asked for, so that the caller knows whether there is a next page. */
export const deliveriesOfWebhook = (
  rows: Rows,
  { of, after, limit }: Readonly<{ of: string; after: DeliveryPlace | null; limit: number }>,
): Promise<readonly DeliveryRow[]> =>
  rows.query<DeliveryRow>(
    `select ${SHOWN} from delivery where webhook_id = $1
      and ($2::text is null or created_at < $2 or (created_at = $2 and delivery_id > $3))
    order by created_at desc, delivery_id limit $4`,
    [of, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );

/** A person sees the latest first, an operator what has waited longest; unless asked otherwise. */
export const OWN_DELIVERY_SORTS = ['-created'] as const;
export const PARKED_DELIVERY_SORTS = ['created'] as const;

const BY_CREATION = { sql: 'created_at collate "C"', kind: 'text' } as const;

export const deliveriesOf = (
  rows: Rows,
  asked: ListAsked<'created'> & Readonly<{ personId: string; states: readonly string[] }>,
): Promise<ListFound<DeliveryRow>> =>
  readList<DeliveryRow>(rows, (parameter) => ({
    columns: SHOWN,
    from: 'delivery',
    id: 'delivery_id',
    where: [`person_id = ${parameter(asked.personId)}`],
    facets: { state: { sql: 'state', words: asked.states } },
    sort: { ...BY_CREATION, down: asked.sort.down },
    place: asked.place,
  }));

/** What is parked. */
export const parkedDeliveries = (
  rows: Rows,
  asked: ListAsked<'created'> & Readonly<{ failures: readonly string[] }>,
): Promise<ListFound<DeliveryRow>> =>
  readList<DeliveryRow>(rows, () => ({
    columns: SHOWN,
    from: 'delivery',
    id: 'delivery_id',
    where: [`state = 'failed'`],
    facets: { failure: { sql: 'failure', words: asked.failures } },
    sort: { ...BY_CREATION, down: asked.sort.down },
    place: asked.place,
  }));

/** The whole ledger in numbers. */
export const deliveryCounts = (rows: Rows): Promise<readonly CountRow[]> =>
  rows.query<CountRow>(
    'select channel, state, failure, count(*)::int as count from delivery group by channel, state, failure order by channel, state, failure',
  );
