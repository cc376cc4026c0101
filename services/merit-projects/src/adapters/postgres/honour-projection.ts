import type {
  CircularIssued,
  Honour,
  HonourRestored,
  HonourWithdrawn,
} from '@jiangong/contracts/jiangong/evaluation/events/v1/decision_events';
import type { Projection, ProjectedRows } from '@jiangong/read-models';

/** As it is told: proto JSON leaves empty fields out. */
type Told<T> = Readonly<Partial<T>>;
type Issued = Readonly<{ documentNumber?: string; honours?: readonly Told<Honour>[] }> &
  Told<Omit<CircularIssued, 'honours'>>;

const issue = (rows: ProjectedRows, { documentNumber = '', honours = [] }: Issued): void => {
  for (const { honourId, to, entryId, code = '', rule = '', gradeZh = '', gradeEn = '' } of honours) {
    // Honours of leaders and organizations name the entry that they follow from: the entry's own is the one that it is given itself.
    if (!honourId || !entryId || to !== 'entry') continue;
    rows.write(
      `insert into entry_honour (honour_id, entry_id, award, grade, grade_zh, grade_en, document_number, stands) values ($1, $2, $3, $4, $5, $6, $7, true)
       on conflict (honour_id) do nothing`,
      [honourId, entryId, code, rule, gradeZh, gradeEn, documentNumber],
    );
  }
};

const stand = (rows: ProjectedRows, { honourId = '' }: Told<HonourWithdrawn | HonourRestored>, stands: boolean): void =>
  rows.write('update entry_honour set stands = $2 where honour_id = $1', [honourId, stands]);

/** What evaluation has told of honours that entries hold: from one that stands follows that its entry is commended. */
export const honourProjection: Projection = {
  name: 'awards-heard',
  version: 5,
  tables: `
    create table if not exists entry_honour (
      honour_id text primary key,
      entry_id text not null,
      award text not null,
      grade text not null,
      grade_zh text not null,
      grade_en text not null,
      document_number text not null,
      stands boolean not null
    );
    create index if not exists honour_of_entry on entry_honour (entry_id);`,
  tableNames: ['entry_honour'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data }) => {
    if (type === 'evaluation.CircularIssued.v1') issue(rows, data as Issued);
    if (type === 'evaluation.HonourWithdrawn.v1') stand(rows, data as Told<HonourWithdrawn>, false);
    if (type === 'evaluation.HonourRestored.v1') stand(rows, data as Told<HonourRestored>, true);
  },
};
