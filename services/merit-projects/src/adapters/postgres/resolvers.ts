import type { ResourceFacts } from '@jiangong/access';
import { organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { Clock } from '@jiangong/service-host';

type EntryRow = { editionId: string; unitId: string; branchId: string; leaderPersonId: string };

/** The stages that are open now: by the calendar for everybody, by a late entry for one unit. */
const openStages = async (rows: Rows, editionId: string, unitId: string, now: string): Promise<readonly string[]> => {
  const found = await rows.query<{ stage: string }>(
    `select stage from edition_stage where edition_id = $1 and opens_at <= $3 and $3 < closes_at
     union select stage from late_entry where edition_id = $1 and unit_id = $2 and from_at <= $3 and $3 < until_at`,
    [editionId, unitId, now],
  );
  return found.map(({ stage }) => stage);
};

/** An entry stands where its branch stands, and is its leader's own matter. */
const entryFacts = async (rows: Rows, entry: EntryRow, now: string): Promise<ResourceFacts | undefined> => {
  const path = (await organizationPath(rows, entry.branchId)) ?? (await organizationPath(rows, entry.unitId));
  if (path === undefined) return undefined;
  return {
    organizationPath: path,
    organizationId: entry.unitId,
    openStages: await openStages(rows, entry.editionId, entry.unitId, now),
    concerns: [entry.leaderPersonId],
  };
};

const ROW =
  'p.edition_id as "editionId", p.unit_id as "unitId", p.branch_id as "branchId", p.leader_person_id as "leaderPersonId"';

/** What the access rule needs to know of the things that this service keeps. */
export const resolvers = (rows: Rows, clock: Clock) => ({
  edition: async (editionId: string): Promise<ResourceFacts | undefined> => {
    const [edition] = await rows.query<{ committeeId: string }>(
      'select committee_id as "committeeId" from edition where edition_id = $1',
      [editionId],
    );
    const path = edition && (await organizationPath(rows, edition.committeeId));
    if (!edition || path === undefined) return undefined;
    return {
      organizationPath: path,
      organizationId: edition.committeeId,
      openStages: await openStages(rows, editionId, '', clock.now()),
    };
  },
  entry: async (entryId: string): Promise<ResourceFacts | undefined> => {
    const [entry] = await rows.query<EntryRow>(`select ${ROW} from entry p where p.entry_id = $1`, [entryId]);
    return entry && entryFacts(rows, entry, clock.now());
  },
  objection: async (objectionId: string): Promise<ResourceFacts | undefined> => {
    const [entry] = await rows.query<EntryRow>(
      `select ${ROW} from objection o join entry p on p.entry_id = o.entry_id where o.objection_id = $1`,
      [objectionId],
    );
    return entry && entryFacts(rows, entry, clock.now());
  },
});
