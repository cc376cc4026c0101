import { randomBytes } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { documentRenderer, threadedPrinting } from '@jiangong/documents/render';
import type { Ground } from '@jiangong/service-host';
import { BatchesController } from './adapters/grpc/batches.controller.ts';
import { ClaimsController } from './adapters/grpc/claims.controller.ts';
import { RemindersController } from './adapters/grpc/reminders.controller.ts';
import { RegistrationController } from './adapters/grpc/registration.controller.ts';
import { RollsController } from './adapters/grpc/rolls.controller.ts';
import { CasesController } from './adapters/grpc/cases.controller.ts';
import { EditionHistoryController } from './adapters/grpc/edition-history.controller.ts';
import { EditionOrdersController } from './adapters/grpc/edition-orders.controller.ts';
import { EditionQuestionsController } from './adapters/grpc/edition-questions.controller.ts';
import { EntryOrdersController } from './adapters/grpc/entry-orders.controller.ts';
import { EntryQuestionsController } from './adapters/grpc/entry-questions.controller.ts';
import { MyPlansController } from './adapters/grpc/my-plans.controller.ts';
import { OwnNoticesController } from './adapters/grpc/own-notices.controller.ts';
import { PapersController } from './adapters/grpc/papers.controller.ts';
import { PlansController } from './adapters/grpc/plans.controller.ts';
import { PoliciesController } from './adapters/grpc/policies.controller.ts';
import { ProblemOrdersController } from './adapters/grpc/problem-orders.controller.ts';
import { ProblemQuestionsController } from './adapters/grpc/problem-questions.controller.ts';
import { FilesController } from './adapters/grpc/files.controller.ts';
import { NoticesController } from './adapters/grpc/notices.controller.ts';
import { ReviewOrdersController } from './adapters/grpc/review-orders.controller.ts';
import { ScoringQuestionsController } from './adapters/grpc/scoring-questions.controller.ts';
import { TemplateOrdersController } from './adapters/grpc/template-orders.controller.ts';
import { WorkController } from './adapters/grpc/work.controller.ts';
import { MERIT_PROJECTS } from './adapters/grpc/tokens.ts';
import { knowledgeOf } from './adapters/postgres/knowledge.ts';
import { programmesAtTheFrontDoor } from './adapters/programmes/programmes-at-the-front-door.ts';
import { meritProjects } from './application/merit-projects.ts';

@Module({})
export class MeritProjectsModule {
  static over(ground: Ground): DynamicModule {
    const useCases = meritProjects(ground, knowledgeOf(ground), programmesAtTheFrontDoor, {
      printing: threadedPrinting(documentRenderer()),
      random: randomBytes,
    });
    return {
      module: MeritProjectsModule,
      controllers: [
        TemplateOrdersController,
        EditionOrdersController,
        EntryOrdersController,
        ReviewOrdersController,
        BatchesController,
        ClaimsController,
        RemindersController,
        RollsController,
        RegistrationController,
        OwnNoticesController,
        CasesController,
        EditionQuestionsController,
        EditionHistoryController,
        PlansController,
        EntryQuestionsController,
        MyPlansController,
        FilesController,
        NoticesController,
        PapersController,
        PoliciesController,
        ProblemOrdersController,
        ProblemQuestionsController,
        ScoringQuestionsController,
        WorkController,
      ],
      providers: [{ provide: MERIT_PROJECTS, useValue: useCases }],
    };
  }
}
