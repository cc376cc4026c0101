import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { ROUND_STREAMS, SHEET_STREAMS } from '../../application/streams.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { SheetFact } from '../../domain/sheet/facts.ts';

const TABLES = `
  create table if not exists round (
    round_id text primary key,
    edition_id text not null,
    committee_id text not null,
    phase text not null,
    document_number text,
    issued_at text
  );
  create index if not exists round_edition on round (edition_id);
  create table if not exists round_entry (
    entry_id text primary key,
    edition_id text not null,
    unit_id text not null,
    leader_person_id text not null,
    title text not null
  );
  create index if not exists round_entry_edition on round_entry (edition_id);
  create table if not exists round_grade (
    round_id text not null,
    grade text not null,
    place integer not null,
    name_zh text not null,
    name_en text not null,
    primary key (round_id, grade)
  );
  create table if not exists round_sheet (
    round_id text not null,
    person_id text not null,
    status text not null,
    primary key (round_id, person_id)
  );
  create table if not exists round_award (
    round_id text not null,
    revision bigint not null,
    kind text not null,
    organization_id text not null,
    entry_id text,
    award text not null,
    grade text,
    primary key (round_id, revision)
  );
`;

const prepare = (rows: ProjectedRows, { data }: Extract<RoundFact, { type: 'RoundPrepared.v1' }>): void => {
  const { roundId, editionId, committeeId, plan } = data;
  rows.write(
    `insert into round (round_id, edition_id, committee_id, phase) values ($1, $2, $3, 'prepared')
     on conflict (round_id) do update set committee_id = excluded.committee_id, phase = 'prepared'`,
    [roundId, editionId, committeeId],
  );
  rows.write('delete from round_grade where round_id = $1', [roundId]);
  for (const [place, { id, nameZh, nameEn }] of plan.grades.entries())
    rows.write('insert into round_grade (round_id, grade, place, name_zh, name_en) values ($1, $2, $3, $4, $5)', [
      roundId,
      id,
      place,
      nameZh,
      nameEn,
    ]);
};

const award = (
  rows: ProjectedRows,
  fact: Extract<RoundFact, { type: 'EntryAwarded.v1' | 'OrganizationAwarded.v1' }>,
  revision: number,
): void => {
  const insert =
    'insert into round_award (round_id, revision, kind, organization_id, entry_id, award, grade) values ($1, $2, $3, $4, $5, $6, $7)';
  if (fact.type === 'EntryAwarded.v1') {
    const { roundId, unitId, entryId, award: name, grade } = fact.data;
    return rows.write(insert, [roundId, revision, 'entry', unitId, entryId, name, grade]);
  }
  const { roundId, organizationId, award: name } = fact.data;
  return rows.write(insert, [roundId, revision, 'organization', organizationId, null, name, null]);
};

const sheet = (rows: ProjectedRows, { data: { roundId, personId } }: SheetFact, status: 'draft' | 'submitted'): void =>
  rows.write(
    `insert into round_sheet (round_id, person_id, status) values ($1, $2, $3)
     on conflict (round_id, person_id) do update set status = excluded.status`,
    [roundId, personId, status],
  );

const phase = (rows: ProjectedRows, roundId: string, name: string): void =>
  rows.write('update round set phase = $2 where round_id = $1', [roundId, name]);

const change = (rows: ProjectedRows, fact: RoundFact | SheetFact, { revision }: ProjectedEvent): void => {
  switch (fact.type) {
    case 'EntryAdmitted.v1': {
      const { entryId, editionId, unitId, leaderPersonId, title } = fact.data;
      return rows.write(
        'insert into round_entry (entry_id, edition_id, unit_id, leader_person_id, title) values ($1, $2, $3, $4, $5)',
        [entryId, editionId, unitId, leaderPersonId, title],
      );
    }
    case 'RoundPrepared.v1':
      return prepare(rows, fact);
    case 'RoundOpened.v1':
      return phase(rows, fact.data.roundId, 'open');
    case 'RoundClosed.v1':
      return phase(rows, fact.data.roundId, 'closed');
    case 'ResultComputed.v1':
      return phase(rows, fact.data.roundId, 'tallied');
    case 'DecisionTaken.v1':
      return phase(rows, fact.data.roundId, 'decided');
    case 'EntryAwarded.v1':
    case 'OrganizationAwarded.v1':
      return award(rows, fact, revision);
    case 'CommendationIssued.v1': {
      const { roundId, documentNumber, issuedAt } = fact.data;
      return rows.write(
        `update round set phase = 'commended', document_number = $2, issued_at = $3 where round_id = $1`,
        [roundId, documentNumber, issuedAt],
      );
    }
    case 'SheetSaved.v1':
      return sheet(rows, fact, 'draft');
    case 'SheetSubmitted.v1':
      return sheet(rows, fact, 'submitted');
    case 'EvaluatorAssigned.v1':
    case 'EvaluatorRemoved.v1':
    case 'RecusalDeclared.v1':
    case 'RulesFrozen.v1':
    case 'SheetsOpened.v1':
    case 'LeaderAwarded.v1':
      return undefined;
  }
};

/** Rounds with their phase, who has handed in, and what was awarded. No score is ever in it. */
export const roundProjection: Projection = {
  name: 'rounds',
  version: 2,
  tables: TABLES,
  tableNames: ['round', 'round_entry', 'round_grade', 'round_sheet', 'round_award'],
  source: { kind: 'log', streamPrefixes: [ROUND_STREAMS, SHEET_STREAMS] },
  apply: async (rows, event) => {
    change(rows, { type: event.type, data: event.data } as RoundFact | SheetFact, event);
  },
};
