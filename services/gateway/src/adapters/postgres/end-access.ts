import type { SqlClient, SqlPool } from '@jiangong/database';
import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { NoticeKind } from '../../application/account-notices.ts';
import { postgresNoticeStore } from './notice-store.ts';

const textIn = ({ type, data }: Pick<PublicFact, 'type' | 'data'>, field: string): string => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined;
  if (typeof value !== 'string') throw new Error(`${type} names no ${field}`);
  return value;
};

/** The ways in: an account with its login name, its second factors, identities of issuers outside, links not used yet; and what is told of them. */
const WAYS_IN = [
  ...['account', 'external_identity', 'one_time_link'],
  ...['second_factor', 'passkey', 'recovery_code', 'reset_request', 'account_notice'],
  ...['sign_in_record', 'known_device'],
] as const;

/** A passkey opens an account by itself: where a lost device is ended, it goes too. */
const SECOND_FACTORS = ['second_factor', 'passkey', 'recovery_code'] as const;

const forget = async (client: SqlClient, personId: string): Promise<void> => {
  for (const table of WAYS_IN) await client.query(`delete from ${table} where person_id = $1`, [personId]);
};

/** The fact names the notice: told twice it is one. */
const tellOwner = async (
  client: SqlClient,
  { personId, kind, at }: Readonly<{ personId: string; kind: NoticeKind; at: string }>,
): Promise<void> => postgresNoticeStore(client).add(personId, { kind, at: Date.parse(at) });

/** Exits after which somebody takes part in nothing; who left the rolls otherwise may still hold a role. */
const CLOSING_EXITS = new Set(['expelled', 'deceased']);

type Told = Readonly<{ client: SqlClient; fact: PublicFact; personId: string }>;

/** What a fact of membership does to somebody's access; true when the person's sessions end with it. Twice is once. */
const EFFECTS: Readonly<Record<string, (told: Told) => Promise<boolean>>> = {
  'membership.PersonErased.v1': async ({ client, personId }) => {
    await forget(client, personId);
    await client.query('delete from draft where person_id = $1', [personId]);
    await client.query('delete from export_job where person_id = $1', [personId]);
    await client.query('delete from known_grant where person_id = $1', [personId]);
    await client.query('delete from exited_person where person_id = $1', [personId]);
    return true;
  },
  // The account stays, closed: an exit that was recorded wrongly is corrected.
  'membership.PersonExited.v1': async ({ client, fact, personId }) => {
    if (!CLOSING_EXITS.has(textIn(fact, 'kind'))) return false;
    await client.query('insert into exited_person (person_id) values ($1) on conflict do nothing', [personId]);
    await client.query('delete from one_time_link where person_id = $1', [personId]);
    return true;
  },
  'membership.PersonExitCorrected.v1': async ({ client, personId }) => {
    await client.query('delete from exited_person where person_id = $1', [personId]);
    return false;
  },
  // Recorded by an officer, so that the person may be invited anew: another issuer's identity, a lost password.
  'membership.SignInEnded.v1': async ({ client, personId }) => {
    await forget(client, personId);
    return true;
  },
  'membership.SignInResetOffered.v1': async ({ client, fact, personId }) => {
    await tellOwner(client, { personId, kind: 'reset-offered', at: fact.occurredAt });
    return false;
  },
  // The password stays; whoever is in by the lost factor is out.
  'membership.SecondFactorEnded.v1': async ({ client, fact, personId }) => {
    for (const table of SECOND_FACTORS) await client.query(`delete from ${table} where person_id = $1`, [personId]);
    await tellOwner(client, { personId, kind: 'second-factor-ended', at: fact.occurredAt });
    return true;
  },
  'membership.RoleGranted.v1': async ({ client, fact, personId }) => {
    await client.query('insert into known_grant (grant_id, person_id) values ($1, $2) on conflict do nothing', [
      textIn(fact, 'grantId'),
      personId,
    ]);
    return false;
  },
  // A person's facts come in their order, so the table knows which grant is the last.
  'membership.RoleRevoked.v1': async ({ client, fact, personId }) => {
    await client.query('delete from known_grant where grant_id = $1', [textIn(fact, 'grantId')]);
    const { rowCount } = await client.query('select 1 from known_grant where person_id = $1 limit 1', [personId]);
    return rowCount === 0;
  },
};

/** After these a name that was told is another, or none, or told to fewer. */
const FORGETS_NAMES = new Set(['membership.PersonErased.v1', 'membership.RoleRevoked.v1']);

type Ends = Readonly<{
  sessions: (personId: string) => Promise<void>;
  /** Forgets the names of people that are remembered here. */
  names: () => void;
}>;

/**
 * Ends access with what it rested on: who has exited (death, expulsion) or is erased can not sign in, whose last grant is revoked has to
 * sign in anew, whose sign-in was ended may be invited again.
 */
export const endAccess = (pool: SqlPool, ends: Ends): ProcessManager => ({
  name: 'end-access',
  contexts: ['membership'],
  async handle(fact) {
    const effect = EFFECTS[fact.type];
    if (effect === undefined) return;
    const personId = textIn(fact, 'personId');
    // What closes the door first: a session begun meanwhile finds it closed, or is ended after.
    const sessionsEnd = await pool.transaction(async (client) => effect({ client, fact, personId }));
    if (sessionsEnd) await ends.sessions(personId);
    if (FORGETS_NAMES.has(fact.type)) ends.names();
  },
});

/** Whether somebody may have a session at all. */
export const mayEnter =
  (sql: SqlClient) =>
  async (personId: string): Promise<boolean> => {
    const { rowCount } = await sql.query('select 1 from exited_person where person_id = $1', [personId]);
    return rowCount === 0;
  };
