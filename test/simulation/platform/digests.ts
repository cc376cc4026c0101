import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import type { ProjectedEvent, Projection, ProjectionSource } from '@jiangong/read-models';
import type { Statements } from '../server/statements.ts';

/** How many events of a stream were folded, and one hash over all of them in order: what is lost, doubled or swapped shows. */
type Digest = { key: string; count: number; digest: string };

const SELECT = (table: string): string => `select key, count, digest from ${table} where key = any($1)`;
const UPSERT = (table: string): string =>
  `insert into ${table} select * from unnest($1::text[], $2::integer[], $3::text[]) on conflict (key) do update set count = excluded.count, digest = excluded.digest`;
const CREATE = (table: string): string =>
  `create table if not exists ${table} (key text primary key, count integer not null, digest text not null)`;

const folded = ({ key, count, digest }: Digest, { position, type, eventId, data }: ProjectedEvent): Digest => ({
  key,
  count: count + 1,
  digest: sha256Hex(canonicalBytes([digest, position, type, eventId, data])),
});

/** The row that is folded over everything, across streams. */
export const EVERYTHING = '*';

/** A projection that is as touchy as one can be: doing anything twice, not at all or in another order changes its rows. */
export const digestProjection = (name: string, source: ProjectionSource): Projection => {
  const table = name.replaceAll('-', '_');
  return {
    name,
    version: 1,
    tables: CREATE(table),
    tableNames: [table],
    source,
    apply: async (rows, event) => {
      const keys = [event.stream, EVERYTHING];
      const before = await rows.query<Digest>(SELECT(table), [keys]);
      const after = keys.map((key) =>
        folded(before.find((row) => row.key === key) ?? { key, count: 0, digest: '' }, event),
      );
      await rows.query(UPSERT(table), [keys, after.map(({ count }) => count), after.map(({ digest }) => digest)]);
    },
  };
};

export const digestStatements = (name: string): Statements => {
  const table = name.replaceAll('-', '_');
  return {
    [SELECT(table)]: ({ transaction, table: own }, [keys]) =>
      (keys as readonly string[]).flatMap((key) => {
        const row = transaction.get(own(table), key);
        return row ? [row] : [];
      }),
    [UPSERT(table)]: async ({ transaction, table: own }, [keys, counts, digests]) => {
      for (const [index, key] of (keys as readonly string[]).entries())
        await transaction.put(own(table), key, {
          key,
          count: (counts as readonly number[])[index],
          digest: (digests as readonly string[])[index],
        });
      return [];
    },
  };
};
