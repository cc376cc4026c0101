import type { SqlPool } from '@jiangong/database';
import type { ExportFormat, ExportJob, ExportState, ExportStore } from '../../application/exports.ts';
import type { RefusalSaid } from '../../application/problem.ts';

type Row = {
  export_id: string;
  person_id: string;
  list: string;
  format: ExportFormat;
  state: ExportState;
  rows: number;
  total: number | null;
  bytes: number;
  asked_at: string;
  told_at: string;
  failure: RefusalSaid | null;
};

const jobOf = (row: Row): ExportJob => ({
  exportId: row.export_id,
  personId: row.person_id,
  list: row.list,
  format: row.format,
  state: row.state,
  rows: row.rows,
  total: row.total,
  bytes: row.bytes,
  askedAt: Date.parse(row.asked_at),
  toldAt: Date.parse(row.told_at),
  failure: row.failure,
});

const moment = (ms: number): Date => new Date(ms);

const begin =
  (pool: SqlPool): ExportStore['begin'] =>
  async (job, ofPersonMax) =>
    pool.transaction(async (client) => {
      await client.query("select pg_advisory_xact_lock(hashtextextended('export ' || $1, 0))", [job.personId]);
      const { rows } = await client.query<{ kept: number }>(
        'select count(*)::int as kept from export_job where person_id = $1',
        [job.personId],
      );
      if ((rows[0]?.kept ?? 0) >= ofPersonMax) return false;
      await client.query(
        `insert into export_job (export_id, person_id, list, format, state, rows, total, bytes, asked_at, told_at)
         values ($1, $2, $3, $4, $5, 0, $6, 0, $7, $7)`,
        [job.exportId, job.personId, job.list, job.format, job.state, job.total, moment(job.askedAt)],
      );
      return true;
    });

/** Exports as rows of the gateway's schema; they go with their person (`end-access.ts`), and after a day. */
export const postgresExportStore = (pool: SqlPool): ExportStore => ({
  begin: begin(pool),
  async tell(exportId, { rows, total, bytes }, nowMs) {
    const { rowCount } = await pool.query(
      `update export_job set state = 'running', rows = $2, total = $3, bytes = $4, told_at = $5
       where export_id = $1 and state in ('waiting', 'running')`,
      [exportId, rows, total, bytes, moment(nowMs)],
    );
    return rowCount === 1;
  },
  async addPart(exportId, ordinal, sealed) {
    // Of a job that was taken away meanwhile nothing is kept.
    await pool.query(
      `insert into export_part (export_id, ordinal, sealed) select export_id, $2, $3 from export_job where export_id = $1`,
      [exportId, ordinal, sealed],
    );
  },
  async end(exportId, { state, failure }, nowMs) {
    await pool.query(
      `update export_job set state = $2, failure = $3, told_at = $4 where export_id = $1 and state in ('waiting', 'running')`,
      [exportId, state, failure === null ? null : JSON.stringify(failure), moment(nowMs)],
    );
    if (state === 'failed') await pool.query('delete from export_part where export_id = $1', [exportId]);
  },
  async find(exportId, personId) {
    const { rows } = await pool.query<Row>('select * from export_job where export_id = $1 and person_id = $2', [
      exportId,
      personId,
    ]);
    return rows[0] === undefined ? undefined : jobOf(rows[0]);
  },
  async list(personId) {
    const { rows } = await pool.query<Row>(
      'select * from export_job where person_id = $1 order by asked_at desc, export_id',
      [personId],
    );
    return rows.map(jobOf);
  },
  async *parts(exportId) {
    for (let ordinal = 0; ; ordinal += 1) {
      const { rows } = await pool.query<{ sealed: Buffer }>(
        'select sealed from export_part where export_id = $1 and ordinal = $2',
        [exportId, ordinal],
      );
      if (rows[0] === undefined) return;
      yield rows[0].sealed;
    }
  },
  async remove(exportId, personId) {
    await pool.query('delete from export_job where export_id = $1 and person_id = $2', [exportId, personId]);
  },
  async sweep({ askedBefore, silentSince }, failure) {
    await pool.query('delete from export_job where asked_at < $1', [moment(askedBefore)]);
    await pool.query(
      `with silent as (
         update export_job set state = 'failed', failure = $2 where state in ('waiting', 'running') and told_at < $1 returning export_id)
       delete from export_part where export_id in (select export_id from silent)`,
      [moment(silentSince), JSON.stringify(failure)],
    );
  },
});
