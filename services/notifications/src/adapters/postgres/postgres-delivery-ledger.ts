import { ERASED, type KeyVault, type Sealed } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import type { DeliveryLedger, DeliverySort, Leased, Written } from '../../application/mail/delivery-ledger.ts';
import type { DeliveryState } from '../../domain/mail/delivery.ts';
import type { OptionalKind } from '../../domain/mail/kinds.ts';
import { LEASE_MS, MESSAGE_AGE_MAX_MS, QUEUE_BATCH_MAX, SEND_BATCH_MAX } from '../../domain/mail/limits.ts';
import { sendingOf } from '../../domain/mail/preferences.ts';
import { addressAad, codeAad } from './mail-seals.ts';

const CHANNEL = 'mail';

type Place = { position: number; message_id: string };
type Coming = Place & {
  person_id: string;
  template: string;
  occurred_at: string;
  has_address: boolean;
  kinds_off: OptionalKind[] | null;
  quiet_from: string | null;
  quiet_until: string | null;
};

/** Where reading begins at the very first time: behind what is there. Nobody is sent last year's messages. */
const BEGIN = `insert into delivery_checkpoint
  select $1, position, message_id from inbox_message order by position desc, message_id desc limit 1
  on conflict do nothing`;
const BEGIN_EMPTY = `insert into delivery_checkpoint values ($1, 0, '') on conflict do nothing`;

const COMING = `select m.message_id, m.position, m.person_id, m.template, m.occurred_at,
    b.address is not null as has_address, b.kinds_off, b.quiet_from, b.quiet_until
  from inbox_message m left join mail_box b on b.person_id = m.person_id
  where (m.position, m.message_id) > ($1, $2) order by m.position, m.message_id limit $3`;

/** The place moves and the rows come together, or not at all: of two replicas that read the same page one does it. */
const QUEUE = `with moved as (
    update delivery_checkpoint set position = $4, message_id = $5
     where channel = $1 and position = $2 and message_id = $3 returning 1)
  insert into delivery (delivery_id, channel, sort, person_id, message_id, state, created_at, next_try_at)
  select md5(coming.message_id || ' ' || $1)::uuid::text, $1, 'message', coming.person_id, coming.message_id, 'queued', $6, coming.at
    from unnest($7::text[], $8::text[], $9::text[]) as coming (message_id, person_id, at)
   where exists (select 1 from moved) on conflict (delivery_id) do nothing`;

const LEASE = `update delivery set leased_until = $2, tries = tries + 1
  where delivery_id in (
    select delivery_id from delivery
     where channel = $3 and state = 'queued' and next_try_at <= $1 and leased_until <= $1
     order by next_try_at, delivery_id limit $4 for update skip locked)
  returning delivery_id, sort, person_id, message_id, tries, created_at, leased_until, sealed_to, sealed_code,
    (select address from mail_box b where b.person_id = delivery.person_id) as address,
    coalesce((select kinds_off from mail_box b where b.person_id = delivery.person_id), '{}') as kinds_off`;

type LeasedRow = {
  delivery_id: string;
  sort: DeliverySort;
  person_id: string;
  message_id: string;
  tries: number;
  created_at: string;
  leased_until: string;
  sealed_to: string | null;
  sealed_code: string | null;
  address: string | null;
  kinds_off: OptionalKind[];
};

const plus = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

