import type { Sealed } from '@jiangong/privacy';
import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { UNIT_EDITION_STREAMS } from '../../application/streams.ts';
import type { UnitEditionFact } from '../../domain/unit-edition/facts.ts';

/** Sealed values stay sealed in the tables; they are opened when somebody who may asks. */
const TABLES = `
  create table if not exists objection (
    objection_id text primary key,
    entry_id text not null,
    edition_id text not null,
    unit_id text not null,
    stream text not null,
    objector_name text not null,
    objector_contact text not null,
    statement text not null,
    evidence text not null,
    received_at text not null,
    answer_due_at text not null,
    status text not null,
    outcome text not null,
    answer text,
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
    opinions text,
    why text,
    opinion_number text not null,
    inspector_person_id text not null,
    given_at text not null,
    position bigint not null,
    primary key (entry_id, clearance_id)
  );
`;

/** As the log keeps it: the codec has put a sealed value where the fact has a text or a list. */
const sealedText = (value: unknown): string => JSON.stringify(value as Sealed);

type Fact<T extends UnitEditionFact['type']> = Extract<UnitEditionFact, { type: T }>;

const receive = (rows: ProjectedRows, { data }: Fact<'ObjectionReceived.v1'>, event: ProjectedEvent): void => {
  const { objectionId, entryId, editionId, unitId, objectorName, objectorContact, statement, evidence, answerDueAt } =
    data;
  return rows.write(
    `insert into objection (objection_id, entry_id, edition_id, unit_id, stream, objector_name, objector_contact, statement, evidence,
       received_at, answer_due_at, status, outcome, settled_at, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', '', '', $12)`,
    [
      objectionId,
      entryId,
      editionId,
      unitId,
      event.stream,
      sealedText(objectorName),
      sealedText(objectorContact),
      sealedText(statement),
      sealedText(evidence),
      event.occurredAt,
      answerDueAt,
      event.position,
    ],
  );
};

const settle = (rows: ProjectedRows, { data }: Fact<'ObjectionSettled.v1'>, { occurredAt }: ProjectedEvent): void =>
  rows.write(
    `update objection set status = 'settled', outcome = $2, answer = $3, settled_at = $4 where objection_id = $1`,
    [data.objectionId, data.outcome, sealedText(data.answer), occurredAt],
  );

const request = (
  rows: ProjectedRows,
  { data }: Fact<'ClearanceRequested.v1'>,
  { stream, occurredAt, position }: ProjectedEvent,
): void =>
  rows.write(
    `insert into clearance (entry_id, clearance_id, stream, scopes, requested_at, outcome, opinion_number, inspector_person_id, given_at, position)
     values ($1, $2, $3, $4, $5, '', '', '', '', $6)`,
    [data.entryId, data.clearanceId, stream, JSON.stringify(data.scopes), occurredAt, position],
  );

/** An entry that is blocked with another one's opinion was not asked about itself: its row begins with the answer. */
const answer = (
  rows: ProjectedRows,
  fact: Fact<'EntryCleared.v1'> | Fact<'EntryBlocked.v1'>,
  event: ProjectedEvent,
): void => {
  const { entryId, clearanceId, opinions, opinionNumber, inspectorPersonId } = fact.data;
  const blocked = fact.type === 'EntryBlocked.v1';
  return rows.write(
    `insert into clearance (entry_id, clearance_id, stream, scopes, requested_at, outcome, opinions, why, opinion_number, inspector_person_id, given_at, position)
     values ($1, $2, $3, '[]', '', $4, $5, $6, $7, $8, $9, $10)
     on conflict (entry_id, clearance_id) do update set outcome = $4, opinions = $5, why = $6, opinion_number = $7, inspector_person_id = $8, given_at = $9`,
    [
      entryId,
      clearanceId,
      event.stream,
      blocked ? 'blocked' : 'cleared',
      JSON.stringify(opinions),
      blocked ? sealedText(fact.data.why) : null,
      opinionNumber,
      inspectorPersonId,
      event.occurredAt,
      event.position,
    ],
  );
};

const change = (rows: ProjectedRows, fact: UnitEditionFact, event: ProjectedEvent): void => {
  if (fact.type === 'ObjectionReceived.v1') return receive(rows, fact, event);
  if (fact.type === 'ObjectionSettled.v1') return settle(rows, fact, event);
  if (fact.type === 'ClearanceRequested.v1') return request(rows, fact, event);
  if (fact.type === 'EntryCleared.v1' || fact.type === 'EntryBlocked.v1') return answer(rows, fact, event);
  return undefined;
};

/** Case files: objections and opinions of discipline inspection, for those who investigate. */
export const caseProjection: Projection = {
  name: 'cases',
  version: 2,
  tables: TABLES,
  tableNames: ['objection', 'clearance'],
  source: { kind: 'log', streamPrefixes: [UNIT_EDITION_STREAMS] },
  apply: async (rows, event) => {
    change(rows, { type: event.type, data: event.data } as UnitEditionFact, event);
  },
};
