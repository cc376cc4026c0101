import { accessProjections, organizationNameProjection } from '@jiangong/access/postgres';
import {
  MeritProjectsServiceService,
  protoMetadata,
} from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { protoMetadata as workMetadata, WorkServiceService } from '@jiangong/contracts/jiangong/work/v1/work_service';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { authorProjection } from './adapters/postgres/author-projection.ts';
import { caseProjection } from './adapters/postgres/case-projection.ts';
import { codeProjection } from './adapters/postgres/code-projection.ts';
import { dossierProjection } from './adapters/postgres/dossier-projection.ts';
import { editionProjection } from './adapters/postgres/edition-projection.ts';
import { entryFilesProjection } from './adapters/postgres/entry-files-projection.ts';
import { entryProjection } from './adapters/postgres/entry-projection.ts';
import { evidenceProjection } from './adapters/postgres/evidence-projection.ts';
import { inspectionFilesProjection } from './adapters/postgres/inspection-files.ts';
import { historyProjection } from './adapters/postgres/history-projection.ts';
import { honourProjection } from './adapters/postgres/honour-projection.ts';
import { honourOfRecordProjection } from './adapters/postgres/honours-of-record.ts';
import { needsProjection } from './adapters/postgres/needs-projection.ts';
import { ownNoticeProjection } from './adapters/postgres/own-notice-projection.ts';
import { paperProjection } from './adapters/postgres/paper-projection.ts';
import { policyProjection } from './adapters/postgres/policy-projection.ts';
import { problemProjection } from './adapters/postgres/problem-projection.ts';
import { proposalProjection } from './adapters/postgres/proposal-projection.ts';
import { resolvers } from './adapters/postgres/resolvers.ts';
import { reviewClaimProjection } from './adapters/postgres/review-claim-projection.ts';
import { memberProjection } from './adapters/postgres/member-projection.ts';
import { officeProjection } from './adapters/postgres/office-projection.ts';
import { foundingProjection, rollProjection } from './adapters/postgres/roll-projection.ts';
import { judgedFilesProjection } from './adapters/postgres/judged-files-projection.ts';
import { seatProjection } from './adapters/postgres/seat-projection.ts';
import { voteProjection } from './adapters/postgres/vote-projection.ts';
import { holidayProjection } from './adapters/postgres/holiday-projection.ts';
import { templateProjection } from './adapters/postgres/template-projection.ts';
import { hearErasures } from './adapters/public-facts/hear-erasures.ts';
import { hearProposals } from './adapters/public-facts/hear-proposals.ts';
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
    { name: 'jiangong.work.v1.WorkService', service: WorkServiceService, metadata: workMetadata },
  ],
  module: (ground) => MeritProjectsModule.over(ground),
  projections: [
    templateProjection,
    holidayProjection,
    policyProjection,
    editionProjection,
    rollProjection,
    foundingProjection,
    memberProjection,
    officeProjection,
    entryProjection,
    authorProjection,
    codeProjection,
    ownNoticeProjection,
    dossierProjection,
    caseProjection,
    proposalProjection,
    historyProjection,
    evidenceProjection,
    entryFilesProjection,
    inspectionFilesProjection,
    honourProjection,
    honourOfRecordProjection,
    needsProjection,
    seatProjection,
    voteProjection,
    judgedFilesProjection,
    paperProjection,
    reviewClaimProjection,
    problemProjection,
    organizationNameProjection,
    ...accessProjections,
  ],
  translator: tellMeritProjectFacts,
  resolvers: ({ rows, clock }) => resolvers(rows, clock),
  processes: (ground) => [hearProposals(ground), hearErasures(ground)],
  scheduler: stageScheduler,
  refusalTexts,
};
