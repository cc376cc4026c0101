import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { ROUND_STREAMS } from '../../application/streams.ts';
import { phasesAfter } from '../../domain/round/later-phase.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { RoundTables } from '../../domain/round/tables.ts';

const TABLES = `
  -- Rounds whose results can be appealed, and in which roles appeals are decided.
  create table if not exists appeal_round (
    round_id text primary key,
    roles text[] not null
  );
  create table if not exists appeal (
    appeal_id text primary key,
    round_id text not null,
    entry_id text not null,
    filed_by text not null,
    standing text not null
  );
  create index if not exists appeal_open on appeal (round_id) where standing = 'open';
  create table if not exists appeal_entry_out (
    round_id text not null,
    entry_id text not null,
    primary key (round_id, entry_id)
  );
`;

const rolesOf = ({ appeals, parties }: RoundTables): readonly string[] => {
  const by = new Set(appeals?.stages.flatMap((stage) => stage.by) ?? []);
  return [...new Set(parties.filter(({ id }) => by.has(id)).map(({ role }) => role))];
};

const prepare = (rows: ProjectedRows, { data }: Extract<RoundFact, { type: 'RoundPrepared.v1' }>): void => {
  const { roundId, tables, phase } = data;
  rows.write('delete from appeal_round where round_id = $1', [roundId]);
  if (tables.appeals === undefined || phasesAfter(tables, phase).length > 0) return;
  rows.write('insert into appeal_round (round_id, roles) values ($1, $2)', [roundId, rolesOf(tables)]);
};

const stands = (rows: ProjectedRows, appealId: string, standing: string): void =>
  rows.write('update appeal set standing = $2 where appeal_id = $1', [appealId, standing]);

const change = (rows: ProjectedRows, fact: RoundFact): void => {
  switch (fact.type) {
    case 'RoundPrepared.v1':
      return prepare(rows, fact);
    case 'AppealFiled.v1': {
      const { appealId, roundId, entryId, filedBy } = fact.data;
      return rows.write(
        `insert into appeal (appeal_id, round_id, entry_id, filed_by, standing) values ($1, $2, $3, $4, 'open')`,
        [appealId, roundId, entryId, filedBy],
      );
    }
    case 'AppealWithdrawn.v1':
      return stands(rows, fact.data.appealId, 'withdrawn');
    case 'AppealDecided.v1':
      return stands(rows, fact.data.appealId, fact.data.outcome);
    case 'AppealReopened.v1':
      return stands(rows, fact.data.appealId, 'open');
    case 'EntryTakenOut.v1':
      return rows.write('insert into appeal_entry_out (round_id, entry_id) values ($1, $2) on conflict do nothing', [
        ...[fact.data.roundId, fact.data.entryId],
      ]);
    case 'EntryPutBack.v1':
      return rows.write('delete from appeal_entry_out where round_id = $1 and entry_id = $2', [
        ...[fact.data.roundId, fact.data.entryId],
      ]);
    case 'RoundAnnulled.v1':
      rows.write('delete from appeal_round where round_id = $1', [fact.data.roundId]);
      return rows.write('delete from appeal where round_id = $1', [fact.data.roundId]);
    default:
      return undefined;
  }
};

/** How each appeal stands. What it is about, and why, is never in it. */
export const appealProjection: Projection = {
  name: 'appeals',
  version: 1,
  tables: TABLES,
  tableNames: ['appeal_round', 'appeal', 'appeal_entry_out'],
  source: { kind: 'log', streamPrefixes: [ROUND_STREAMS] },
  apply: async (rows, { type, data }) => change(rows, { type, data } as RoundFact),
};
