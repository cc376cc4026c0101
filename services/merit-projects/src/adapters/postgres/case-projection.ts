import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { ENTRIES_STREAMS } from '../../application/streams.ts';
import type { EntriesFact } from '../../domain/entries/facts.ts';
import { keptText } from './kept-prose.ts';

/** Sealed values stay sealed in the tables; they are opened when somebody who may asks. */
const TABLES = `
  create table if not exists objection (
    objection_id text primary key,
    entry_id text not null,
    edition_id text not null,
    nominator_id text not null,
    against text not null,
    stream text not null,
    prose text not null,
    received_at text not null,
    answer_due_at text not null,
    status text not null,
    outcome text not null,
    settled_prose text not null,
    settled_at text not null,
    position bigint not null unique
  );
  create index if not exists objection_of_entry on objection (entry_id);
  create table if not exists clearance (
    entry_id text not null,
    clearance_id text not null,
    stream text not null,
    scopes text not null,
    requested_at text not null,
    outcome text not null,
    prose text not null,
    prose_type text not null,
    opinion_number text not null,
    inspector_person_id text not null,
    given_at text not null,
    lifted_at text not null,
    lifted_by text not null,
    lifted_prose text not null,
    block_id text not null,
    position bigint not null,
    primary key (entry_id, clearance_id)
  );
`;

type Fact<T extends EntriesFact['type']> = Extract<EntriesFact, { type: T }>;

const receive = (rows: ProjectedRows, { data }: Fact<'ObjectionReceived.v1'>, event: ProjectedEvent): void => {
  const { objectionId, entryId, editionId, nominatorId, against, answerDueAt } = data;
  return rows.write(
    `insert into objection (objection_id, entry_id, edition_id, nominator_id, against, stream, prose, received_at, answer_due_at, status, outcome,
       settled_prose, settled_at, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', '', '', '', $10)`,
    [
      ...[objectionId, entryId, editionId, nominatorId, against, event.stream, keptText(data)],
      ...[event.occurredAt, answerDueAt, event.position],
    ],
  );
};

const settle = (rows: ProjectedRows, { data }: Fact<'ObjectionSettled.v1'>, { occurredAt }: ProjectedEvent): void =>
  rows.write(
    `update objection set status = 'settled', outcome = $2, settled_prose = $3, settled_at = $4 where objection_id = $1`,
    [data.objectionId, data.outcome, keptText(data), occurredAt],
  );

/** The answer that was taken back stays in the log; who asks is shown that the objection waits again. */
const reopen = (rows: ProjectedRows, { data }: Fact<'ObjectionReopened.v1'>): void =>
  rows.write(
    `update objection set status = 'open', outcome = '', settled_prose = '', settled_at = '', answer_due_at = $2 where objection_id = $1`,
    [data.objectionId, data.answerDueAt],
  );

const request = (
  rows: ProjectedRows,
  { data }: Fact<'ClearanceRequested.v1'>,
  { stream, occurredAt, position }: ProjectedEvent,
): void =>
  rows.write(
    `insert into clearance (entry_id, clearance_id, stream, scopes, requested_at, outcome, prose, prose_type, opinion_number, inspector_person_id,
       given_at, lifted_at, lifted_by, lifted_prose, block_id, position)
     values ($1, $2, $3, $4, $5, '', '', '', '', '', '', '', '', '', '', $6)`,
    [data.entryId, data.clearanceId, stream, JSON.stringify(data.scopes), occurredAt, position],
  );

const give = (rows: ProjectedRows, { type, data }: Fact<'ClearanceGiven.v1'>, { occurredAt }: ProjectedEvent): void =>
  rows.write(
    `update clearance set outcome = $3, prose = $4, prose_type = $5, opinion_number = $6, inspector_person_id = $7, given_at = $8
     where entry_id = $1 and clearance_id = $2`,
    [
      ...[data.entryId, data.clearanceId, data.outcome, keptText(data), type],
      ...[data.opinionNumber, data.inspectorPersonId, occurredAt],
    ],
  );

/** What is blocked with another entry's opinion, or without being asked about, was not asked about itself: its row begins with the block. */
const block = (
  rows: ProjectedRows,
  { type, data }: Fact<'EntryBlocked.v1'>,
  { stream, occurredAt, position }: ProjectedEvent,
): void =>
  rows.write(
    `insert into clearance (entry_id, clearance_id, stream, scopes, requested_at, outcome, prose, prose_type, opinion_number, inspector_person_id,
       given_at, lifted_at, lifted_by, lifted_prose, block_id, position)
     values ($1, $2, $3, '[]', '', 'blocked', $4, $5, $6, $7, $8, '', '', '', $9, $10)
     on conflict (entry_id, clearance_id) do update set block_id = excluded.block_id`,
    [
      ...[data.entryId, data.clearanceId ?? data.blockId, stream, keptText(data), type],
      ...[data.opinionNumber, data.inspectorPersonId, occurredAt, data.blockId, position],
    ],
  );

const lift = (rows: ProjectedRows, { data }: Fact<'BlockLifted.v1'>, { occurredAt }: ProjectedEvent): void =>
  rows.write(
    `update clearance set outcome = 'lifted', lifted_at = $3, lifted_by = $4, lifted_prose = $5 where entry_id = $1 and block_id = $2`,
    [data.entryId, data.blockId, occurredAt, data.inspectorPersonId, keptText(data)],
  );

const change = (rows: ProjectedRows, fact: EntriesFact, event: ProjectedEvent): void => {
  if (fact.type === 'ObjectionReceived.v1') return receive(rows, fact, event);
  if (fact.type === 'ObjectionSettled.v1') return settle(rows, fact, event);
  if (fact.type === 'ObjectionReopened.v1') return reopen(rows, fact);
  if (fact.type === 'ClearanceRequested.v1') return request(rows, fact, event);
  if (fact.type === 'ClearanceGiven.v1') return give(rows, fact, event);
  if (fact.type === 'EntryBlocked.v1') return block(rows, fact, event);
  if (fact.type === 'BlockLifted.v1') return lift(rows, fact, event);
  return undefined;
};

/** Case files: objections and opinions of discipline inspection, for those who investigate. */
export const caseProjection: Projection = {
  name: 'cases',
  version: 3,
  tables: TABLES,
  tableNames: ['objection', 'clearance'],
  source: { kind: 'log', streamPrefixes: [ENTRIES_STREAMS] },
  apply: async (rows, event) => {
    change(rows, { type: event.type, data: event.data } as EntriesFact, event);
  },
};
