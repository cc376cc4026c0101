import type { ListAsked } from '@jiangong/service-host';
import type {
  ActProposal,
  Edition,
  LateEntry,
  Stage,
  DocumentName,
} from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, readList, type SortKey } from '@jiangong/read-models/postgres';
import { type AskedDocuments, documentsOf, type EditionTables, ownNoticeOf } from '../../domain/programme.ts';
import { documentNamesOf } from './template-projection.ts';
import { openProse, textOf } from './kept-prose.ts';

type Placed<T> = T & Readonly<{ position: number }>;
type EditionRow = Omit<
  Edition,
  'stages' | 'lateEntries' | 'parameters' | 'quota' | 'intake' | 'tracks' | 'nominatorRole' | 'ownNotice' | 'reviewList'
> &
  Readonly<{ position: number; parameters: string; tables: string; documents: string; reviewList: string }>;
type OfEdition = Readonly<{ editionId: string }>;

const COLUMNS = `edition_id as "editionId", series_id as "seriesId", year, ordinal, committee_id as "committeeId", title_zh as "titleZh", title_en as "titleEn",
  template_hash as "templateHash", template_id as "templateId", parameters, tables, documents, review_list as "reviewList", roll_as_of as "rollAsOf", state, revision, position`;

const stagesOf = (rows: Rows, editionIds: readonly string[]): Promise<readonly (Stage & OfEdition)[]> =>
  rows.query<Stage & OfEdition>(
    `select edition_id as "editionId", stage_id as "stageId", act, phase, opens_on as "opensOn", closes_on as "closesOn", opens_at as "opensAt",
       closes_at as "closesAt", entered, closings,
       case when closed_at is not null then 'closed' when opened_at is not null then 'open' else 'ahead' end as progress
     from edition_stage where edition_id = any($1) order by edition_id, ordinal`,
    [editionIds],
  );

const lateEntriesOf = async (
  rows: Rows,
  privacy: KeyVault,
  editionIds: readonly string[],
): Promise<readonly (LateEntry & OfEdition)[]> => {
  const found = await rows.query<Omit<LateEntry, 'why'> & OfEdition & { stream: string; prose: string }>(
    `select edition_id as "editionId", nominator_id as "nominatorId", stage_id as "stageId", from_at as "fromAt", until_at as "untilAt", stream, prose
     from late_entry where edition_id = any($1) order by edition_id, revision`,
    [editionIds],
  );
  const prose = await openProse(
    privacy,
    found.map(({ stream, prose: kept }) => ({ stream, prose: kept, type: 'LateEntryAllowed.v1' })),
  );
  return found.map(({ stream: _stream, prose: _prose, ...entry }, index) => ({
    ...entry,
    why: textOf(prose[index], 'why'),
  }));
};

type NamesOf = (documents: readonly string[]) => DocumentName[];

const fromTables = (
  text: string,
  documents: string,
  namesOf: NamesOf,
): Pick<Edition, 'quota' | 'intake' | 'tracks' | 'nominatorRole' | 'ownNotice'> => {
  const tables = JSON.parse(text) as EditionTables;
  const { quota, intake, tracks, nominator, parties } = tables;
  const asked = JSON.parse(documents) as readonly AskedDocuments[];
  return {
    quota: quota ?? 0,
    intake,
    nominatorRole: parties.find(({ partyId }) => partyId === nominator)?.role ?? '',
    ownNotice: ownNoticeOf(tables)?.stage.stageId ?? '',
    tracks: tracks.map(({ trackId: track, nameZh, nameEn, kind, of }) => {
      const ids = documentsOf(asked, track);
      return { track, nameZh, nameEn, kind, of: [...of], documents: [...ids], documentNames: namesOf(ids) };
    }),
  };
};

