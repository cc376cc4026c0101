import { type DynamicModule, Module } from '@nestjs/common';
import type { Ground } from '@jiangong/service-host';
import { EditionsController } from './adapters/grpc/editions.controller.ts';
import { ProjectOrdersController } from './adapters/grpc/entry-orders.controller.ts';
import { EntryQuestionsController } from './adapters/grpc/entry-questions.controller.ts';
import { ReviewOrdersController } from './adapters/grpc/review-orders.controller.ts';
import { MERIT_PROJECTS } from './adapters/grpc/tokens.ts';
import { campaignKnowledge } from './adapters/postgres/campaign-knowledge.ts';
import { meritProjects } from './application/merit-projects.ts';

@Module({})
export class MeritProjectsModule {
  static over(ground: Ground): DynamicModule {
    return {
      module: MeritProjectsModule,
      controllers: [EditionsController, ProjectOrdersController, ReviewOrdersController, EntryQuestionsController],
      providers: [{ provide: MERIT_PROJECTS, useValue: meritProjects(ground, campaignKnowledge(ground)) }],
    };
  }
}
