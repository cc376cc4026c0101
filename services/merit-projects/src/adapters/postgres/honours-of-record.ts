import { localDateOf } from '@jiangong/calendar';
import type {
  CircularIssued,
  Honour,
  HonourRestored,
  HonourWithdrawn,
} from '@jiangong/contracts/jiangong/evaluation/events/v1/decision_events';
import type { Projection, ProjectedRows } from '@jiangong/read-models';

/** As it is told: proto JSON leaves empty fields out. */
type Told<T> = Readonly<Partial<T>>;
type Issued = Readonly<{ honours?: readonly Told<Honour>[] }> & Told<Omit<CircularIssued, 'honours'>>;

const issue = (rows: ProjectedRows, { editionId = '', issuedAt = '', honours = [] }: Issued): void => {
  for (const { honourId, holderId, code = '', seriesId = '', awardYear = 0, grantedBy = '', until = '' } of honours) {
    if (!honourId || !holderId || issuedAt === '') continue;
    rows.write(
      `insert into honour_of_record (honour_id, holder_id, code, series_id, edition_id, award_year, issued_on, granted_by, until, ended_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '') on conflict (honour_id) do nothing`,
      [honourId, holderId, code, seriesId, editionId, awardYear, localDateOf(issuedAt), grantedBy, until],
    );
  }
};

const end = (rows: ProjectedRows, honourId: string, endedOn: string): void =>
  rows.write('update honour_of_record set ended_on = $2 where honour_id = $1', [honourId, endedOn]);

/** Whom evaluation has honoured by a circular, since when, and from which day on no more: needs count them. */
export const honourOfRecordProjection: Projection = {
  name: 'honours-of-record',
  version: 2,
  tables: `
    create table if not exists honour_of_record (
      honour_id text primary key,
      holder_id text not null,
      code text not null,
      series_id text not null,
      edition_id text not null,
      award_year integer not null,
      issued_on text collate "C" not null,
      granted_by text not null,
      until text collate "C" not null,
      ended_on text collate "C" not null
    );
    create index if not exists honour_of_record_holder on honour_of_record (holder_id, code);
    create index if not exists honour_of_record_given on honour_of_record (granted_by, code);`,
  tableNames: ['honour_of_record'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data, occurredAt }) => {
    if (type === 'evaluation.CircularIssued.v1') issue(rows, data as Issued);
    if (type === 'evaluation.HonourWithdrawn.v1') {
      const { honourId = '', effectiveOn = '' } = data as Told<HonourWithdrawn>;
      end(rows, honourId, effectiveOn === '' ? localDateOf(occurredAt) : effectiveOn);
    }
    if (type === 'evaluation.HonourRestored.v1') end(rows, (data as Told<HonourRestored>).honourId ?? '', '');
  },
};
