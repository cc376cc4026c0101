import type { SqlPool } from '@jiangong/database';
import type { DraftKind, DraftPlace, DraftShown, DraftStore } from '../../application/drafts.ts';

type Row = { kind: DraftKind; subject_id: string; revision: number; saved_at: string; bytes: number };

const SHOWN = 'kind, subject_id, revision, saved_at, bytes';

const shownOf = ({ kind, subject_id: subjectId, revision, saved_at: savedAt, bytes }: Row): DraftShown => ({
  kind,
  subjectId,
  revision,
  savedAt: Date.parse(savedAt),
  bytes,
});

const placed = ({ personId, kind, subjectId }: DraftPlace): readonly string[] => [personId, kind, subjectId];

const put =
  (pool: SqlPool): DraftStore['put'] =>
  async (place, { sealed, digest, bytes, seen, nowMs, draftsMax }) =>
    pool.transaction(async (client) => {
      // One save of a person after the other: two windows that begin the same draft at once are told apart, and the count is exact.
      await client.query("select pg_advisory_xact_lock(hashtextextended('draft ' || $1, 0))", [place.personId]);
      const { rows } = await client.query<{ revision: number; digest: Buffer }>(
        'select revision, digest from draft where person_id = $1 and kind = $2 and subject_id = $3',
        [...placed(place)],
      );
      const there = rows[0]?.revision ?? -1;
      if (there === seen + 1 && rows[0]?.digest.equals(digest) === true) return { kind: 'kept', revision: there };
      if (there !== seen) return { kind: 'changed' };
      if (there === -1) {
        const { rows: counted } = await client.query<{ kept: number }>(
          'select count(*)::int as kept from draft where person_id = $1',
          [place.personId],
        );
        if ((counted[0]?.kept ?? 0) >= draftsMax) return { kind: 'full' };
      }
      await client.query(
        `insert into draft (person_id, kind, subject_id, revision, sealed, digest, bytes, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (person_id, kind, subject_id)
         do update set revision = excluded.revision, sealed = excluded.sealed, digest = excluded.digest, bytes = excluded.bytes, saved_at = excluded.saved_at`,
        [...placed(place), there + 1, sealed, digest, bytes, new Date(nowMs)],
      );
      return { kind: 'kept', revision: there + 1 };
    });

/** Drafts as rows of the gateway's schema; they go with their person (`end-access.ts`). */
export const postgresDraftStore = (pool: SqlPool): DraftStore => ({
  put: put(pool),
  async get(place) {
    const { rows } = await pool.query<Row & { sealed: Buffer }>(
      `select ${SHOWN}, sealed from draft where person_id = $1 and kind = $2 and subject_id = $3`,
      [...placed(place)],
    );
    return rows[0] === undefined ? undefined : { ...shownOf(rows[0]), sealed: rows[0].sealed };
  },
  async list(personId) {
    const { rows } = await pool.query<Row>(
      `select ${SHOWN} from draft where person_id = $1 order by saved_at desc, kind, subject_id`,
      [personId],
    );
    return rows.map(shownOf);
  },
  async remove(place) {
    await pool.query('delete from draft where person_id = $1 and kind = $2 and subject_id = $3', [...placed(place)]);
  },
  async sweep(savedBeforeMs) {
    await pool.query('delete from draft where saved_at < $1', [new Date(savedBeforeMs)]);
  },
});
