import type { SqlClient } from '@jiangong/database';

/** An event as its bytes stand in the log. */
export type LoggedRow = Readonly<{
  position: number;
  stream: string;
  revision: number;
  type: string;
  hash: string;
  entry: string;
  data: string;
}>;

const PAGE_ROWS_MAX = 5_000;

/** The log after a position, in pages, straight from the table: by no code of the platform. */
export async function* readLog(sql: Pick<SqlClient, 'query'>, after: number): AsyncGenerator<readonly LoggedRow[]> {
  for (let from = after; ;) {
    const { rows } = await sql.query<LoggedRow>(
      `select position, stream, revision, type, encode(hash, 'hex') as hash, entry, data from log.event where position > $1 order by position limit ${PAGE_ROWS_MAX}`,
      [from],
    );
    if (rows.length === 0) return;
    yield rows;
    from = (rows.at(-1) as LoggedRow).position;
  }
}
