import { coversSql } from '@jiangong/access/postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import { organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { DeclaredEdition, Edition, Knowledge, Name, StageWindow } from '../../application/ports.ts';

/** How long an order waits for a read model to see what was written just before. */
export const READ_MODEL_WAIT_MS = 2_000;
const LOOK_EVERY_MS = 20;

type EditionRow = {
  editionId: string;
  seriesId: string;
  year: number;
  committeeId: string;
  titleZh: string;
  titleEn: string;
};

/** English falls back to Chinese: a name is always there in one of them. */
const nameOf = (zh: string, en: string): Name => ({ zh, en: en === '' ? zh : en });

const edition = async (rows: Rows, editionId: string): Promise<Edition | undefined> => {
  const [row] = await rows.query<EditionRow>(
    `select edition_id as "editionId", series_id as "seriesId", year, committee_id as "committeeId", title_zh as "titleZh", title_en as "titleEn"
     from edition where edition_id = $1`,
    [editionId],
  );
  if (row === undefined) return undefined;
  const { titleZh, titleEn, ...rest } = row;
  return { ...rest, title: nameOf(titleZh, titleEn) };
};

const seriesEditions = (rows: Rows, seriesId: string): Promise<readonly DeclaredEdition[]> =>
  rows.query<DeclaredEdition>(
    `select e.edition_id as "editionId", e.year,
       array(select distinct d.unit_id from declaration d where d.edition_id = e.edition_id order by d.unit_id) as declared
     from edition e where e.series_id = $1 order by e.year, e.edition_id`,
    [seriesId],
  );

const unitsOf = async (rows: Rows, personIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> => {
  const found = await rows.query<{ personId: string; unitId: string | null }>(
    `select p.person_id as "personId",
       (select u.id from access_organization u where u.kind = 'unit' and ${coversSql('u.path', 'o.path')} order by length(u.path) desc limit 1) as "unitId"
     from access_person p join access_organization o on o.id = p.organization_id
     where p.person_id = any($1::text[])`,
    [personIds],
  );
  return new Map(found.map(({ personId, unitId }) => [personId, unitId]));
};

/** Looks until everybody is known, or the time is over. */
const unitsOfAll = async (
  rows: Rows,
  personIds: readonly string[],
  wait: boolean,
): Promise<ReadonlyMap<string, string | null>> => {
  const wanted = new Set(personIds).size;
  const until = performance.now() + (wait ? READ_MODEL_WAIT_MS : 0);
  for (;;) {
    const units = await unitsOf(rows, personIds);
    if (units.size === wanted || performance.now() >= until) return units;
    await sleep(LOOK_EVERY_MS);
  }
};

/** Grants on this very committee: the leadership above it is another body. */
const leadership = async (rows: Rows, committeeId: string, now: string): Promise<readonly string[]> => {
  const found = await rows.query<{ personId: string }>(
    `select distinct person_id as "personId" from access_grant
     where role = 'committee-leader' and organization_id = $1 and granted_at <= $2 and (ends_at is null or $2 < ends_at)
     order by person_id`,
    [committeeId, now],
  );
  return found.map(({ personId }) => personId);
};

const names = async (rows: Rows, organizationIds: readonly string[]): Promise<Readonly<Record<string, Name>>> => {
  const found = await rows.query<{ id: string; zh: string; en: string }>(
    'select organization_id as id, name_zh as zh, name_en as en from organization_name where organization_id = any($1::text[])',
    [organizationIds],
  );
  return Object.fromEntries(found.map(({ id, zh, en }) => [id, nameOf(zh, en)]));
};

/** What use cases ask, answered from this service's own tables. */
export const readModelKnowledge = (rows: Rows): Knowledge => ({
  edition: (editionId) => edition(rows, editionId),
  stage: async (editionId, stage) =>
    (
      await rows.query<StageWindow>(
        'select opens_at as "opensAt", closes_at as "closesAt", begun from edition_stage where edition_id = $1 and stage = $2',
        [editionId, stage],
      )
    )[0],
  committeeOfSeries: async (seriesId) =>
    (
      await rows.query<{ committeeId: string }>(
        'select committee_id as "committeeId" from edition where series_id = $1 order by year desc, edition_id limit 1',
        [seriesId],
      )
    )[0]?.committeeId,
  seriesEditions: (seriesId) => seriesEditions(rows, seriesId),
  unitsOf: (personIds, wait) => unitsOfAll(rows, personIds, wait),
  leadership: (committeeId, now) => leadership(rows, committeeId, now),
  names: (organizationIds) => names(rows, organizationIds),
  standsAbove: async (upperId, lowerId) => {
    const [upper, lower] = await Promise.all([organizationPath(rows, upperId), organizationPath(rows, lowerId)]);
    return upper !== undefined && lower !== undefined && lower.startsWith(upper);
  },
});
