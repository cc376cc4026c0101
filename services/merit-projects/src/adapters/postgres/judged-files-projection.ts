import type { Projection } from '@jiangong/read-models';

type EvidenceNamed = Readonly<{ entryIds?: readonly string[]; evidence?: readonly string[] }>;

/**
 * Files that findings, claims and measured values name, as evaluation tells it: in none of the lists that an entry's readers see, for who is
 * shown these is evaluation's to say; but for such a file, too, it can be proposed that it be destroyed.
 */
export const judgedFilesProjection: Projection = {
  name: 'judged-files-heard',
  version: 1,
  tables: `
    create table if not exists entry_judged_file (
      entry_id text not null,
      sha256 text not null,
      primary key (entry_id, sha256)
    );`,
  tableNames: ['entry_judged_file'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data }) => {
    if (type !== 'evaluation.EvidenceNamed.v1') return;
    const { entryIds = [], evidence = [] } = data as EvidenceNamed;
    rows.write(
      `insert into entry_judged_file (entry_id, sha256)
       select distinct e, f from unnest($1::text[]) as e, unnest($2::text[]) as f on conflict do nothing`,
      [entryIds, evidence],
    );
  },
};
