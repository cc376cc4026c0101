import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { assignSeats, type AssignSeatsRequest } from '../../../services/evaluation/src/application/assign-seats.ts';
import { changeBonus } from '../../../services/evaluation/src/application/change-bonus.ts';
import { changeChecklist } from '../../../services/evaluation/src/application/change-checklist.ts';
import { changeMeasure } from '../../../services/evaluation/src/application/change-measure.ts';
import { changeRound, type DeclareRecusalRequest } from '../../../services/evaluation/src/application/change-round.ts';
import { evaluationOf } from '../../../services/evaluation/src/application/evaluation.ts';
import { followEditions } from '../../../services/evaluation/src/application/follow-editions.ts';
import type { Knowledge, Random } from '../../../services/evaluation/src/application/ports.ts';
import type { Candidate } from '../../../services/evaluation/src/domain/round/holders.ts';
import { tellEvaluationFacts } from '../../../services/evaluation/src/adapters/public-facts/tell-evaluation-facts.ts';
import { programmesAtTheFrontDoor } from '../../../services/merit-projects/src/adapters/programmes/programmes-at-the-front-door.ts';
import { COMMITTEE, EDITION_ID, OFFICER, UNITS } from './campaign.ts';
import { digestProjection } from './digests.ts';
import type { ServiceUnderTest } from './service-under-test.ts';

/** The template that the campaign's edition follows, and what the edition sets of it. */
export const TEMPLATE = readFileSync(join(import.meta.dirname, 'campaign.yaml'), 'utf8');
export const PARAMETERS = { quota: '2' } as const;

const adopted = programmesAtTheFrontDoor.read(TEMPLATE);
if (adopted.kind === 'fault') throw new Error(`the campaign’s template is refused for ${adopted.refusal.reason}`);
export const TEMPLATE_HASH = adopted.templateHash;

const held = (personId: string, homeId: string, role: string): Candidate => ({
  ...{ personId, homeId },
  grants: [{ grantId: `of ${personId}`, role, organizationId: homeId, stands: 'within' }],
});

/** The officer of the committee, and of each unit. */
const KNOWN: readonly Candidate[] = [
  held(OFFICER, COMMITTEE, 'committee-officer'),
  ...UNITS.map(({ officerId, unitId }) => held(officerId, unitId, 'unit-officer')),
];

/** The campaign stands still as far as evaluation asks its read models: everybody who may sit is an officer of a unit. */
const knowledge: Knowledge = {
  edition: async (editionId) =>
    editionId === EDITION_ID
      ? { editionId, committeeId: COMMITTEE, templateHash: TEMPLATE_HASH, parameters: PARAMETERS, year: 2021 }
      : undefined,
  template: async () => adopted.canonicalText,
  people: async (personIds) =>
    new Map(KNOWN.filter(({ personId }) => personIds.includes(personId)).map((one) => [one.personId, one])),
  holders: async () => [],
  seatsHeld: async () => new Map(),
  isUnitBelow: async () => true,
  formerHomes: async () => new Map(),
  left: async () => [],
  roundsWithSeat: async () => [],
  roundsNotOver: async () => [],
  roundsDue: async () => [],
  besides: async () => ({}),
  committeesAbove: async () => ({ paths: new Map(), committees: [] }),
};

/** The same in every run: what is drawn here decides nothing. */
const secret: Random = () => sha256Hex(Buffer.from('secret of the simulation', 'utf8'));

const evaluationOver = (ground: Ground) => evaluationOf(ground, knowledge, secret);

const serveOver = (ground: Ground) => {
  const evaluation = evaluationOver(ground);
  const assign = assignSeats(evaluation);
  const change = changeRound(evaluation);
  const checklist = changeChecklist(evaluation);
  const bonus = changeBonus(evaluation);
  const measure = changeMeasure(evaluation);
  return {
    record: async (request: Parameters<typeof checklist.record>[0], call: CallContext) =>
      (await checklist.record(request, call)).handled,
    answerFinding: checklist.answer,
    claim: async (request: Parameters<typeof bonus.claim>[0], call: CallContext) =>
      (await bonus.claim(request, call)).handled,
    decideClaim: bonus.decide,
    recordMeasures: measure.record,
    changeMeasure: measure.change,
    assignSeats: (request: AssignSeatsRequest, call: CallContext) => assign(request, call),
    declareRecusal: (request: DeclareRecusalRequest, call: CallContext) => change.recuse(request, call),
  };
};

export type EvaluationServing = ReturnType<typeof serveOver>;

export const OWN_FACTS_OF_EVALUATION = 'own-evaluation';
export const HEARD_BY_EVALUATION = 'heard-by-evaluation';

export const evaluationUnderTest: ServiceUnderTest<EvaluationServing> = {
  name: 'evaluation',
  projections: [
    digestProjection(OWN_FACTS_OF_EVALUATION, { kind: 'log', streamPrefixes: ['evaluation.'] }),
    digestProjection(HEARD_BY_EVALUATION, { kind: 'public-facts', contexts: ['merit_projects'] }),
  ],
  translator: tellEvaluationFacts,
  processes: (ground) => [followEditions(evaluationOver(ground))],
  serve: serveOver,
};
