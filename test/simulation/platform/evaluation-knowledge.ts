import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionKnowledge } from '../../../services/evaluation/src/application/decision-ports.ts';
import type { Knowledge } from '../../../services/evaluation/src/application/ports.ts';
import type { Candidate } from '../../../services/evaluation/src/domain/round/holders.ts';
import { programmesAtTheFrontDoor } from '../../../services/merit-projects/src/adapters/programmes/programmes-at-the-front-door.ts';
import { INSPECTOR } from '../../../services/merit-projects/test/domain/entry-sample.ts';
import { COMMITTEE, EDITION_ID, EXPERTS, LEADERS, OFFICER, SERIES, UNITS, YEAR } from './campaign.ts';

/** The template that the campaign's edition follows, and what the edition sets of it. */
export const TEMPLATE = readFileSync(join(import.meta.dirname, 'campaign.yaml'), 'utf8');
export const PARAMETERS = { quota: '2' } as const;

const adopted = programmesAtTheFrontDoor.read(TEMPLATE);
if (adopted.kind === 'fault') throw new Error(`the campaign’s template is refused for ${adopted.refusal.reason}`);
export const TEMPLATE_HASH = adopted.templateHash;

const held = (personId: string, homeId: string | null, role: string): Candidate => ({
  ...{ personId, homeId },
  grants: [{ grantId: `of ${personId}`, role, organizationId: homeId ?? COMMITTEE, stands: 'within' }],
});

/** Whoever has a part in judging: those of the committee and its experts belong to no unit. */
const KNOWN: readonly Candidate[] = [
  held(OFFICER, null, 'committee-officer'),
  held(INSPECTOR, null, 'discipline-inspector'),
  ...LEADERS.map((personId) => held(personId, null, 'committee-leader')),
  ...EXPERTS.map((personId) => held(personId, null, 'expert')),
  ...UNITS.map(({ officerId, unitId }) => held(officerId, unitId, 'unit-officer')),
];

/** The campaign stands still as far as evaluation asks its read models: nobody moves, leaves or loses his role. */
export const knowledge: Knowledge = {
  edition: async (editionId) =>
    editionId === EDITION_ID
      ? { editionId, committeeId: COMMITTEE, templateHash: TEMPLATE_HASH, parameters: PARAMETERS, year: YEAR }
      : undefined,
  template: async () => adopted.canonicalText,
  people: async (personIds) =>
    new Map(KNOWN.filter(({ personId }) => personIds.includes(personId)).map((one) => [one.personId, one])),
  holders: async () => [],
  seatsHeld: async () => new Map(),
  isUnitBelow: async () => true,
  formerHomes: async () => new Map(),
  plansOf: async () => new Map(),
  left: async () => [],
  roundsWithSeat: async () => [],
  roundsNotOver: async () => [],
  roundsDue: async () => [],
  besides: async () => ({}),
  committeesAbove: async () => ({ paths: new Map(), committees: [] }),
};

/** What the body's decision asks: it is the committee's own, nobody objects, and no unit decides in its place. */
export const decisionKnowledge: DecisionKnowledge = {
  bodyOn: async (committeeId) =>
    committeeId === COMMITTEE ? LEADERS.map((personId) => ({ personId, grantId: `of ${personId}`, homeId: null })) : [],
  superiorOf: async () => undefined,
  levelOf: async () => 'working-committee',
  edition: async (editionId) =>
    editionId === EDITION_ID
      ? { editionId, seriesId: SERIES, year: YEAR, title: { zh: '模拟评选（虚构）', en: 'Simulated campaign' } }
      : undefined,
  series: async () => undefined,
  seriesEditions: async () => [],
  roundsOf: async () => [],
  roundOfEntry: async () => undefined,
  openObjections: async () => [],
  names: async () => ({}),
  classified: async () => [],
  declaredVersion: async () => 1,
  holidays: async () => new Map(),
  classifiedEntries: async () => [],
  successors: async () => ({}),
  partOf: async () => undefined,
  decideBy: async () => undefined,
  makeKnownBy: async () => undefined,
  decisionsOf: async () => [],
  withdrawnHonours: async () => [],
  heldHonours: async () => [],
  honourProposals: async () => [],
  documentsIdOf: async () => undefined,
  putForwardBy: async () => undefined,
};
