import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { HONOUR_STREAMS } from '../../application/streams.ts';
import type { HonourFact, HonourGranted } from '../../domain/honour/facts.ts';

const TABLES = `
  create table if not exists honour (
    honour_id text primary key,
    committee_id text not null,
    code text not null,
    grade_zh text not null,
    grade_en text not null,
    holder_kind text not null,
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
    title_key text collate "C" not null,
    search_keys text[] not null,
    search_text text not null
  );
  create index if not exists honour_search on honour using gin (search_keys);
  create index if not exists honour_granted on honour (granted_at, award_year);
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
       rank, place, award_year, basis, until, certificate_number, document_number, granted_at, title_key, search_keys, search_text, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, 'granted')`,
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
    ],
  );

/** `withdrawnOn`: from which day on; null: it stands. */
const stand = (rows: ProjectedRows, honourId: string, withdrawnOn: string | null): void =>
  rows.write(
    `update honour set state = case when $2::text is null then 'granted' else 'withdrawn' end, withdrawn_on = $2 where honour_id = $1`,
    [honourId, withdrawnOn],
  );

const change = (rows: ProjectedRows, fact: HonourFact, position: number): void => {
  switch (fact.type) {
    case 'HonourGranted.v1':
      return grant(rows, fact, position);
    case 'HonourWithdrawn.v1':
      return stand(rows, fact.data.honourId, fact.data.effectiveOn);
    case 'HonourRestored.v1':
      return stand(rows, fact.data.honourId, null);
    case 'HonourRechecked.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
    case 'PlaqueRecalled.v1':
    case 'PlaqueReturned.v1':
      return undefined;
  }
};

/** Honours that were granted, and whether they stand. No prose and no person is in it. */
export const honourProjection: Projection = {
  name: 'honours',
  version: 3,
  tables: TABLES,
  tableNames: ['honour'],
  source: { kind: 'log', streamPrefixes: [HONOUR_STREAMS] },
  apply: async (rows, { type, data, position }) => {
    change(rows, { type, data } as HonourFact, position);
  },
};
