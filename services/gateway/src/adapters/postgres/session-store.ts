import type { SqlClient } from '@jiangong/database';
import type { Session, SessionStore } from '../../application/sessions.ts';
import { deviceIn } from './sign-in-store.ts';

type Row = {
  session_id: string;
  person_id: string;
  created_at: string;
  seen_at: string;
  position: number;
  browser: string;
  system: string;
};

const moment = (ms: number): Date => new Date(ms);

const sessionOf = (row: Row): Session => ({
  sessionId: row.session_id,
  personId: row.person_id,
  createdAt: Date.parse(row.created_at),
  seenAt: Date.parse(row.seen_at),
  position: row.position,
  device: deviceIn(row),
});

/** What ties sessions to the issuer outside at which they began. */
const ofIssuerOutside = (sql: SqlClient): Pick<SessionStore, 'outsideOf' | 'removeOfIssuer'> => ({
  async outsideOf(tokenHash) {
    const { rows } = await sql.query<{ sid: string | null; subject: string; sealed: Buffer }>(
      'select issuer_sid as sid, issuer_subject as subject, sealed_id_token as sealed from session where token_hash = $1 and sealed_id_token is not null',
      [tokenHash],
    );
    const row = rows[0];
    return row === undefined ? undefined : { sid: row.sid, subject: row.subject, sealedIdToken: row.sealed };
  },
  async removeOfIssuer({ sid, subject }) {
    const { rows } = await sql.query<{ token_hash: Buffer }>(
      `delete from session where issuer_subject is not null and ($1::text is null or issuer_sid = $1) and ($2::text is null or issuer_subject = $2)
         and ($1::text is not null or $2::text is not null) returning token_hash`,
      [sid, subject],
    );
    return rows.map(({ token_hash }) => token_hash);
  },
});

/** How sessions end before their time. */
const endings = (sql: SqlClient): Pick<SessionStore, 'remove' | 'removeNamed' | 'removeOthers' | 'removeOf'> => ({
  async remove(tokenHash) {
    await sql.query('delete from session where token_hash = $1', [tokenHash]);
  },
  async removeOthers(personId, sessionId) {
    const { rows } = await sql.query<{ token_hash: Buffer }>(
      'delete from session where person_id = $1 and session_id <> $2 returning token_hash',
      [personId, sessionId],
    );
    return rows.map(({ token_hash }) => token_hash);
  },
  async removeOf(personId) {
    const { rows } = await sql.query<{ token_hash: Buffer }>(
      'delete from session where person_id = $1 returning token_hash',
      [personId],
    );
    return rows.map(({ token_hash }) => token_hash);
  },
  async removeNamed(personId, sessionId) {
    const { rows } = await sql.query<{ token_hash: Buffer }>(
      'delete from session where person_id = $1 and session_id = $2 returning token_hash',
      [personId, sessionId],
    );
    return rows[0]?.token_hash;
  },
});

export const postgresSessionStore = (sql: SqlClient): SessionStore => ({
  async insert(tokenHash, session, outside) {
    await sql.query(
      'insert into session (token_hash, session_id, person_id, created_at, seen_at, position, issuer_sid, issuer_subject, sealed_id_token, browser, system) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [
        tokenHash,
        session.sessionId,
        session.personId,
        moment(session.createdAt),
        moment(session.seenAt),
        session.position,
        outside?.sid ?? null,
        outside?.subject ?? null,
        outside?.sealedIdToken ?? null,
        session.device.browser,
        session.device.system,
      ],
    );
  },
  async find(tokenHash) {
    const { rows } = await sql.query<Row>(
      'select session_id, person_id, created_at, seen_at, position, browser, system from session where token_hash = $1',
      [tokenHash],
    );
    const row = rows[0];
    return row === undefined ? undefined : sessionOf(row);
  },
  ...ofIssuerOutside(sql),
  ...endings(sql),
  async ofPerson(personId, limit) {
    const { rows } = await sql.query<Row>(
      'select session_id, person_id, created_at, seen_at, position, browser, system from session where person_id = $1 order by seen_at desc limit $2',
      [personId, limit],
    );
    return rows.map(sessionOf);
  },
  async touch(sessions: readonly Session[]) {
    await sql.query(
      `update session set seen_at = greatest(session.seen_at, fresh.seen_at), position = greatest(session.position, fresh.position)
         from unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) as fresh (session_id, seen_at, position)
        where session.session_id = fresh.session_id`,
      [
        sessions.map((session) => session.sessionId),
        sessions.map((session) => moment(session.seenAt)),
        sessions.map((session) => session.position),
      ],
    );
  },
  async sweep({ seenBefore, createdBefore }) {
    await sql.query('delete from session where seen_at < $1 or created_at < $2', [
      moment(seenBefore),
      moment(createdBefore),
    ]);
  },
});
