import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { DECISION_STREAMS, NAMING_STREAMS, ROUND_STREAMS } from '../../application/streams.ts';
import type { MinutesRecorded } from '../../domain/decision/facts.ts';
import type { CircularIssued, DecisionAnnulled } from '../../domain/decision/taken-facts.ts';
import type { NamingComputed } from '../../domain/naming/facts.ts';
import type { EntryAdmitted } from '../../domain/round/facts.ts';

type Heard = MinutesRecorded | CircularIssued | DecisionAnnulled | EntryAdmitted | NamingComputed;

const TABLES = `
  create table if not exists decision (
    decision_id text primary key,
    round_id text not null,
    position bigint not null
  );
  create index if not exists decision_round on decision (round_id, position);
  create table if not exists commended_round (
    round_id text primary key,
    edition_id text not null,
    position bigint not null
  );
  create index if not exists commended_round_edition on commended_round (edition_id, position);
  create table if not exists judged_entry (
    entry_id text not null,
    round_id text not null,
    position bigint not null,
    primary key (entry_id, round_id)
  );
  create table if not exists naming (
    round_id text primary key,
    series_id text not null,
    committee_id text not null
  );
`;

type Lesson<T extends Heard['type']> = (
  rows: ProjectedRows,
  data: Extract<Heard, { type: T }>['data'],
  position: number,
) => void;

/** What each fact teaches; every other fact of these streams changes nothing of where a decision is found. */
const LESSONS: { readonly [T in Heard['type']]: Lesson<T> } = {
  'MinutesRecorded.v1': (rows, { decisionId, roundId }, position) =>
    rows.write('insert into decision (decision_id, round_id, position) values ($1, $2, $3)', [
      decisionId,
      roundId,
      position,
    ]),
  'CircularIssued.v1': (rows, { roundId, editionId }, position) =>
    rows.write(
      `insert into commended_round (round_id, edition_id, position) values ($1, $2, $3)
       on conflict (round_id) do update set position = excluded.position`,
      [roundId, editionId, position],
    ),
  'DecisionAnnulled.v1': (rows, { roundId }) =>
    rows.write('delete from commended_round where round_id = $1', [roundId]),
  'EntryAdmitted.v1': (rows, { entryId, roundId }, position) =>
    rows.write(
      'insert into judged_entry (entry_id, round_id, position) values ($1, $2, $3) on conflict (entry_id, round_id) do nothing',
      [entryId, roundId, position],
    ),
  'NamingComputed.v1': (rows, { roundId, seriesId, committeeId }) =>
    rows.write(
      `insert into naming (round_id, series_id, committee_id) values ($1, $2, $3)
       on conflict (round_id) do update set committee_id = excluded.committee_id`,
      [roundId, seriesId, committeeId],
    ),
};

const isHeard = (type: string): type is Heard['type'] => Object.hasOwn(LESSONS, type);

/** Where minutes, commended rounds, judged entries and namings are found. Their contents are answered from their streams. */
export const decisionProjection: Projection = {
  name: 'decisions',
  version: 1,
  tables: TABLES,
  tableNames: ['decision', 'commended_round', 'judged_entry', 'naming'],
  source: { kind: 'log', streamPrefixes: [DECISION_STREAMS, ROUND_STREAMS, NAMING_STREAMS] },
  apply: async (rows, { type, data, position }) => {
    if (isHeard(type)) (LESSONS[type] as Lesson<typeof type>)(rows, data as never, position);
  },
};
