import { EvaluationServiceService, protoMetadata } from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { editionProjection } from './adapters/postgres/edition-projection.ts';
import { evaluationResolvers } from './adapters/postgres/evaluation-questions.ts';
import { nameProjection } from './adapters/postgres/name-projection.ts';
import { readModelKnowledge } from './adapters/postgres/read-model-knowledge.ts';
import { roundProjection } from './adapters/postgres/round-projection.ts';
import { schemeProjection } from './adapters/postgres/scheme-projection.ts';
import { seriesProjection } from './adapters/postgres/series-projection.ts';
import { tellEvaluationFacts } from './adapters/public-facts/tell-evaluation-facts.ts';
import { evaluationOf } from './application/evaluation.ts';
import { followEditions, forgetDrafts } from './application/follow-editions.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { EvaluationModule } from './evaluation.module.ts';

/** The service as the host runs it. */
export const evaluationService: ServiceDefinition = {
  name: 'evaluation',
  contracts: [
    { name: 'jiangong.evaluation.v1.EvaluationService', service: EvaluationServiceService, metadata: protoMetadata },
  ],
  module: () => EvaluationModule,
  projections: [schemeProjection, roundProjection, seriesProjection, editionProjection, nameProjection],
  translator: tellEvaluationFacts,
  resolvers: ({ rows, clock }) => evaluationResolvers(rows, clock),
  processes: (ground) => {
    const evaluation = evaluationOf(ground, readModelKnowledge(ground.rows));
    return [followEditions(evaluation), forgetDrafts(evaluation)];
  },
  refusalTexts,
};
