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
  digest_at: string | null;
};

/** Where reading begins at the very first time: behind what is there. Nobody is sent last year's messages. */
const BEGIN = `insert into delivery_checkpoint
  select $1, position, message_id from inbox_message order by position desc, message_id desc limit 1
  on conflict do nothing`;
const BEGIN_EMPTY = `insert into delivery_checkpoint values ($1, 0, '') on conflict do nothing`;

const COMING = `select m.message_id, m.position, m.person_id, m.template, m.occurred_at,
    b.address is not null as has_address, b.kinds_off, b.quiet_from, b.quiet_until, b.digest_at
  from inbox_message m left join mail_box b on b.person_id = m.person_id
  where (m.position, m.message_id) > ($1, $2) order by m.position, m.message_id limit $3`;

/** The place moves and the rows come together, or not at all: of two replicas that read the same page one does it. */
const QUEUE = `with moved as (
    update delivery_checkpoint set position = $4, message_id = $5
     where channel = $1 and position = $2 and message_id = $3 returning 1),
  coming as (
    select c.*, case when c.gathered then md5('digest ' || c.person_id || ' ' || c.at)::uuid::text else '' end as digest_id
      from unnest($7::text[], $8::text[], $9::text[], $10::boolean[]) as c (message_id, person_id, at, gathered)
     where exists (select 1 from moved)),
  digests as (
    insert into delivery (delivery_id, channel, sort, person_id, message_id, state, created_at, next_try_at)
    select distinct digest_id, $1, 'digest', person_id, '', 'queued', $6, at from coming where gathered
    on conflict (delivery_id) do nothing)
  insert into delivery (delivery_id, channel, sort, person_id, message_id, state, created_at, next_try_at, digest_id)
  select md5(message_id || ' ' || $1)::uuid::text, $1, 'message', person_id, message_id, 'queued', $6, at, digest_id
    from coming on conflict (delivery_id) do nothing`;

/** What came too late for its daily letter goes out by itself. */
const RELEASE = `update delivery m set digest_id = ''
  where m.digest_id <> '' and m.state = 'queued'
    and exists (select 1 from delivery d where d.delivery_id = m.digest_id and d.state in ('sent', 'skipped'))`;

/** `$3`: what became of each message of a daily letter. */
const WITHIN = `update delivery m set state = w.state, failure = w.failure, settled_at = $2, digest_id = ''
  from unnest($3::text[], $4::text[], $5::text[]) as w (delivery_id, state, failure)
  where m.delivery_id = w.delivery_id and m.digest_id = $1 and m.state = 'queued'`;

const LEASE = `update delivery set leased_until = $2, tries = tries + 1
  where delivery_id in (
    select delivery_id from delivery
     where channel = $3 and state = 'queued' and digest_id = '' and next_try_at <= $1 and leased_until <= $1
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
      const sending = sendingOf(
        one.template,
        { off: one.kinds_off ?? [], quiet, digestAt: one.digest_at || null },
        now,
      );
      return sending.send ? [{ ...one, at: sending.at, gathered: sending.gathered }] : [];
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
      going.map(({ gathered }) => gathered),
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
          opened(sort === 'message' || sort === 'digest' ? row.address : row.sealed_to, addressAad(personId)),
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

/** The messages of a day's letter. */
const gathered =
  (rows: Rows): DeliveryLedger['gathered'] =>
  async (digestId) => {
    const found = await rows.query<{
      deliveryId: string;
      template: string | null;
      version: number;
      parameters: string;
    }>(
      `select d.delivery_id as "deliveryId", m.template, m.template_version as version, m.parameters
         from delivery d left join inbox_message m on m.message_id = d.message_id
        where d.digest_id = $1 and d.state = 'queued' order by d.created_at, d.delivery_id`,
      [digestId],
    );
    return found.map(({ deliveryId, template, version, parameters }) => ({
      deliveryId,
      written: template === null ? undefined : { template, version, parameters },
    }));
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
  gathered: gathered(rows),
  settle: async ({ deliveryId, leasedUntil }, { state, failure, nextTryAt }, now, within = []) => {
    const held = await rows.query(
      `update delivery set state = $3, failure = $4, next_try_at = $5, leased_until = '',
          settled_at = case when $3 = 'queued' then null else $6 end,
          sealed_to = case when $3 in ('queued', 'failed') then sealed_to end,
          sealed_code = case when $3 = 'queued' then sealed_code end
        where delivery_id = $1 and leased_until = $2 returning 1`,
      [deliveryId, leasedUntil, state, failure, nextTryAt, now],
    );
    if (held.length > 0 && within.length > 0)
      await rows.query(WITHIN, [
        deliveryId,
        now,
        within.map((one) => one.deliveryId),
        within.map((one) => one.state),
        within.map((one) => one.failure),
      ]);
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
    // Given up with the letter that they would have gone with.
    if (how === 'skip')
      await rows.query(
        `update delivery set state = 'skipped', failure = 'given-up', settled_at = $2, digest_id = ''
          where digest_id = $1 and state = 'queued' and exists (select 1 from delivery where delivery_id = $1 and state = 'skipped')`,
        [deliveryId, now],
      );
  },
  sweep: async (settledBefore) => {
    await rows.query(RELEASE);
    await rows.query('delete from delivery where settled_at < $1', [settledBefore]);
  },
});
