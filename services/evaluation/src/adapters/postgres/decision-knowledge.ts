import { isLocalDate } from '@jiangong/calendar';
import type { Role } from '@jiangong/access';
import { belowMarkedSql, bodyOn, coversSql, homePathsOn, organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { AwardEdition, DecisionKnowledge, SeriesEdition } from '../../application/decision-ports.ts';
import type { Name } from '../../application/ports.ts';
import { ATTESTED_MIN, type BodyMember } from '../../domain/decision/body.ts';
import { BRANCH_KINDS } from '../../domain/decision/branch-kinds.ts';
import { knownHolidays } from './holiday-projection.ts';

const kindOf = async (rows: Rows, id: string): Promise<string> =>
  (await rows.query<{ kind: string }>('select kind from access_organization where id = $1', [id]))[0]?.kind ?? '';

/** Who decides as a body: of a working committee its leaders, of a unit or its Party committee those who hold its office, of a branch its members. */
const bodyRoles = (kind: string): readonly Role[] => {
  if (kind === 'working-committee') return ['committee-leader'];
  // Its secretary is one of its members.
  return BRANCH_KINDS.includes(kind) ? ['member', 'branch-secretary'] : ['unit-officer'];
};

/** English falls back to Chinese: a name is always there in one of them. */
const nameOf = (zh: string, en: string): Name => ({ zh, en: en === '' ? zh : en });

/** Where somebody belongs, seen from the committee: the organization right below it on the way; null: in the committee itself. */
const homeBelow = (path: string, committeeId: string): string | null => {
  const steps = path.split('/').filter((step) => step !== '');
  const at = steps.indexOf(committeeId);
  return at === -1 ? (steps[0] ?? null) : (steps[at + 1] ?? null);
};

/** Who held the role over this very committee at the end of the day, and where he belonged on that day in that day's tree. */
const bodyOf = async (rows: Rows, committeeId: string, day: string): Promise<readonly BodyMember[]> => {
  const roles = bodyRoles(await kindOf(rows, committeeId));
  const held = await Promise.all(roles.map((role) => bodyOn(rows, { role, organizationId: committeeId, on: day })));
  const members = [...new Map(held.flat().map((one) => [one.personId, one])).values()];
  const paths = await homePathsOn(
    rows,
    members.map(({ personId }) => personId),
    day,
  );
  return members.map(({ personId, grantId }) => {
    const path = paths.get(personId);
    return { personId, grantId, homeId: path === undefined ? null : homeBelow(path, committeeId) };
  });
};

/** The nearest committee of a unit above a branch that is a body on the day: a single officer decides nothing. */
const unitAbove = async (
  rows: Rows,
  { path, day, least }: Readonly<{ path: string; day: string; least: number }>,
): Promise<string | undefined> => {
  const units = await rows.query<{ id: string }>(
    `select id from access_organization
     where kind in ('unit', 'party-committee') and ${coversSql('path', '$1')} and not dissolved order by length(path) desc`,
    [path],
  );
  for (const { id } of units) if ((await bodyOf(rows, id, day)).length >= Math.max(ATTESTED_MIN, least)) return id;
  return undefined;
};

const superiorOf = async (
  rows: Rows,
  committeeId: string,
  { day, least }: Readonly<{ day: string; least: number }>,
): Promise<string | undefined> => {
  const path = await organizationPath(rows, committeeId);
  if (path === undefined) return undefined;
  const isBranch = BRANCH_KINDS.includes(await kindOf(rows, committeeId)) && isLocalDate(day);
  const unit = isBranch ? await unitAbove(rows, { path, day, least }) : undefined;
  if (unit !== undefined) return unit;
  const [above] = await rows.query<{ id: string }>(
    `select id from access_organization
     where kind = 'working-committee' and id <> $2 and ${coversSql('path', '$1')} and not dissolved order by length(path) desc limit 1`,
    [path, committeeId],
  );
  return above?.id;
};

const edition = async (rows: Rows, editionId: string): Promise<AwardEdition | undefined> => {
  const [row] = await rows.query<{ seriesId: string; year: number; titleZh: string; titleEn: string }>(
    `select series_id as "seriesId", year, title_zh as "titleZh", title_en as "titleEn" from edition where edition_id = $1`,
    [editionId],
  );
  return row && { editionId, seriesId: row.seriesId, year: row.year, title: nameOf(row.titleZh, row.titleEn) };
};

const series = async (
  rows: Rows,
  seriesId: string,
): Promise<Readonly<{ committeeId: string; title: Name }> | undefined> => {
  const [row] = await rows.query<{ committeeId: string; titleZh: string; titleEn: string }>(
    `select committee_id as "committeeId", title_zh as "titleZh", title_en as "titleEn"
     from edition where series_id = $1 order by year desc, edition_id limit 1`,
    [seriesId],
  );
  return row && { committeeId: row.committeeId, title: nameOf(row.titleZh, row.titleEn) };
};

const seriesEditions = (rows: Rows, seriesId: string): Promise<readonly SeriesEdition[]> =>
  rows.query<SeriesEdition>(
    `select e.edition_id as "editionId", e.year, e.ordinal, e.abandoned, nullif(e.template_hash, '') as "templateHash",
       array(select distinct d.unit_id from declaration d where d.edition_id = e.edition_id and not d.withdrawn order by d.unit_id) as declared
     from edition e where e.series_id = $1 order by e.year, e.ordinal, e.edition_id`,
    [seriesId],
  );

const names = async (rows: Rows, organizationIds: readonly string[]): Promise<Readonly<Record<string, Name>>> => {
  const found = await rows.query<{ id: string; zh: string; en: string }>(
    'select organization_id as id, name_zh as zh, name_en as en from organization_name where organization_id = any($1::text[])',
    [organizationIds],
  );
  return Object.fromEntries(found.map(({ id, zh, en }) => [id, nameOf(zh, en)]));
};

const ids = async (rows: Rows, sql: string, parameter: unknown): Promise<readonly string[]> =>
  (await rows.query<{ id: string }>(sql, [parameter])).map(({ id }) => id);

const HELD = `select honour_id as "honourId", holder_id as "holderId", code from honour
  where committee_id = $1 and code = any($2::text[]) and holder_id <> '' and state = 'granted'
    and (until is null or until >= $3) order by honour_id`;

const PROPOSED =
  'select honour_id as "honourId", proposal_id as "proposalId" from honour_proposal order by proposal_id';

const partOf = async (
  rows: Rows,
  partId: string,
): Promise<Readonly<{ roundId: string; unitId: string }> | undefined> => {
  const sql = 'select round_id as "roundId", unit_id as "unitId" from round_part where part_id = $1';
  return (await rows.query<{ roundId: string; unitId: string }>(sql, [partId]))[0];
};

const decideBy = async (rows: Rows, editionId: string, phase: string): Promise<string | undefined> => {
  const sql = `select closes_at as at from stage_end where edition_id = $1 and act = 'decide' and phase in ($2, '')
     order by phase = '', closes_at limit 1`;
  return (await rows.query<{ at: string }>(sql, [editionId, phase]))[0]?.at;
};

const putForwardBy = async (rows: Rows, editionId: string, phase: string): Promise<string | undefined> => {
  const sql = `select closes_at as at from stage_end where edition_id = $1 and act = 'put-forward' and phase in ($2, '')
     order by closes_at desc limit 1`;
  return (await rows.query<{ at: string }>(sql, [editionId, phase]))[0]?.at;
};

const makeKnownBy = async (rows: Rows, editionId: string, phase: string, how: string): Promise<string | undefined> => {
  const decided = (await decideBy(rows, editionId, phase)) ?? '';
  const sql = `select max(closes_at) as at from stage_end where edition_id = $1 and act = $2 and closes_at > $3
     and phase in ($4, '')`;
  const [found] = await rows.query<{ at: string | null }>(sql, [editionId, how, decided, phase]);
  return found?.at ?? undefined;
};

/** What decisions, honours and namings ask, answered from this service's own tables. */
export const decisionKnowledge = (rows: Rows): DecisionKnowledge => ({
  bodyOn: (committeeId, day) => bodyOf(rows, committeeId, day),
  superiorOf: (committeeId, at) => superiorOf(rows, committeeId, at),
  levelOf: (committeeId) => kindOf(rows, committeeId),
  edition: (editionId) => edition(rows, editionId),
  series: (seriesId) => series(rows, seriesId),
  seriesEditions: (seriesId) => seriesEditions(rows, seriesId),
  roundsOf: (editionId) =>
    ids(rows, 'select round_id as id from commended_round where edition_id = $1 order by position desc', editionId),
  roundOfEntry: async (entryId) =>
    (
      await ids(
        rows,
        'select round_id as id from judged_entry where entry_id = $1 order by position desc limit 1',
        entryId,
      )
    )[0],
  declaredVersion: async (entryId) => {
    const sql = 'select version from declaration where entry_id = $1';
    return (await rows.query<{ version: number }>(sql, [entryId]))[0]?.version ?? 0;
  },
  openObjections: (entryIds) =>
    rows.query(
      `select objection_id as "objectionId", entry_id as "entryId" from open_objection
       where entry_id = any($1::text[]) order by entry_id, objection_id`,
      [entryIds],
    ),
  names: (organizationIds) => names(rows, organizationIds),
  classified: (organizationIds) =>
    ids(
      rows,
      `select o.id from access_organization o where o.id = any($1::text[])
         and ${belowMarkedSql('access_organization', 'classified', 'o.path')}`,
      organizationIds,
    ),
  classifiedEntries: (entryIds) =>
    ids(
      rows,
      `select b.entry_id as id from entry_branch b join access_organization o on o.id = b.branch_id
       where b.entry_id = any($1::text[]) and ${belowMarkedSql('access_organization', 'classified', 'o.path')}`,
      entryIds,
    ),
  holidays: () => knownHolidays(rows),
  successors: async () => {
    const found = await rows.query<{ id: string; successorId: string }>(
      'select organization_id as id, successor_id as "successorId" from succession',
    );
    return Object.fromEntries(found.map(({ id, successorId }) => [id, successorId]));
  },
  partOf: (partId) => partOf(rows, partId),
  decideBy: (editionId, phase) => decideBy(rows, editionId, phase),
  makeKnownBy: (editionId, phase, how) => makeKnownBy(rows, editionId, phase, how),
  putForwardBy: (editionId, phase) => putForwardBy(rows, editionId, phase),
  decisionsOf: (roundId) =>
    ids(rows, 'select decision_id as id from decision where round_id = $1 order by position', roundId),
  withdrawnHonours: (honourIds) =>
    ids(
      rows,
      `select honour_id as id from honour where honour_id = any($1::text[]) and state = 'withdrawn'`,
      honourIds,
    ),
  heldHonours: (committeeId, codes, on) => rows.query(HELD, [committeeId, codes, on]),
  honourProposals: () => rows.query(PROPOSED),
  documentsIdOf: async (documentId) =>
    (await ids(rows, 'select documents_id as id from document where document_id = $1', documentId))[0],
});
