import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { decidedIdOf, partIdOf } from '../../application/decision-streams.ts';
import { DECISION_STREAMS, NAMING_STREAMS, ROUND_STREAMS } from '../../application/streams.ts';
import type { MinutesRecorded } from '../../domain/decision/facts.ts';
import type { CircularIssued, DecisionAnnulled } from '../../domain/decision/taken-facts.ts';
import type { NamingComputed } from '../../domain/naming/facts.ts';
import type { EntryAdmitted } from '../../domain/round/facts.ts';
import type { ResultComputed } from '../../domain/round/result-facts.ts';

type Heard = ResultComputed | MinutesRecorded | CircularIssued | DecisionAnnulled | EntryAdmitted | NamingComputed;

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
  create table if not exists round_part (
    part_id text primary key,
    round_id text not null,
    unit_id text not null,
    entry_ids text[] not null
  );
  create index if not exists round_part_round on round_part (round_id);
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
  // A part that the latest result does not have any more is found still: minutes over it stand.
  'ResultComputed.v1': (rows, { roundId, parts = [] }) => {
    rows.write(`update round_part set entry_ids = '{}' where round_id = $1`, [roundId]);
    for (const { committeeId, entries } of parts)
      rows.write(
        `insert into round_part (part_id, round_id, unit_id, entry_ids) values ($1, $2, $3, $4)
         on conflict (part_id) do update set entry_ids = excluded.entry_ids`,
        [partIdOf(roundId, committeeId), roundId, committeeId, entries.map(({ entryId }) => entryId)],
      );
  },
  'MinutesRecorded.v1': (rows, { decisionId, roundId, unitId }, position) =>
    rows.write('insert into decision (decision_id, round_id, position) values ($1, $2, $3)', [
      decisionId,
      decidedIdOf(roundId, unitId),
      position,
    ]),
  'CircularIssued.v1': (rows, { roundId, unitId, editionId }, position) =>
    rows.write(
      `insert into commended_round (round_id, edition_id, position) values ($1, $2, $3)
       on conflict (round_id) do update set position = excluded.position`,
      [decidedIdOf(roundId, unitId), editionId, position],
    ),
  'DecisionAnnulled.v1': (rows, { roundId, unitId }) =>
    rows.write('delete from commended_round where round_id = $1', [decidedIdOf(roundId, unitId)]),
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
  version: 2,
  tables: TABLES,
  tableNames: ['decision', 'commended_round', 'round_part', 'judged_entry', 'naming'],
  source: { kind: 'log', streamPrefixes: [DECISION_STREAMS, ROUND_STREAMS, NAMING_STREAMS] },
  apply: async (rows, { type, data, position }) => {
    if (isHeard(type)) (LESSONS[type] as Lesson<typeof type>)(rows, data as never, position);
  },
};
