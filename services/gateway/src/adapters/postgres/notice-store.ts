import type { SqlClient } from '@jiangong/database';
import type { NoticeOutbox } from '../../application/tell-notices.ts';
import { NOTICE_KINDS, type NoticeKind, type NoticeStore } from '../../application/account-notices.ts';

const kindOf = (kept: string): NoticeKind => {
  const kind = NOTICE_KINDS.find((one) => one === kept);
  if (kind === undefined) throw new Error(`an account notice of an unknown kind: ${kept}`);
  return kind;
};

export const postgresNoticeStore = (sql: SqlClient): NoticeStore => ({
  async add(personId, { kind, at }) {
    await sql.query('insert into account_notice (person_id, kind, at) values ($1, $2, $3) on conflict do nothing', [
      personId,
      kind,
      new Date(at),
    ]);
  },
  async unseen(personId, limit) {
    const { rows } = await sql.query<{ kind: string; at: string }>(
      'select kind, at from account_notice where person_id = $1 and seen_at is null order by at desc limit $2',
      [personId, limit],
    );
    return rows.map(({ kind, at }) => ({ kind: kindOf(kind), at: Date.parse(at) }));
  },
  async see(personId, until, now) {
    await sql.query('update account_notice set seen_at = $3 where person_id = $1 and seen_at is null and at <= $2', [
      personId,
      new Date(until),
      new Date(now),
    ]);
  },
  async sweep(seenBefore) {
    await sql.query('delete from account_notice where seen_at < $1', [new Date(seenBefore)]);
  },
});

export const postgresNoticeOutbox = (sql: SqlClient): NoticeOutbox => ({
  async untold(kinds, since, limit) {
    const { rows } = await sql.query<{ person_id: string; kind: string; at: string }>(
      `select person_id, kind, at from account_notice
        where told_at is null and kind = any($1) and at >= $2 order by at, person_id limit $3`,
      [kinds, new Date(since), limit],
    );
    return rows.map(({ person_id: personId, kind, at }) => ({ personId, kind: kindOf(kind), at: Date.parse(at) }));
  },
  async told({ personId, kind, at }, now) {
    await sql.query('update account_notice set told_at = $4 where person_id = $1 and kind = $2 and at = $3', [
      personId,
      kind,
      new Date(at),
      new Date(now),
    ]);
  },
});
