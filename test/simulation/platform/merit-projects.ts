import { type CallContext, type Ground, refused } from '@jiangong/service-host';
import { editions } from '../../../services/merit-projects/src/application/editions.ts';
import { meritProjects } from '../../../services/merit-projects/src/application/merit-projects.ts';
import type { EntryPlace } from '../../../services/merit-projects/src/application/ports.ts';
import { type StageMoment, turnStages } from '../../../services/merit-projects/src/application/turn-stages.ts';
import { nominatorsEntries } from '../../../services/merit-projects/src/application/nominators-entries.ts';
import { workingYears } from '../../../services/merit-projects/src/application/working-years.ts';
import { programmesAtTheFrontDoor } from '../../../services/merit-projects/src/adapters/programmes/programmes-at-the-front-door.ts';
import { tellMeritProjectFacts } from '../../../services/merit-projects/src/adapters/public-facts/tell-merit-project-facts.ts';
import { COMMITTEE, type Unit, UNITS } from './campaign.ts';
import { digestProjection } from './digests.ts';
import { placeProjection, SELECT_PLACE, SELECT_NOMINATORS } from './places.ts';
import type { ServiceUnderTest } from './service-under-test.ts';

const pathOf = ({ unitId }: Unit): string => `/${COMMITTEE}/${unitId}/`;

/** What no order of this story asks of the read models. */
const NOBODY_ASKS = {
  // Nobody stands twice or is voted upon, and nobody objects.
  alsoIn: async () => [],
  votes: { of: async () => undefined },
  objection: async () => undefined,
  ownNotice: async () => undefined,
  // Nobody claims reviews and nobody is reminded here.
  reviewable: async () => [],
  awaitingReview: async () => [],
  nominatorsParts: async () => [],
  // Each officer names what he added himself; nothing is destroyed here.
  nameable: async (evidence) => new Set(evidence),
  namesFile: async () => false,
  hasClearance: async () => false,
  // No edition here has a roll.
  organizationsOn: async () => [],
  organizationOn: async () => undefined,
  officesHeld: async () => [],
  membersSince: async () => [],
  personOn: async () => undefined,
  givenBy: async () => new Set(),
  // No template here needs anything, or counts branches or members.
  organizationsAsOf: async () => new Map(),
  honoursAsOf: async () => [],
  branchesBelow: async () => 0,
  membersBelow: async () => 0,
  membersOf: async () => new Map(),
  // Nothing is printed here.
  runningNotices: async () => undefined,
  papersIdOf: async () => undefined,
  // Nobody enters anything by a code here.
  code: async () => undefined,
  filesAddedBy: async () => 0,
} satisfies Partial<Parameters<typeof meritProjects>[1]>;

/** The tree and its people stand still; entries come from the read model, which is waited for as the real adapter does. */
const knowledgeOver = (ground: Ground): Parameters<typeof meritProjects>[1] => {
  const look = async (entryId: string): Promise<EntryPlace | undefined> =>
    (await ground.rows.query<EntryPlace>(SELECT_PLACE, [entryId]))[0];
  const unitOf = (passes: (unit: Unit) => boolean): Unit | undefined => UNITS.find(passes);
  return {
    branch: async (branchId) => {
      const unit = unitOf((each) => each.branchId === branchId);
      return (
        unit && {
          kind: 'branch',
          dissolved: false,
          path: `${pathOf(unit)}${branchId}/`,
          unitId: unit.unitId,
          unitPath: pathOf(unit),
        }
      );
    },
    organization: async (organizationId) => {
      if (organizationId === COMMITTEE) return { kind: 'working-committee', dissolved: false, path: `/${COMMITTEE}/` };
      const unit = unitOf(({ unitId }) => unitId === organizationId);
      return unit && { kind: 'unit', dissolved: false, path: pathOf(unit) };
    },
    honoursStand: async () => false,
    ...{ policiesAbove: async () => [], commendingOf: async () => [] },
    personPath: async (personId) => {
      const unit = unitOf(({ leaderId }) => leaderId === personId);
      return unit && pathOf(unit);
    },
    entry: async (entryId) => {
      const seen = await look(entryId);
      if (seen) return seen;
      const caughtUp = await ground.caughtUp();
      const again = await look(entryId);
      if (!again && !caughtUp) throw refused({ reason: 'READ_MODEL_BEHIND' });
      return again;
    },
    latestTemplate: async () => undefined,
    holidays: async () => [],
    // Nobody works in batches here: each order goes alone.
    entriesIn: async () => [],
    grantsOf: async () => [],
    ...NOBODY_ASKS,
  };
};

const serveOver = (ground: Ground) => {
  const knowledge = knowledgeOver(ground);
  const useCases = meritProjects(ground, knowledge, programmesAtTheFrontDoor, {
    printing: { print: async () => 'busy' },
    random: () => {
      throw new Error('no codes are handed out here');
    },
  });
  const all = editions(ground);
  const nominators = {
    nominatorsOf: async (editionId: string) =>
      (await ground.rows.query<{ nominatorId: string }>(SELECT_NOMINATORS, [editionId])).map(
        ({ nominatorId }) => nominatorId,
      ),
  };
  const entries = nominatorsEntries(ground, all, workingYears(knowledge));
  const turn = turnStages({ ground, editions: all, entries, nominators, rolls: useCases.rolls });
  const { templates, declarations, dossier, review, notice, plans, problems } = useCases;
  return {
    adopt: (request: Parameters<typeof templates.adopt>[0], call: CallContext) =>
      templates.adopt(request, call).then(({ handled }) => handled),
    open: (request: Parameters<typeof useCases.editions.open>[0], call: CallContext) =>
      useCases.editions.open(request, call).then(({ handled }) => handled),
    plan: (request: Parameters<typeof plans.plan>[0], call: CallContext) =>
      plans.plan(request, call).then(({ handled }) => handled),
    confirm: plans.confirm,
    report: dossier.report,
    register: useCases.evidence.register,
    declare: declarations.declare,
    review: review.review,
    requestClearance: (request: Parameters<typeof review.requestClearance>[0], call: CallContext) =>
      review.requestClearance(request, call).then(({ handled }) => handled),
    giveClearance: review.giveClearance,
    publish: notice.publish,
    findProblem: (request: Parameters<typeof problems.find>[0], call: CallContext) =>
      problems.find(request, call).then(({ handled }) => handled),
    assignProblem: problems.assign,
    addProblemMeasure: (request: Parameters<typeof problems.addMeasure>[0], call: CallContext) =>
      problems.addMeasure(request, call).then(({ handled }) => handled),
    handInProblem: problems.handIn,
    closeProblem: problems.close,
    reopenProblem: problems.reopen,
    /** What the scheduler does when a moment has come and everything before it is in the read model. */
    turn: async (moment: StageMoment): Promise<void> => {
      if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
      await turn(moment);
    },
  };
};

export type MeritProjectsServing = ReturnType<typeof serveOver>;

export const OWN_FACTS_OF_MERIT_PROJECTS = 'own-merit-projects';

/** Use cases, rule books and translator of the service; its projections' SQL is left out, two of the simulation's stand in. */
export const meritProjectsUnderTest: ServiceUnderTest<MeritProjectsServing> = {
  name: 'merit-projects',
  projections: [
    placeProjection,
    digestProjection(OWN_FACTS_OF_MERIT_PROJECTS, { kind: 'log', streamPrefixes: ['merit-projects.'] }),
  ],
  translator: tellMeritProjectFacts,
  processes: () => [],
  serve: serveOver,
};
