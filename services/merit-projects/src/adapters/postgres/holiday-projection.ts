import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { HOLIDAYS_STREAMS } from '../../application/streams.ts';
import { keptText } from './kept-prose.ts';
import type { HolidaysCorrected, HolidaysEntered, HolidaysFact } from '../../domain/holidays/holidays.ts';

const stand = (rows: ProjectedRows, { data }: HolidaysEntered | HolidaysCorrected): void => {
  const { year, noticeNumber, daysOff, makeUpDays, hash } = data;
  rows.write(
    `insert into holiday_year (year, notice_number, days_off, make_up_days, hash) values ($1, $2, $3, $4, $5)
     on conflict (year) do update set notice_number = excluded.notice_number, days_off = excluded.days_off,
       make_up_days = excluded.make_up_days, hash = excluded.hash`,
    [year, noticeNumber, JSON.stringify(daysOff), JSON.stringify(makeUpDays), hash],
  );
};

/** Years whose holidays were entered, as they stand, and the corrections that wait for a second person. */
export const holidayProjection: Projection = {
  name: 'holidays',
  version: 3,
  tables: `
    create table if not exists holiday_year (
      year integer primary key,
      notice_number text not null,
      days_off text not null,
      make_up_days text not null,
      hash text not null
    );
    create table if not exists holiday_proposal (
      proposal_id text primary key,
      year integer not null,
      proposed_by text not null,
      role text not null,
      proposed_at text not null,
      terms text not null,
      stream text not null,
      prose text not null,
      position bigint not null
    );
    create index if not exists holiday_proposal_year on holiday_proposal (year);`,
  tableNames: ['holiday_year', 'holiday_proposal'],
  source: { kind: 'log', streamPrefixes: [HOLIDAYS_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as HolidaysFact;
    switch (fact.type) {
      case 'HolidaysEntered.v1':
        return stand(rows, fact);
      case 'HolidaysCorrected.v1':
        // What was proposed over the days before has lapsed with them.
        rows.write('delete from holiday_proposal where year = $1', [fact.data.year]);
        return stand(rows, fact);
      case 'ActProposed.v1': {
        const { proposalId, year, proposedBy, role, proposedAt, terms } = fact.data;
        return rows.write(
          `insert into holiday_proposal (proposal_id, year, proposed_by, role, proposed_at, terms, stream, prose, position)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            ...[proposalId, year, proposedBy, role, proposedAt, JSON.stringify(terms)],
            ...[event.stream, keptText(fact.data), event.position],
          ],
        );
      }
      case 'ProposalRejected.v1':
        return rows.write('delete from holiday_proposal where proposal_id = $1', [fact.data.proposalId]);
    }
  },
};
