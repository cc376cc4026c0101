import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { DECISION_STREAMS, NAMING_STREAMS, ROUND_STREAMS } from '../../application/streams.ts';
import type { DecisionFact } from '../../domain/decision/facts.ts';
import type { NamingFact } from '../../domain/naming/facts.ts';
import type { RoundFact } from '../../domain/round/facts.ts';

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

/** Every other fact of these streams changes nothing of where a decision is found. */
const change = (rows: ProjectedRows, fact: DecisionFact | NamingFact | RoundFact, position: number): void => {
  switch (fact.type) {
    case 'MinutesRecorded.v1':
      rows.write('insert into decision (decision_id, round_id, position) values ($1, $2, $3)', [
        fact.data.decisionId,
        fact.data.roundId,
        position,
      ]);
      return;
    case 'CircularIssued.v1':
      rows.write(
        `insert into commended_round (round_id, edition_id, position) values ($1, $2, $3)
         on conflict (round_id) do update set position = excluded.position`,
        [fact.data.roundId, fact.data.editionId, position],
      );
      return;
    case 'DecisionAnnulled.v1':
      rows.write('delete from commended_round where round_id = $1', [fact.data.roundId]);
      return;
    case 'EntryAdmitted.v1':
      rows.write(
        'insert into judged_entry (entry_id, round_id, position) values ($1, $2, $3) on conflict (entry_id, round_id) do nothing',
        [fact.data.entryId, fact.data.roundId, position],
      );
      return;
    case 'NamingComputed.v1':
      rows.write(
        `insert into naming (round_id, series_id, committee_id) values ($1, $2, $3)
         on conflict (round_id) do update set committee_id = excluded.committee_id`,
        [fact.data.roundId, fact.data.seriesId, fact.data.committeeId],
      );
      return;
  }
};

/** Where minutes, commended rounds, judged entries and namings are found. Their contents are answered from their streams. */
export const decisionProjection: Projection = {
  name: 'decisions',
  version: 1,
  tables: TABLES,
  tableNames: ['decision', 'commended_round', 'judged_entry', 'naming'],
  source: { kind: 'log', streamPrefixes: [DECISION_STREAMS, ROUND_STREAMS, NAMING_STREAMS] },
  apply: async (rows, { type, data, position }) => {
    change(rows, { type, data } as DecisionFact | NamingFact | RoundFact, position);
  },
};
