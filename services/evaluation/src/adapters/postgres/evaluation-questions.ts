import { organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { Resolver } from '@jiangong/service-host/nest';
import { documentResolver } from './document-projection.ts';
import { recommendationResolver } from './recommendation-projection.ts';
import { honourResolver, namingResolver, seriesResolver } from './honour-questions.ts';

export type SheetStatus = 'draft' | 'submitted' | 'late';

/** Which seats have begun or submitted; whoever has not begun is absent. */
export const sheetStatuses = async (rows: Rows, roundId: string): Promise<ReadonlyMap<string, SheetStatus>> => {
  const found = await rows.query<{ seatId: string; status: SheetStatus }>(
    'select seat_id as "seatId", status from round_sheet where round_id = $1',
    [roundId],
  );
  return new Map(found.map(({ seatId, status }) => [seatId, status]));
};

/** When each sheet of a round was last written into or submitted, by seat. */
export const lastActivity = async (rows: Rows, roundId: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await rows.query<{ seatId: string; at: string }>(
        'select seat_id as "seatId", last_at as at from round_sheet where round_id = $1',
        [roundId],
      )
    ).map(({ seatId, at }) => [seatId, at]),
  );

const MINE = `from round r where exists (select 1 from round_seat s where s.round_id = r.round_id and s.person_id = $1)
    or exists (select 1 from round_sheet t where t.round_id = r.round_id and t.person_id = $1)`;

/** Rounds in which somebody sits or has filled in a sheet. */
export const roundsOfEvaluator = async (rows: Rows, personId: string): Promise<readonly string[]> =>
  (await rows.query<{ roundId: string }>(`select r.round_id as "roundId" ${MINE} order by r.round_id`, [personId])).map(
    ({ roundId }) => roundId,
  );

/** The rounds of an edition, by phase and ordinal. */
export const roundsOf = async (rows: Rows, editionId: string): Promise<readonly string[]> =>
  (
    await rows.query<{ roundId: string }>(
      'select round_id as "roundId" from round where edition_id = $1 order by phase, ordinal',
      [editionId],
    )
  ).map(({ roundId }) => roundId);

const placeOf = async (rows: Rows, organizationId: string | undefined) => {
  if (organizationId === undefined) return undefined;
  const path = await organizationPath(rows, organizationId);
  return path === undefined ? undefined : { organizationPath: path, organizationId };
};

const resolver =
  (rows: Rows, sql: string): Resolver =>
  async (id) =>
    placeOf(rows, (await rows.query<{ committeeId: string }>(sql, [id]))[0]?.committeeId);

/** A round is the own matter of everybody who answers for one of its entries. */
const roundResolver =
  (rows: Rows): Resolver =>
  async (roundId) => {
    const [round] = await rows.query<{ committeeId: string }>(
      'select committee_id as "committeeId" from round where round_id = $1',
      [roundId],
    );
    const place = await placeOf(rows, round?.committeeId);
    if (place === undefined) return undefined;
    const concerned = await rows.query<{ personId: string }>(
      'select distinct unnest(answerable) as "personId" from round_entry where round_id = $1',
      [roundId],
    );
    return { ...place, concerns: concerned.map(({ personId }) => personId) };
  };

/** A unit's part stands where the unit stands, and is the own matter of whoever answers for one of its entries. */
const partResolver =
  (rows: Rows): Resolver =>
  async (partId) => {
    const [part] = await rows.query<{ roundId: string; unitId: string; entryIds: readonly string[] }>(
      'select round_id as "roundId", unit_id as "unitId", entry_ids as "entryIds" from round_part where part_id = $1',
      [partId],
    );
    const place = await placeOf(rows, part?.unitId);
    if (place === undefined || part === undefined) return undefined;
    const concerned = await rows.query<{ personId: string }>(
      `select distinct unnest(answerable) as "personId" from round_entry
       where round_id = $1 and entry_id = any($2::text[])`,
      [part.roundId, part.entryIds],
    );
    return { ...place, concerns: concerned.map(({ personId }) => personId) };
  };

/** An entry of a round stands where it was put forward from, and is the own matter of whoever it is about or answers for it. */
const entryResolver =
  (rows: Rows): Resolver =>
  async (entryId) => {
    const found = await rows.query<{ standsAt: string; subjectId: string; answerable: readonly string[] }>(
      'select stands_at as "standsAt", subject_id as "subjectId", answerable from round_entry where entry_id = $1',
      [entryId],
    );
    const place = await placeOf(rows, found[0]?.standsAt);
    if (place === undefined) return undefined;
    return { ...place, concerns: [...new Set(found.flatMap((one) => [one.subjectId, ...one.answerable]))] };
  };

/** Everything here stands where its committee stands. A naming, or a unit's part of a round, is decided upon as a round is, and is found like one. */
export const evaluationResolvers = (rows: Rows): Readonly<Record<string, Resolver>> => {
  const [round, naming, part] = [roundResolver(rows), namingResolver(rows), partResolver(rows)];
  const decided: Resolver = async (id) => (await round(id)) ?? (await naming(id)) ?? part(id);
  return {
    round: decided,
    entry: entryResolver(rows),
    document: documentResolver(rows, decided),
    edition: resolver(rows, 'select committee_id as "committeeId" from edition where edition_id = $1'),
    series: seriesResolver(rows),
    honour: honourResolver(rows),
    recommendation: recommendationResolver(rows),
  };
};
