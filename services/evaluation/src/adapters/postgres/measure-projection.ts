import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { MEASURE_STREAMS, ROUND_STREAMS } from '../../application/streams.ts';
import type { MeasureFact } from '../../domain/measure/facts.ts';
import { measuresOf } from '../../domain/measure/ground.ts';
import type { RoundFact } from '../../domain/round/facts.ts';

const TABLES = `
  create table if not exists measure_source (
    round_id text not null,
    source_id text not null,
    role text not null,
    primary key (round_id, source_id)
  );
  create table if not exists measure_entry (
    round_id text not null,
    entry_id text not null,
    primary key (round_id, entry_id)
  );
  create table if not exists measure_value (
    round_id text not null,
    source_id text not null,
    entry_id text not null,
    attempt integer not null,
    primary key (round_id, source_id, entry_id, attempt)
  );
  create table if not exists measure_proposal (
    round_id text not null,
    entry_id text not null,
    proposal_id text not null,
    proposed_by text not null,
    role text not null,
    primary key (round_id, entry_id, proposal_id)
  );
`;

type Of = Readonly<{ roundId: string; sourceId: string }>;

const stands = (
  rows: ProjectedRows,
  { roundId, sourceId }: Of,
  values: readonly Readonly<{ entryId: string; attempt: number }>[],
): void =>
  rows.write(
    `insert into measure_value (round_id, source_id, entry_id, attempt)
     select $1, $2, v.entry_id, v.attempt from unnest($3::text[], $4::int[]) as v (entry_id, attempt) on conflict do nothing`,
    [roundId, sourceId, values.map(({ entryId }) => entryId), values.map(({ attempt }) => attempt)],
  );

const answered = (rows: ProjectedRows, roundId: string, proposalId: string | null): void => {
  if (proposalId !== null)
    rows.write('delete from measure_proposal where round_id = $1 and proposal_id = $2', [roundId, proposalId]);
};

const change = (rows: ProjectedRows, { type, data }: MeasureFact): void => {
  const { roundId, sourceId } = data;
  switch (type) {
    case 'MeasuresRecorded.v1':
      return stands(rows, data, data.values);
    case 'MeasuresComputed.v1': {
      // A share of nothing is no value.
      const { roundId, sourceId, values } = data;
      rows.write('delete from measure_value where round_id = $1 and source_id = $2 and entry_id = any($3::text[])', [
        ...[roundId, sourceId, values.map(({ entryId }) => entryId)],
      ]);
      return stands(
        rows,
        data,
        data.values.filter((_, at) => !data.none.includes(at)),
      );
    }
    case 'MeasureChanged.v1': {
      const { entryId, attempt, asked } = data;
      if (asked === 'value') stands(rows, data, [{ entryId, attempt }]);
      else
        rows.write(
          'delete from measure_value where round_id = $1 and source_id = $2 and entry_id = $3 and attempt = $4',
          [roundId, sourceId, entryId, attempt],
        );
      return answered(rows, roundId, data.proposalId);
    }
    case 'ActProposed.v1':
      return rows.write(
        'insert into measure_proposal (round_id, entry_id, proposal_id, proposed_by, role) values ($1, $2, $3, $4, $5)',
        [roundId, data.terms.entryId, data.proposalId, data.proposedBy, data.role],
      );
    case 'ProposalRejected.v1':
      return answered(rows, roundId, data.proposalId);
  }
};

/** Which role records which measure; a round that is prepared anew has them anew. */
const prepared = (rows: ProjectedRows, { data }: Extract<RoundFact, { type: 'RoundPrepared.v1' }>): void => {
  const { roundId, tables } = data;
  rows.write('delete from measure_source where round_id = $1', [roundId]);
  for (const { rules } of measuresOf(data)) {
    const role = tables.parties.find(({ id }) => id === rules.by)?.role ?? '';
    rows.write('insert into measure_source (round_id, source_id, role) values ($1, $2, $3)', [
      ...[roundId, rules.sourceId, role],
    ]);
  }
};

/** Nobody waits for the values of an entry that is judged no more. */
const roundChange = (rows: ProjectedRows, fact: RoundFact): void => {
  if (fact.type === 'RoundPrepared.v1') prepared(rows, fact);
  else if (fact.type === 'EntryAdmitted.v1' || fact.type === 'EntryPutBack.v1')
    rows.write('insert into measure_entry (round_id, entry_id) values ($1, $2) on conflict do nothing', [
      ...[fact.data.roundId, fact.data.entryId],
    ]);
  else if (fact.type === 'EntryTakenOut.v1')
    rows.write('delete from measure_entry where round_id = $1 and entry_id = $2', [
      ...[fact.data.roundId, fact.data.entryId],
    ]);
};

/** Of which entries each measure has a value, and what waits for a second person. What was measured is never in it. */
export const measureProjection: Projection = {
  name: 'measures',
  version: 1,
  tables: TABLES,
  tableNames: ['measure_source', 'measure_entry', 'measure_value', 'measure_proposal'],
  source: { kind: 'log', streamPrefixes: [MEASURE_STREAMS, ROUND_STREAMS] },
  apply: async (rows, event) => {
    const { stream, type, data } = event;
    if (stream.startsWith(MEASURE_STREAMS)) change(rows, { type, data } as MeasureFact);
    else roundChange(rows, { type, data } as RoundFact);
  },
};
