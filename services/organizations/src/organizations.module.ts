import { Module } from '@nestjs/common';
import { OrganizationQuestionsController } from './adapters/grpc/organization-questions.controller.ts';
import { OrganizationsController } from './adapters/grpc/organizations.controller.ts';

@Module({ controllers: [OrganizationsController, OrganizationQuestionsController] })
export class OrganizationsModule {}
