import type { ResourceFacts } from '@jiangong/access';
import { organizationPath } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { together } from '@jiangong/read-models/postgres';
import type { Clock } from '@jiangong/service-host';
import { paperById } from './paper-projection.ts';
import { evaluatorsOfEntry, evaluatorsOfRound } from './who-scores.ts';

type EntryRow = { homeId: string; organizationPath: string; answerable: string; kind: string; subjectId: string };

/** An entry stands where its proposer stands, and is the matter of those who answer for it, and of the person that it is about. `of`: its id, or a select of it. */
const entryFacts = async (rows: Rows, of: string, id: string): Promise<ResourceFacts | undefined> => {
  const [entry] = await rows.query<EntryRow>(
    `select p.home_id as "homeId", p.answerable, p.subject_kind as kind, p.subject_id as "subjectId", coalesce(b.path, h.path) as "organizationPath" from entry p
       left join access_organization b on b.id = p.proposer_id left join access_organization h on h.id = p.home_id
     where p.entry_id = ${of} and coalesce(b.path, h.path) is not null`,
    [id],
  );
  if (entry === undefined) return undefined;
  const { homeId: organizationId, organizationPath, answerable, kind, subjectId } = entry;
  const himself = kind === 'person' || kind === 'office-holder' ? [subjectId] : [];
  const concerns = [...new Set([...(JSON.parse(answerable) as string[]), ...himself])];
  return { organizationPath, organizationId, concerns };
};

/** What the access rule needs to know of the things that this service keeps. */
export const resolvers = (rows: Rows, clock: Clock) => {
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
    /** What a nominator makes known stands where it stands. */
    'own-notice': async (ownNoticeId: string): Promise<ResourceFacts | undefined> => {
      const [notice] = await rows.query<{ nominatorId: string }>(
        'select nominator_id as "nominatorId" from own_notice where own_notice_id = $1',
        [ownNoticeId],
      );
      const path = notice && (await organizationPath(rows, notice.nominatorId));
      return notice && path !== undefined ? { organizationPath: path, organizationId: notice.nominatorId } : undefined;
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
    entry: (entryId: string): Promise<ResourceFacts | undefined> => entryFacts(rows, '$1', entryId),
    /** For reading: with those who score it now. */
    'entry-shown': async (entryId: string): Promise<ResourceFacts | undefined> => {
      const asked = together(rows);
      const [facts, assigned] = await Promise.all([
        entryFacts(asked, '$1', entryId),
        evaluatorsOfEntry(asked, entryId, clock.now()),
      ]);
      return facts && { ...facts, assigned };
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
    objection: (objectionId: string): Promise<ResourceFacts | undefined> =>
      entryFacts(rows, '(select o.entry_id from objection o where o.objection_id = $1)', objectionId),
  };
};
