import { localDateOf } from '@jiangong/calendar';
import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { HONOUR_STREAMS } from '../../application/streams.ts';
import type { HonourFact, HonourGranted, HonourRechecked } from '../../domain/honour/facts.ts';

const TABLES = `
  create table if not exists honour (
    honour_id text primary key,
    committee_id text not null,
    edition_id text not null,
    rule_id text not null,
    code text not null,
    grade_zh text not null,
    grade_en text not null,
    holder_kind text not null,
    holder_id text not null,
    entry_id text,
    title text not null,
    home_id text not null,
    home_zh text not null,
    home_en text not null,
    rank integer,
    place integer not null,
    award_year integer not null,
    basis text not null,
    until text,
    certificate_number text not null unique,
    document_number text not null,
    granted_at text not null,
    state text not null,
    withdrawn_on text,
    checked_on text not null,
    rectify_by text,
    title_key text collate "C" not null,
    search_keys text[] not null,
    search_text text not null
  );
  create index if not exists honour_search on honour using gin (search_keys);
  create index if not exists honour_granted on honour (granted_at, award_year);
  create table if not exists honour_proposal (
    proposal_id text primary key,
    honour_id text not null,
    act text not null,
    proposed_by text not null,
    role text not null,
    position bigint not null
  );
`;

/** Its sort key, and how it is found: by what is honoured, by the unit as it was called then, and by its grade. People are found nowhere here. */
const searchedBy = ({ holder, title, homeName, grade }: HonourGranted['data']) => {
  const ofPerson = holder.kind === 'person' || holder.kind === 'office-holder';
  const { keys, text } = findableBy(ofPerson ? [] : [title, homeName.zh, homeName.en, grade.zh]);
  return [sortKeyOf(ofPerson ? '' : title || homeName.zh), keys, text] as const;
};

const grant = (rows: ProjectedRows, { data }: HonourGranted, position: number): void =>
  rows.write(
    `insert into honour (honour_id, committee_id, code, grade_zh, grade_en, holder_kind, entry_id, title, home_id, home_zh, home_en,
       rank, place, award_year, basis, until, certificate_number, document_number, granted_at, title_key, search_keys, search_text,
       edition_id, rule_id, checked_on, holder_id, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
       $23, $24, $25, $26, 'granted')`,
    [
      data.honourId,
      data.grantedBy,
      data.code,
      data.grade.zh,
      data.grade.en,
      data.holder.kind,
      data.entryId,
      data.title,
      data.homeId,
      data.homeName.zh,
      data.homeName.en,
      data.basis.rank,
      position,
      data.awardYear,
      data.period.from.slice(0, 4) === String(data.awardYear) ? 'edition' : 'series',
      data.until,
      data.certificateNumber,
      data.documentNumber,
      data.grantedAt,
      ...searchedBy(data),
      ...[data.editionId, data.grade.id, localDateOf(data.grantedAt)],
      // People stand in no table of honours.
      data.holder.kind === 'organization' ? data.holder.id : '',
    ],
  );

/** `withdrawnOn`: from which day on; null: it stands. */
const stand = (rows: ProjectedRows, honourId: string, withdrawnOn: string | null): void =>
  rows.write(
    `update honour set state = case when $2::text is null then 'granted' else 'withdrawn' end, withdrawn_on = $2 where honour_id = $1`,
    [honourId, withdrawnOn],
  );

/** `checked_on`: from when on the next recheck is counted; at first the day of its circular. */
const recheck = (rows: ProjectedRows, { data: { honourId, effectiveOn, rectifyBy } }: HonourRechecked): void =>
  rows.write('update honour set checked_on = greatest(checked_on, $2), rectify_by = $3 where honour_id = $1', [
    honourId,
    effectiveOn,
    rectifyBy,
  ]);

const change = (rows: ProjectedRows, fact: HonourFact, position: number): void => {
  switch (fact.type) {
    case 'HonourGranted.v1':
      return grant(rows, fact, position);
    case 'HonourWithdrawn.v1':
      return stand(rows, fact.data.honourId, fact.data.effectiveOn);
    case 'HonourRestored.v1':
      return stand(rows, fact.data.honourId, null);
    case 'HonourRechecked.v1':
      return recheck(rows, fact);
    case 'ActProposed.v1': {
      const { proposalId, honourId, act, proposedBy, role } = fact.data;
      return rows.write('insert into honour_proposal values ($1, $2, $3, $4, $5, $6)', [
        ...[proposalId, honourId, act, proposedBy, role, position],
      ]);
    }
    case 'ProposalRejected.v1':
    case 'PlaqueRecalled.v1':
    case 'PlaqueReturned.v1':
      return undefined;
  }
};

/** Carried out or turned down: it waits for nobody any more. */
const settle = (rows: ProjectedRows, { data }: HonourFact): void => {
  if ('proposalId' in data) rows.write('delete from honour_proposal where proposal_id = $1', [data.proposalId]);
};

/** Honours that were granted, whether they stand, when they were looked at again, and what is proposed about them. No prose and no person is in it. */
export const honourProjection: Projection = {
  name: 'honours',
  version: 5,
  tables: TABLES,
  tableNames: ['honour', 'honour_proposal'],
  source: { kind: 'log', streamPrefixes: [HONOUR_STREAMS] },
  apply: async (rows, { type, data, position }: ProjectedEvent) => {
    const fact = { type, data } as HonourFact;
    if (fact.type !== 'ActProposed.v1') settle(rows, fact);
    change(rows, fact, position);
  },
};