const whole = async (
  rows: Rows,
  privacy: KeyVault,
  found: readonly EditionRow[],
): Promise<readonly Placed<Edition>[]> => {
  const ids = found.map(({ editionId }) => editionId);
  const [stages, lateEntries] = [await stagesOf(rows, ids), await lateEntriesOf(rows, privacy, ids)];
  const namesOf = await documentNamesOf(rows, ids);
  return found.map(({ tables, documents, parameters, reviewList, ...edition }) => ({
    ...edition,
    ...fromTables(tables, documents, (asked) => namesOf(edition.editionId, asked)),
    parameters: JSON.parse(parameters) as Record<string, string>,
    reviewList: JSON.parse(reviewList) as string[],
    stages: stages.filter(({ editionId }) => editionId === edition.editionId),
    lateEntries: lateEntries.filter(({ editionId }) => editionId === edition.editionId),
  }));
};

export const editionOf = async (rows: Rows, privacy: KeyVault, editionId: string): Promise<Edition | undefined> =>
  (
    await whole(
      rows,
      privacy,
      await rows.query<EditionRow>(`select ${COLUMNS} from edition where edition_id = $1`, [editionId]),
    )
  )[0];

/** The latest opened first unless asked otherwise. */
export const EDITION_SORTS = ['-opened', 'year', 'title'] as const;
type Sort = 'opened' | 'year' | 'title';

const SORTS: Readonly<Record<Sort, SortKey>> = {
  opened: { sql: 'position', kind: 'number' },
  year: { sql: 'year', kind: 'number' },
  title: { sql: 'title_key', kind: 'text' },
};

export type EditionsAsked = ListAsked<Sort> &
  Readonly<{ committeeId: string; seriesId: string; states: readonly string[]; years: readonly string[] }>;

export const editionsOf = async (
  rows: Rows,
  privacy: KeyVault,
  { committeeId, seriesId, states, years, search, sort, place }: EditionsAsked,
): Promise<ListFound<Placed<Edition>>> => {
  const listed = await readList<EditionRow>(rows, (parameter) => ({
    columns: COLUMNS,
    from: 'edition',
    id: 'edition_id',
    where: [
      ...(committeeId === '' ? [] : [`committee_id = ${parameter(committeeId)}`]),
      ...(seriesId === '' ? [] : [`series_id = ${parameter(seriesId)}`]),
    ],
    search: search && { keysColumn: 'search_keys', textColumn: 'search_text', sought: search },
    facets: { state: { sql: 'state', words: states }, year: { sql: 'year::text', words: years } },
    sort: { ...SORTS[sort.by], down: sort.down },
    place,
  }));
  const editions = await whole(
    rows,
    privacy,
    listed.found.map(({ row }) => row),
  );
  return {
    ...listed,
    found: listed.found.flatMap(({ cursor }, at) => {
      const row = editions[at];
      return row === undefined ? [] : [{ row, cursor }];
    }),
  };
};

/** The oldest first unless asked otherwise. */
export const PROPOSAL_SORTS = ['proposed'] as const;

export type ProposalsAsked = ListAsked<'proposed'> &
  Readonly<{ editionId: string; acts: readonly string[]; roles: readonly string[] }>;

/** What is proposed in an edition and about its entries. */
export const proposalsOf = async (
  rows: Rows,
  privacy: KeyVault,
  asked: ProposalsAsked,
): Promise<ListFound<ActProposal>> => {
  const listed = await readList<Omit<ActProposal, 'why'> & { stream: string; prose: string }>(rows, (parameter) => ({
    columns: `proposal_id as "proposalId", edition_id as "editionId", entry_id as "entryId", act, terms as "termsJson", proposed_by as "proposedBy", role,
      proposed_at as "proposedAt", stream, prose`,
    from: 'proposal',
    id: 'proposal_id',
    where: [`edition_id = ${parameter(asked.editionId)}`],
    facets: { act: { sql: 'act', words: asked.acts }, role: { sql: 'role', words: asked.roles } },
    sort: { sql: 'position', kind: 'number', down: asked.sort.down },
    place: asked.place,
  }));
  const prose = await openProse(
    privacy,
    listed.found.map(({ row }) => ({ stream: row.stream, prose: row.prose, type: 'ActProposed.v1' })),
  );
  return {
    ...listed,
    found: listed.found.map(({ row: { stream: _stream, prose: _prose, ...proposal }, cursor }, index) => ({
      row: { ...proposal, why: textOf(prose[index], 'why') },
      cursor,
    })),
  };
};
