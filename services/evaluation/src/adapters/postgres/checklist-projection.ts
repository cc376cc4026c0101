import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { CHECKLIST_STREAMS } from '../../application/streams.ts';
import type { ChecklistFact, OfItem } from '../../domain/checklist/facts.ts';

const TABLES = `
  create table if not exists checklist_finding (
    round_id text not null,
    entry_id text not null,
    occurrence_id text not null,
    source_id text not null,
    item_id text not null,
    stands boolean not null,
    answers integer not null,
    last_at text not null,
    primary key (round_id, entry_id, occurrence_id)
  );
  create table if not exists checklist_mark (
    round_id text not null,
    entry_id text not null,
    source_id text not null,
    item_id text not null,
    period integer not null,
    giver text not null,
    given boolean not null,
    last_at text not null,
    primary key (round_id, entry_id, source_id, item_id, period, giver)
  );
  create table if not exists checklist_period (
    round_id text not null,
    entry_id text not null,
    part text not null,
    period integer not null,
    closed boolean not null,
    primary key (round_id, entry_id, part, period)
  );
  create table if not exists checklist_proposal (
    round_id text not null,
    entry_id text not null,
    proposal_id text not null,
    proposed_by text not null,
    role text not null,
    primary key (round_id, entry_id, proposal_id)
  );
`;

type Of = Readonly<{ roundId: string; entryId: string }>;
type Mark = Of & OfItem & Readonly<{ giver: string; marks: readonly number[] }>;

const marked = (rows: ProjectedRows, mark: Mark, at: string): void =>
  rows.write(
    `insert into checklist_mark (round_id, entry_id, source_id, item_id, period, giver, given, last_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (round_id, entry_id, source_id, item_id, period, giver)
       do update set given = excluded.given, last_at = excluded.last_at`,
    [mark.roundId, mark.entryId, mark.sourceId, mark.itemId, mark.period, mark.giver, mark.marks.length > 0, at],
  );

const period = (
  rows: ProjectedRows,
  { roundId, entryId, part, period: which }: Of & Readonly<{ part: string; period: number }>,
  closed: boolean,
): void =>
  rows.write(
    `insert into checklist_period (round_id, entry_id, part, period, closed) values ($1, $2, $3, $4, $5)
     on conflict (round_id, entry_id, part, period) do update set closed = excluded.closed`,
    [roundId, entryId, part, which, closed],
  );

const answered = (rows: ProjectedRows, { roundId, entryId }: Of, proposalId: string | null): void => {
  if (proposalId !== null)
    rows.write('delete from checklist_proposal where round_id = $1 and entry_id = $2 and proposal_id = $3', [
      ...[roundId, entryId, proposalId],
    ]);
};

const OF_FINDING = 'where round_id = $1 and entry_id = $2 and occurrence_id = $3';

const change = (rows: ProjectedRows, { type, data }: ChecklistFact, at: string): void => {
  const { roundId, entryId } = data;
  switch (type) {
    case 'OccurrenceRecorded.v1':
      return rows.write(
        `insert into checklist_finding (round_id, entry_id, occurrence_id, source_id, item_id, stands, answers, last_at)
         values ($1, $2, $3, $4, $5, true, 0, $6)`,
        [roundId, entryId, data.occurrenceId, data.sourceId, data.itemId, at],
      );
    case 'OccurrenceWithdrawn.v1':
      rows.write(`update checklist_finding set stands = false, last_at = $4 ${OF_FINDING}`, [
        ...[roundId, entryId, data.occurrenceId, at],
      ]);
      return answered(rows, data, data.proposalId);
    case 'FindingAnswered.v1':
      return rows.write(`update checklist_finding set answers = answers + 1, last_at = $4 ${OF_FINDING}`, [
        ...[roundId, entryId, data.occurrenceId, at],
      ]);
    case 'SelfScored.v1':
      return marked(rows, { ...data, giver: 'self' }, at);
    case 'ItemReviewed.v1':
      return marked(rows, { ...data, giver: data.party }, at);
    case 'PeriodClosed.v1':
      return period(rows, data, true);
    case 'PeriodReopened.v1':
      period(rows, data, false);
      return answered(rows, data, data.proposalId);
    case 'ActProposed.v1':
      return rows.write(
        'insert into checklist_proposal (round_id, entry_id, proposal_id, proposed_by, role) values ($1, $2, $3, $4, $5)',
        [roundId, entryId, data.proposalId, data.proposedBy, data.role],
      );
    case 'ProposalRejected.v1':
      return answered(rows, data, data.proposalId);
  }
};

/** How far each list is: which items have findings and marks, and what is closed. No mark and no finding is ever in it. */
export const checklistProjection: Projection = {
  name: 'checklists',
  version: 2,
  tables: TABLES,
  tableNames: ['checklist_finding', 'checklist_mark', 'checklist_period', 'checklist_proposal'],
  source: { kind: 'log', streamPrefixes: [CHECKLIST_STREAMS] },
  apply: async (rows, event) => {
    change(rows, { type: event.type, data: event.data } as ChecklistFact, event.occurredAt);
  },
};
