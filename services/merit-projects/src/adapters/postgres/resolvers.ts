import type { ResourceFacts } from '@jiangong/access';
import { organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { Clock } from '@jiangong/service-host';
import { paperById } from './paper-projection.ts';
import { evaluatorsOfEntry, evaluatorsOfRound } from './who-scores.ts';

type EntryRow = { homeId: string; proposerId: string; answerable: string };

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

const ROW = 'p.home_id as "homeId", p.proposer_id as "proposerId", p.answerable';

/** What the access rule needs to know of the things that this service keeps. */
export const resolvers = (rows: Rows, clock: Clock) => {
  const entryRow = async (entryId: string): Promise<EntryRow | undefined> =>
    (await rows.query<EntryRow>(`select ${ROW} from entry p where p.entry_id = $1`, [entryId]))[0];
  const edition = async (editionId: string): Promise<ResourceFacts | undefined> => {
    const [edition] = await rows.query<{ committeeId: string }>(
      'select committee_id as "committeeId" from edition where edition_id = $1',
      [editionId],
    );
    const path = edition && (await organizationPath(rows, edition.committeeId));
    if (!edition || path === undefined) return undefined;
    return { organizationPath: path, organizationId: edition.committeeId };
  };
  return {
    edition,
    /** A paper stands where its edition's committee stands. */
    'notice-paper': async (paperId: string): Promise<ResourceFacts | undefined> => {
      const paper = await paperById(rows, paperId);
      return paper && edition(paper.editionId);
    },
    /** A problem stands where its owner stands. */
    problem: async (problemId: string): Promise<ResourceFacts | undefined> => {
      const [problem] = await rows.query<{ ownerId: string }>(
        'select owner_id as "ownerId" from problem where problem_id = $1',
        [problemId],
      );
      const path = problem && (await organizationPath(rows, problem.ownerId));
      return problem && path !== undefined ? { organizationPath: path, organizationId: problem.ownerId } : undefined;
    },
    entry: async (entryId: string): Promise<ResourceFacts | undefined> => {
      const entry = await entryRow(entryId);
      return entry && entryFacts(rows, entry);
    },
    /** For reading: with those who score it now. */
    'entry-shown': async (entryId: string): Promise<ResourceFacts | undefined> => {
      const entry = await entryRow(entryId);
      const facts = entry && (await entryFacts(rows, entry));
      return facts && { ...facts, assigned: await evaluatorsOfEntry(rows, entryId, clock.now()) };
    },
    /** A round stands where its edition's committee stands, and is given to those who score in it now. */
    'round-to-score': async (roundId: string): Promise<ResourceFacts | undefined> => {
      const [round] = await rows.query<{ committeeId: string }>(
        `select e.committee_id as "committeeId" from scoring_round r join edition e on e.edition_id = r.edition_id
         where r.round_id = $1`,
        [roundId],
      );
      const path = round && (await organizationPath(rows, round.committeeId));
      if (!round || path === undefined) return undefined;
      const assigned = await evaluatorsOfRound(rows, roundId, clock.now());
      return { organizationPath: path, organizationId: round.committeeId, assigned };
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
