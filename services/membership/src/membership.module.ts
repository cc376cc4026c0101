import { Module } from '@nestjs/common';
import { MembershipQuestionsController } from './adapters/grpc/membership-questions.controller.ts';
import { MembershipController } from './adapters/grpc/membership.controller.ts';
import { WorkController } from './adapters/grpc/work.controller.ts';

@Module({ controllers: [MembershipController, MembershipQuestionsController, WorkController] })
export class MembershipModule {}
