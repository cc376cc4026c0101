/** A read model's table of versions. Each row has `standing`, `reason`, `sha256`, `bytes`, `template`, `made_at`, `made_by`, `place` and `version`. */
export type VersionsTable = Readonly<{
  table: string;
  /** The column of the version's own id. */
  id: string;
  /** The column that says which versions are of one another. */
  series: string;
  /** What else a row has. */
  own: readonly string[];
}>;

type Rows = Readonly<{ write(sql: string, values: readonly unknown[]): void }>;

export type VersionMade = Readonly<{
  id: string;
  series: string;
  own: readonly unknown[];
  replaces: string | null;
  sha256: string;
  bytes: number;
  template: string;
  madeAt: string;
  madeBy: string;
  /** In the log. */
  place: number;
}>;

const KEPT = ['sha256', 'bytes', 'template', 'made_at', 'made_by', 'place'];

/** How a projection writes versions, and how they are read. All names are ours. */
export const versionsIn = ({ table, id, series, own }: VersionsTable) => {
  const given = [id, series, ...own, ...KEPT];
  const insert = `insert into ${table} (${given.join(', ')}, standing, reason, version)
    values (${given.map((_, at) => `$${at + 1}`).join(', ')}, 'stands', '', (select count(*) + 1 from ${table} where ${series} = $2))`;
  return {
    made: (rows: Rows, made: VersionMade): void => {
      rows.write(`update ${table} set standing = 'replaced' where ${id} = $1`, [made.replaces ?? '']);
      rows.write(insert, [
        ...[made.id, made.series, ...made.own],
        ...[made.sha256, made.bytes, made.template, made.madeAt, made.madeBy, made.place],
      ]);
    },
    withdrawn: (rows: Rows, versionId: string, reason: string): void =>
      rows.write(`update ${table} set standing = 'withdrawn', reason = $2 where ${id} = $1`, [versionId, reason]),
    /** What is read of each; `currentId`: the one of its series that stands, empty where none does. */
    columns: `standing, reason, sha256, bytes, template, made_at as "madeAt", made_by as "madeBy", version,
      coalesce((select other.${id} from ${table} other where other.${series} = ${table}.${series} and other.standing = 'stands'), '') as "currentId"`,
  };
};
