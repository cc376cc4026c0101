import type { Projection, ProjectedRows } from '@jiangong/read-models';

/** An honour as a circular lists it, as far as it is said of an entry. proto JSON leaves empty fields out. */
type Honour = Readonly<{ honourId?: string; code?: string; rule?: string; entryId?: string; holderId?: string }>;
type Issued = Readonly<{ roundId: string; documentNumber?: string; honours?: readonly Honour[] }>;
type Awarded = Readonly<{ roundId: string; entryId: string; award?: string; grade?: string }>;

type Row = Readonly<{
  honourId: string;
  roundId: string;
  entryId: string;
  holderId: string;
  award: string;
  grade: string;
}>;

const keep = (rows: ProjectedRows, { honourId, roundId, entryId, holderId, award, grade }: Row): void =>
  rows.write(
    `insert into entry_honour (honour_id, round_id, entry_id, holder_id, award, grade, stands) values ($1, $2, $3, $4, $5, $6, true)
     on conflict (honour_id) do update set award = excluded.award, grade = excluded.grade`,
    [honourId, roundId, entryId, holderId, award, grade],
  );

const number = (rows: ProjectedRows, { roundId, documentNumber = '' }: Issued): void =>
  rows.write(
    'insert into round_circular (round_id, document_number) values ($1, $2) on conflict (round_id) do update set document_number = excluded.document_number',
    [roundId, documentNumber],
  );

const issue = (rows: ProjectedRows, issued: Issued): void => {
  number(rows, issued);
  const { roundId, honours = [] } = issued;
  for (const { honourId = '', code = '', rule = '', entryId = '', holderId = '' } of honours)
    if (entryId !== '') keep(rows, { honourId, roundId, entryId, holderId, award: code, grade: rule });
};

const stand = (rows: ProjectedRows, { honourId = '' }: Honour, stands: boolean): void =>
  rows.write('update entry_honour set stands = $2 where honour_id = $1', [honourId, stands]);

/** What evaluation has told of awards and of the circulars that issued them: from both together follows that an entry is commended. */
export const honourProjection: Projection = {
  name: 'awards-heard',
  version: 3,
  tables: `
    create table if not exists entry_honour (
      honour_id text primary key,
      round_id text not null,
      entry_id text not null,
      holder_id text not null,
      award text not null,
      grade text not null,
      stands boolean not null
    );
    create index if not exists honour_of_entry on entry_honour (entry_id);
    create table if not exists round_circular (
      round_id text primary key,
      document_number text not null
    );`,
  tableNames: ['entry_honour', 'round_circular'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data }) => {
    if (type === 'evaluation.CircularIssued.v1') issue(rows, data as Issued);
    if (type === 'evaluation.HonourWithdrawn.v1') stand(rows, data as Honour, false);
    if (type === 'evaluation.HonourRestored.v1') stand(rows, data as Honour, true);
    // The first vocabulary of evaluation; goes when its circulars list their honours.
    if (type === 'evaluation.CommendationIssued.v1') number(rows, data as Issued);
    if (type !== 'evaluation.EntryAwarded.v1') return;
    const { roundId, entryId, award = '', grade = '' } = data as Awarded;
    keep(rows, { honourId: `${roundId} ${entryId}`, roundId, entryId, holderId: '', award, grade });
  },
};
