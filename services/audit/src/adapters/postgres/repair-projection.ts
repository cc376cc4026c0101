import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { findableBy } from '@jiangong/wording/search';
import {
  type Ended,
  outcomeOf,
  REPAIR_STREAMS,
  REPAIR_TITLES,
  repairIn,
  REPAIRS_PREFIX,
  type Told,
} from '../../application/repairs.ts';

const TABLES = `
  create table if not exists repair (
    position bigint primary key,
    event_id text not null,
    event_stream text not null,
    at text collate "C" not null,
    kind text not null,
    outcome text not null,
    actor_kind text not null,
    actor_id text,
    actor_organization text,
    actor_role text,
    actor_grant text,
    correlation_id text not null,
    proposed_by text,
    reason text,
    because text[] not null,
    document_number text,
    service text,
    reader text,
    parked_stream text,
    parked_position bigint,
    done integer,
    "left" integer,
    round_id text,
    entry_id text,
    standing text,
    year integer,
    search_keys text[] not null,
    search_text text not null
  );
  create index if not exists repair_parked on repair (parked_position) where parked_position is not null;
  create index if not exists repair_search on repair using gin (search_keys);
`;

const kept = (rows: ProjectedRows, event: ProjectedEvent, told: Told): void => {
  const { zh, en } = REPAIR_TITLES[told.kind];
  const texts = [zh, en, told.reason, told.reader, told.parkedStream, told.service, told.documentNumber];
  const findable = findableBy(texts.filter((text) => text !== null));
  const { actor } = event;
  const values = [
    ...[event.position, event.eventId, event.stream, event.occurredAt, told.kind, told.outcome],
    ...[actor.kind, actor.id, actor.organization, actor.role, actor.grant, event.correlationId],
    ...[told.proposedBy, told.reason, told.because, told.documentNumber, told.service, told.reader],
    ...[told.parkedStream, told.parkedPosition, null, null, told.roundId, told.entryId, told.standing, told.year],
    ...[findable.keys, findable.text],
  ];
  rows.write(`insert into repair values (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values);
};

/** By the same order: a stream may be held up at one place several times. */
const ended = (rows: ProjectedRows, event: ProjectedEvent): void => {
  const data = event.data as Ended;
  rows.write(
    `update repair set done = $1, "left" = $2, outcome = case kind when 'parked-retried' then $3 else outcome end
     where parked_position = $4 and parked_stream = $5 and reader = $6 and service = $7 and correlation_id = $8`,
    [
      ...[data.done, data.left, outcomeOf(data), data.position, data.stream, data.reader],
      ...[event.stream.slice(REPAIRS_PREFIX.length), event.correlationId],
    ],
  );
};

/** What was put right by hand: who, when, why, and what came of it. */
export const repairProjection: Projection = {
  name: 'repairs',
  version: 1,
  tables: TABLES,
  tableNames: ['repair'],
  source: { kind: 'log', streamPrefixes: REPAIR_STREAMS },
  apply: async (rows, event) => {
    if (event.type === 'RepairEnded.v1') return ended(rows, event);
    const told = repairIn(event);
    if (told !== null) kept(rows, event, told);
  },
};
