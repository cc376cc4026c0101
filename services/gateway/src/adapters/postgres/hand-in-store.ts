import { timingSafeEqual } from 'node:crypto';
import type { SqlPool } from '@jiangong/database';
import type { EvidenceMediaType } from '@jiangong/evidence';
import type { HandedIn, HandInStore } from '../../application/hand-in.ts';

const moment = (ms: number): Date => new Date(ms);

type Row = {
  token_hash: Buffer;
  entry_id: string;
  source: string;
  block: string;
  code_hash: Buffer;
  sealed: Buffer;
  handed_in_at: string;
  lapses_at: string;
  confirmed_at: string | null;
};

const handedInOf = (row: Row): HandedIn & { confirmed: boolean } => ({
  tokenHash: row.token_hash,
  entryId: row.entry_id,
  source: row.source,
  block: row.block,
  codeHash: row.code_hash,
  sealed: row.sealed,
  handedInAt: Date.parse(row.handed_in_at),
  lapsesAt: Date.parse(row.lapses_at),
  confirmed: row.confirmed_at !== null,
});

const prove =
  (pool: SqlPool): HandInStore['prove'] =>
  async (tokenHash, codeHash) =>
    pool.transaction(async (client) => {
      const { rows } = await client.query<{ code_hash: Buffer; tries_left: number }>(
        'select code_hash, tries_left from hand_in where token_hash = $1 for update',
        [tokenHash],
      );
      const [kept] = rows;
      if (kept === undefined) return 'gone';
      if (timingSafeEqual(kept.code_hash, codeHash)) return 'right';
      if (kept.tries_left > 1)
        await client.query('update hand_in set tries_left = tries_left - 1 where token_hash = $1', [tokenHash]);
      else await client.query('delete from hand_in where token_hash = $1', [tokenHash]);
      return kept.tries_left > 1 ? 'wrong' : 'gone';
    });

const putFile =
  (pool: SqlPool): HandInStore['putFile'] =>
  async ({ tokenHash, sha256, bytes, mediaType, sealed }, filesMax) =>
    pool.transaction(async (client) => {
      await client.query('select 1 from hand_in where token_hash = $1 for update', [tokenHash]);
      const { rows } = await client.query<{ sha256: string }>('select sha256 from hand_in_file where token_hash = $1', [
        tokenHash,
      ]);
      if (rows.some((row) => row.sha256 === sha256)) return 'kept';
      if (rows.length >= filesMax) return 'too-many';
      await client.query(
        'insert into hand_in_file (token_hash, sha256, bytes, media_type, sealed) values ($1, $2, $3, $4, $5)',
        [tokenHash, sha256, bytes, mediaType, sealed],
      );
      return 'kept';
    });

const sweep =
  (pool: SqlPool): HandInStore['sweep'] =>
  async (nowMs, sourcesKeptMs) => {
    const before = moment(nowMs - sourcesKeptMs);
    await pool.query('delete from hand_in where lapses_at < $1', [moment(nowMs)]);
    await pool.query('delete from objection_receipt where lapses_at < $1', [moment(nowMs)]);
    await pool.query('delete from confirmed_source where confirmed_at < $1', [before]);
    await pool.query(
      `delete from source_key k where not exists (select 1 from hand_in h where h.entry_id = k.entry_id)
         and not exists (select 1 from confirmed_source c where c.entry_id = k.entry_id)`,
      [],
    );
  };

const entryKey =
  (pool: SqlPool): HandInStore['entryKey'] =>
  async (entryId, fresh, nowMs) => {
    await pool.query(
      'insert into source_key (entry_id, sealed, made_at) values ($1, $2, $3) on conflict (entry_id) do nothing',
      [entryId, fresh, moment(nowMs)],
    );
    const { rows } = await pool.query<{ sealed: Buffer }>('select sealed from source_key where entry_id = $1', [
      entryId,
    ]);
    return rows[0]?.sealed ?? fresh;
  };

const confirm =
  (pool: SqlPool): HandInStore['confirm'] =>
  async ({ tokenHash, entryId, block }, { codeHash, objectionId, lapsesAt }, nowMs) => {
    await pool.transaction(async (client) => {
      await client.query('update hand_in set confirmed_at = coalesce(confirmed_at, $2) where token_hash = $1', [
        tokenHash,
        moment(nowMs),
      ]);
      await client.query(
        'insert into confirmed_source (entry_id, token_hash, block, confirmed_at) values ($1, $2, $3, $4) on conflict do nothing',
        [entryId, tokenHash, block, moment(nowMs)],
      );
      await client.query(
        'insert into objection_receipt (code_hash, objection_id, lapses_at) values ($1, $2, $3) on conflict do nothing',
        [codeHash, objectionId, moment(lapsesAt)],
      );
    });
  };

/** What was handed in and waits to be confirmed. Contents and files are sealed by who puts them here. */
export const postgresHandInStore = (pool: SqlPool): HandInStore => ({
  entryKey: entryKey(pool),
  async counts({ entryId, source, block }) {
    const { rows } = await pool.query<{ waiting: number; of_all: number; confirmed: number }>(
      `select (select count(*)::int from hand_in where entry_id = $1 and source = $2 and confirmed_at is null and lapses_at > clock_timestamp()) as waiting,
              (select count(*)::int from hand_in where confirmed_at is null) as of_all,
              (select count(*)::int from confirmed_source where entry_id = $1 and block = $3) as confirmed`,
      [entryId, source, block],
    );
    const [row] = rows;
    return { waiting: row?.waiting ?? 0, ofAll: row?.of_all ?? 0, confirmed: row?.confirmed ?? 0 };
  },
  async put({ tokenHash, entryId, source, block, codeHash, sealed, handedInAt, lapsesAt }, triesLeft) {
    await pool.query(
      `insert into hand_in (token_hash, entry_id, source, block, code_hash, tries_left, sealed, handed_in_at, lapses_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (token_hash) do nothing`,
      [tokenHash, entryId, source, block, codeHash, triesLeft, sealed, moment(handedInAt), moment(lapsesAt)],
    );
  },
  async find(tokenHash, nowMs) {
    const { rows } = await pool.query<Row>('select * from hand_in where token_hash = $1 and lapses_at > $2', [
      tokenHash,
      moment(nowMs),
    ]);
    return rows[0] === undefined ? undefined : handedInOf(rows[0]);
  },
  prove: prove(pool),
  confirm: confirm(pool),
  async objectionOf(codeHash, nowMs) {
    const { rows } = await pool.query<{ objection_id: string }>(
      'select objection_id from objection_receipt where code_hash = $1 and lapses_at > $2',
      [codeHash, moment(nowMs)],
    );
    return rows[0]?.objection_id;
  },
  async quarantined() {
    const { rows } = await pool.query<{ bytes: number }>(
      'select coalesce(sum(bytes), 0)::bigint as bytes from hand_in_file',
      [],
    );
    return Number(rows[0]?.bytes ?? 0);
  },
  putFile: putFile(pool),
  async files(tokenHash) {
    const { rows } = await pool.query<{ sha256: string; bytes: number; media_type: EvidenceMediaType; sealed: Buffer }>(
      'select sha256, bytes, media_type, sealed from hand_in_file where token_hash = $1',
      [tokenHash],
    );
    return rows.map(({ sha256, bytes, media_type: mediaType, sealed }) => ({
      tokenHash,
      sha256,
      bytes,
      mediaType,
      sealed,
    }));
  },
  sweep: sweep(pool),
});
