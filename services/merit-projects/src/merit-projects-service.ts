import { accessProjections } from '@jiangong/access/postgres';
import {
  MeritProjectsServiceService,
  protoMetadata,
} from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { awardProjection } from './adapters/postgres/award-projection.ts';
import { caseProjection } from './adapters/postgres/case-projection.ts';
import { editionProjection } from './adapters/postgres/edition-projection.ts';
import { evidenceProjection, historyProjection } from './adapters/postgres/history-projection.ts';
import { entryProjection } from './adapters/postgres/entry-projection.ts';
import { resolvers } from './adapters/postgres/resolvers.ts';
import { hearCommendations } from './adapters/public-facts/hear-commendations.ts';
import { tellMeritProjectFacts } from './adapters/public-facts/tell-merit-project-facts.ts';
import { stageScheduler } from './adapters/scheduler/stage-scheduler.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { MeritProjectsModule } from './merit-projects.module.ts';

/** The service as the host runs it. */
export const meritProjectsService: ServiceDefinition = {
  name: 'merit-projects',
  contracts: [
    {
      name: 'jiangong.merit_projects.v1.MeritProjectsService',
      service: MeritProjectsServiceService,
      metadata: protoMetadata,
    },
  ],
  module: (ground) => MeritProjectsModule.over(ground),
  projections: [
    editionProjection,
    entryProjection,
    caseProjection,
    historyProjection,
    evidenceProjection,
    awardProjection,
    ...accessProjections,
  ],
  translator: tellMeritProjectFacts,
  resolvers: ({ rows, clock }) => resolvers(rows, clock),
  processes: (ground) => [hearCommendations(ground)],
  scheduler: stageScheduler,
  refusalTexts,
};
