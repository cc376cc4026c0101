import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { KeyVault, Sealed } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import type { CodeOnItsWay, MailBox, MailBoxes } from '../../application/mail/mail-boxes.ts';
import { CODE_TRIES_MAX } from '../../domain/mail/limits.ts';
import type { OptionalKind } from '../../domain/mail/kinds.ts';
import { addressAad, codeAad } from './mail-seals.ts';

type Row = {
  address: string | null;
  pending_address: string | null;
  pending_code: string | null;
  pending_until: string | null;
  pending_tries: number;
  codes_since: string | null;
  codes_count: number;
  kinds_off: OptionalKind[];
  quiet_from: string;
  quiet_until: string;
  digest_at: string;
};

const NOTHING: MailBox = {
  address: '',
  pendingAddress: '',
  waiting: null,
  codes: null,
  preferences: { off: [], quiet: null, digestAt: null },
};

/** A letter that is queued with a change. */
const LETTER = `insert into delivery (delivery_id, channel, sort, person_id, message_id, state, created_at, next_try_at, sealed_to, sealed_code)`;

/** `before` guards: of two windows of one person one is counted first, and the other asks again. */
const AWAIT = `with waits as (
    insert into mail_box (person_id, pending_address, pending_code, pending_until, pending_tries, codes_since, codes_count)
    values ($1, $4, $5, $6, 0, $7, $8)
    on conflict (person_id) do update set pending_address = excluded.pending_address, pending_code = excluded.pending_code,
      pending_until = excluded.pending_until, pending_tries = 0, codes_since = excluded.codes_since, codes_count = excluded.codes_count
      where mail_box.codes_since is not distinct from $9 and mail_box.codes_count = $10
    returning 1)
  ${LETTER} select $2, 'mail', 'address-code', $1, '', 'queued', $3, $3, $4, $11 from waits returning 1`;

/** `old` is what the statement found before it changed anything. A second confirmation finds no code any more. */
const CONFIRM = `with old as (select address from mail_box where person_id = $1),
  confirmed as (
    update mail_box set address = pending_address, confirmed_at = $3, pending_address = null, pending_code = null, pending_until = null, pending_tries = 0
     where person_id = $1 and pending_code = $4 and pending_tries <= $5 returning 1),
  told as (
    ${LETTER} select $2, 'mail', 'address-changed', $1, '', 'queued', $3, $3, old.address, null
      from old, confirmed where old.address is not null)
  select 1 from confirmed`;

const REMOVE = `with old as (select address from mail_box where person_id = $1),
  removed as (
    update mail_box set address = null, confirmed_at = null, pending_address = null, pending_code = null, pending_until = null
     where person_id = $1 returning 1)
  ${LETTER} select $2, 'mail', 'address-changed', $1, '', 'queued', $3, $3, old.address, null
    from old, removed where old.address is not null`;

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return left.length === right.length && timingSafeEqual(left, right);
};

const keyOf = (personId: string) => `person/${personId}` as const;

/** Mail boxes as rows of the service's schema, addresses sealed under the person's key in the service's own vault. */
export const postgresMailBoxes = (rows: Rows, vault: KeyVault): MailBoxes => {
  const rowOf = async (personId: string): Promise<Row | undefined> =>
    (await rows.query<Row>('select * from mail_box where person_id = $1', [personId]))[0];
  const opened = async (sealed: string | null, personId: string): Promise<string> =>
    sealed === null ? '' : String(await vault.open(JSON.parse(sealed) as Sealed, addressAad(personId)));
  const sealed = async (personId: string, value: string, aad: string): Promise<string> =>
    JSON.stringify(await vault.seal(keyOf(personId), value, aad));
  return {
    of: async (personId) => {
      const row = await rowOf(personId);
      if (row === undefined) return NOTHING;
      const { pending_until: until, pending_tries: tries, codes_since: since, codes_count: count } = row;
      const quiet = row.quiet_from === '' ? null : { from: row.quiet_from, until: row.quiet_until };
      return {
        address: await opened(row.address, personId),
        pendingAddress: await opened(row.pending_address, personId),
        waiting: until === null ? null : { until, tries },
        codes: since === null ? null : { since, count },
        preferences: { off: row.kinds_off, quiet, digestAt: row.digest_at === '' ? null : row.digest_at },
      };
    },
    await: async ({ personId, address, code, until, now, before, after }: CodeOnItsWay) => {
      const deliveryId = randomUUID();
      const queued = await rows.query(AWAIT, [
        personId,
        deliveryId,
        now,
        await sealed(personId, address, addressAad(personId)),
        await vault.fingerprint(keyOf(personId), code),
        until,
        after.since,
        after.count,
        before?.since ?? null,
        before?.count ?? 0,
        await sealed(personId, code, codeAad(deliveryId)),
      ]);
      return queued.length > 0;
    },
    confirm: async (personId, code, now) => {
      const given = await vault.fingerprint(keyOf(personId), code);
      // The try is taken before the code is looked at: guesses at one moment have no more of them than one after the other.
      const [waiting] = await rows.query<Pick<Row, 'pending_code'>>(
        'update mail_box set pending_tries = pending_tries + 1 where person_id = $1 and pending_tries < $2 returning pending_code',
        [personId, CODE_TRIES_MAX],
      );
      if (!waiting?.pending_code || !same(waiting.pending_code, given)) return false;
      return (await rows.query(CONFIRM, [personId, randomUUID(), now, given, CODE_TRIES_MAX])).length > 0;
    },
    remove: async (personId, now) => {
      await rows.query(REMOVE, [personId, randomUUID(), now]);
    },
    prefer: async (personId, { off, quiet, digestAt }) => {
      await rows.query(
        `insert into mail_box (person_id, kinds_off, quiet_from, quiet_until, digest_at) values ($1, $2, $3, $4, $5)
         on conflict (person_id) do update set kinds_off = excluded.kinds_off, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
           digest_at = excluded.digest_at`,
        [personId, off, quiet?.from ?? '', quiet?.until ?? '', digestAt ?? ''],
      );
    },
    forget: async (personId) => {
      await rows.query('delete from delivery where person_id = $1', [personId]);
      await rows.query('delete from mail_box where person_id = $1', [personId]);
      await vault.destroy(keyOf(personId));
    },
  };
};
