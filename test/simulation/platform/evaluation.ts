import type { CallContext, Ground } from '@jiangong/service-host';
import { defineScheme, type DefineSchemeRequest } from '../../../services/evaluation/src/application/define-scheme.ts';
import { evaluationOf } from '../../../services/evaluation/src/application/evaluation.ts';
import { followEditions } from '../../../services/evaluation/src/application/follow-editions.ts';
import type { Knowledge } from '../../../services/evaluation/src/application/ports.ts';
import { prepareRound, type PrepareRoundRequest } from '../../../services/evaluation/src/application/prepare-round.ts';
import { tellEvaluationFacts } from '../../../services/evaluation/src/adapters/public-facts/tell-evaluation-facts.ts';
import { COMMITTEE, EDITION_ID, SERIES, YEAR } from './campaign.ts';
import { digestProjection } from './digests.ts';
import type { ServiceUnderTest } from './service-under-test.ts';

/** The campaign stands still as far as evaluation asks its read models. */
const knowledge: Knowledge = {
  edition: async (editionId) =>
    editionId === EDITION_ID
      ? { editionId, seriesId: SERIES, year: YEAR, committeeId: COMMITTEE, title: { zh: '活动', en: 'Campaign' } }
      : undefined,
  stage: async () => undefined,
  committeeOfSeries: async () => COMMITTEE,
  seriesEditions: async () => [],
  unitsOf: async () => new Map(),
  leadership: async () => [],
  names: async () => ({}),
  standsAbove: async () => true,
};

const serveOver = (ground: Ground) => {
  const evaluation = evaluationOf(ground, knowledge);
  const define = defineScheme(evaluation);
  const prepare = prepareRound(evaluation);
  return {
    defineScheme: (request: DefineSchemeRequest, call: CallContext) =>
      define(request, call).then(({ handled }) => handled),
    prepareRound: (request: PrepareRoundRequest, call: CallContext) =>
      prepare(request, call).then(({ handled }) => handled),
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
  processes: (ground) => [followEditions(evaluationOf(ground, knowledge))],
  serve: serveOver,
};
