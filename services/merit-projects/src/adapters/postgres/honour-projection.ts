import type { Projection, ProjectedRows } from '@jiangong/read-models';

/** An honour in a circular, as far as it is said of an entry. proto JSON leaves empty fields out. */
type Honour = Readonly<{
  honourId?: string;
  kind?: string;
  code?: string;
  grade?: string;
  level?: string;
  entryId?: string;
  holderKind?: string;
}>;
type Issued = Readonly<{ roundId: string; documentNumber?: string; honours?: readonly Honour[] }>;
type Awarded = Readonly<{ roundId: string; entryId: string; award?: string; grade?: string }>;

const keep = (rows: ProjectedRows, { roundId, entryId, award = '', grade = '' }: Awarded): void =>
  rows.write(
    `insert into round_award (round_id, entry_id, award, grade) values ($1, $2, $3, $4)
     on conflict (round_id, entry_id) do update set award = excluded.award, grade = excluded.grade`,
    [roundId, entryId, award, grade],
  );

const issue = (rows: ProjectedRows, { roundId, documentNumber = '', honours = [] }: Issued): void => {
  rows.write(
    'insert into round_circular (round_id, document_number) values ($1, $2) on conflict (round_id) do update set document_number = excluded.document_number',
    [roundId, documentNumber],
  );
  for (const { entryId, kind, code, grade, level, honourId, holderKind } of honours) {
    // Honours of leaders and organizations name the entry that they follow from: the entry's own is the one that it holds itself.
    if (!entryId || (holderKind !== undefined && holderKind !== '' && holderKind !== 'entry')) continue;
    keep(rows, { roundId, entryId, award: kind ?? code ?? '', grade: grade ?? level ?? '' });
    if (honourId)
      rows.write('update round_award set honour_id = $3 where round_id = $1 and entry_id = $2', [
        roundId,
        entryId,
        honourId,
      ]);
  }
};

/** What evaluation has told of awards and of the circulars that issued them: from both together follows that an entry is commended. */
export const honourProjection: Projection = {
  name: 'awards-heard',
  version: 3,
  tables: `
    create table if not exists round_award (
      round_id text not null,
      entry_id text not null,
      award text not null,
      grade text not null,
      honour_id text,
      primary key (round_id, entry_id)
    );
    create index if not exists award_of_entry on round_award (entry_id);
    create table if not exists round_circular (
      round_id text primary key,
      document_number text not null
    );`,
  tableNames: ['round_award', 'round_circular'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data }) => {
    if (type === 'evaluation.CircularIssued.v1') issue(rows, data as Issued);
    if (type === 'evaluation.HonourWithdrawn.v1')
      rows.write('delete from round_award where honour_id = $1', [(data as Honour).honourId ?? '']);
    // The first vocabulary of evaluation; goes when its circulars list their honours.
    if (type === 'evaluation.EntryAwarded.v1') keep(rows, data as Awarded);
    if (type === 'evaluation.CommendationIssued.v1') issue(rows, { ...(data as Issued), honours: [] });
  },
};