const fill =
  (rows: Rows): DeliveryLedger['fill'] =>
  async (now) => {
    const placed = () =>
      rows.query<Place>('select position, message_id from delivery_checkpoint where channel = $1', [CHANNEL]);
    let [place] = await placed();
    if (place === undefined) {
      await rows.query(BEGIN, [CHANNEL]);
      await rows.query(BEGIN_EMPTY, [CHANNEL]);
      [place] = await placed();
    }
    if (place === undefined) throw new Error('the queue of mail has no place to begin at');
    const coming = await rows.query<Coming>(COMING, [place.position, place.message_id, QUEUE_BATCH_MAX]);
    const last = coming.at(-1);
    if (last === undefined) return 0;
    const oldest = plus(now, -MESSAGE_AGE_MAX_MS);
    const going = coming.flatMap((one) => {
      if (!one.has_address || one.occurred_at < oldest) return [];
      const quiet = one.quiet_from ? { from: one.quiet_from, until: one.quiet_until ?? '' } : null;
      const sending = sendingOf(one.template, { off: one.kinds_off ?? [], quiet }, now);
      return sending.send ? [{ ...one, at: sending.at }] : [];
    });
    await rows.query(QUEUE, [
      CHANNEL,
      place.position,
      place.message_id,
      last.position,
      last.message_id,
      now,
      going.map(({ message_id }) => message_id),
      going.map(({ person_id }) => person_id),
      going.map(({ at }) => at),
    ]);
    return coming.length;
  };

const lease =
  (rows: Rows, vault: KeyVault): DeliveryLedger['lease'] =>
  async (now) => {
    const found = await rows.query<LeasedRow>(LEASE, [now, plus(now, LEASE_MS), CHANNEL, SEND_BATCH_MAX]);
    const opened = async (sealed: string | null, aad: string): Promise<string> => {
      const value = sealed === null ? '' : await vault.open(JSON.parse(sealed) as Sealed, aad);
      return value === ERASED ? '' : String(value);
    };
    return Promise.all(
      found.map(async (row): Promise<Leased> => {
        const { delivery_id: deliveryId, person_id: personId, sort } = row;
        const [to, code] = await Promise.allSettled([
          opened(sort === 'message' ? row.address : row.sealed_to, addressAad(personId)),
          opened(row.sealed_code, codeAad(deliveryId)),
        ]);
        return {
          deliveryId,
          sort,
          personId,
          messageId: row.message_id,
          tries: row.tries,
          createdAt: row.created_at,
          leasedUntil: row.leased_until,
          readable: to.status === 'fulfilled' && code.status === 'fulfilled',
          to: to.status === 'fulfilled' ? to.value : '',
          code: code.status === 'fulfilled' ? code.value : '',
          off: row.kinds_off,
        };
      }),
    );
  };

/** Deliveries as rows of the service's schema. */
export const postgresDeliveryLedger = (rows: Rows, vault: KeyVault): DeliveryLedger => ({
  fill: fill(rows),
  lease: lease(rows, vault),
  written: async (messageId) => {
    const [row] = await rows.query<Written>(
      'select template, template_version as version, parameters from inbox_message where message_id = $1',
      [messageId],
    );
    return row;
  },
  settle: async ({ deliveryId, leasedUntil }, { state, failure, nextTryAt }, now) => {
    await rows.query(
      `update delivery set state = $3, failure = $4, next_try_at = $5, leased_until = '',
          settled_at = case when $3 = 'queued' then null else $6 end,
          sealed_to = case when $3 in ('queued', 'failed') then sealed_to end,
          sealed_code = case when $3 = 'queued' then sealed_code end
        where delivery_id = $1 and leased_until = $2`,
      [deliveryId, leasedUntil, state, failure, nextTryAt, now],
    );
  },
  standingOf: async (deliveryId) => {
    const [row] = await rows.query<{ channel: string; state: DeliveryState }>(
      'select channel, state from delivery where delivery_id = $1',
      [deliveryId],
    );
    return row ?? null;
  },
  mend: async (deliveryId, how, now) => {
    await rows.query(
      how === 'retry'
        ? `update delivery set state = 'queued', tries = 0, next_try_at = $2, settled_at = null where delivery_id = $1 and state = 'failed'`
        : `update delivery set state = 'skipped', failure = 'given-up', settled_at = $2, sealed_to = null, body = '' where delivery_id = $1 and state = 'failed'`,
      [deliveryId, now],
    );
  },
  sweep: async (settledBefore) => {
    await rows.query('delete from delivery where settled_at < $1', [settledBefore]);
  },
});
