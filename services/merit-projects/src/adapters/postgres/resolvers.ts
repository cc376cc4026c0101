import type { ResourceFacts } from '@jiangong/access';
import { organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';

type EntryRow = { editionId: string; homeId: string; proposerId: string; answerable: string; standing: string };

/** An entry stands where its proposer stands, and is the matter of those who answer for it. */
const entryFacts = async (rows: Rows, entry: EntryRow): Promise<ResourceFacts | undefined> => {
  const path = (await organizationPath(rows, entry.proposerId)) ?? (await organizationPath(rows, entry.homeId));
  if (path === undefined) return undefined;
  return {
    organizationPath: path,
    organizationId: entry.homeId,
    concerns: JSON.parse(entry.answerable) as string[],
  };
};

const ROW =
  'p.edition_id as "editionId", p.home_id as "homeId", p.proposer_id as "proposerId", p.answerable, p.standing';

/** What the access rule needs to know of the things that this service keeps. */
export const resolvers = (rows: Rows) => {
  const entryRow = async (entryId: string): Promise<EntryRow | undefined> =>
    (await rows.query<EntryRow>(`select ${ROW} from entry p where p.entry_id = $1`, [entryId]))[0];
  return {
    edition: async (editionId: string): Promise<ResourceFacts | undefined> => {
      const [edition] = await rows.query<{ committeeId: string }>(
        'select committee_id as "committeeId" from edition where edition_id = $1',
        [editionId],
      );
      const path = edition && (await organizationPath(rows, edition.committeeId));
      if (!edition || path === undefined) return undefined;
      return { organizationPath: path, organizationId: edition.committeeId };
    },
    entry: async (entryId: string): Promise<ResourceFacts | undefined> => {
      const entry = await entryRow(entryId);
      return entry && entryFacts(rows, entry);
    },
    /** For reading: also of those who have a seat in a round of the edition, once the entry is being scored. */
    'entry-shown': async (entryId: string): Promise<ResourceFacts | undefined> => {
      const entry = await entryRow(entryId);
      const facts = entry && (await entryFacts(rows, entry));
      if (!entry || !facts || entry.standing !== 'in-evaluation') return facts;
      const seats = await rows.query<{ personId: string }>(
        'select person_id as "personId" from seat where edition_id = $1',
        [entry.editionId],
      );
      return { ...facts, concerns: [...(facts.concerns ?? []), ...seats.map(({ personId }) => personId)] };
    },
    objection: async (objectionId: string): Promise<ResourceFacts | undefined> => {
      const [entry] = await rows.query<EntryRow>(
        `select ${ROW} from objection o join entry p on p.entry_id = o.entry_id where o.objection_id = $1`,
        [objectionId],
      );
      return entry && entryFacts(rows, entry);
    },
  };
};
