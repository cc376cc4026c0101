import { Module } from '@nestjs/common';
import { MembershipQuestionsController } from './adapters/grpc/membership-questions.controller.ts';
import { MembershipController } from './adapters/grpc/membership.controller.ts';

@Module({ controllers: [MembershipController, MembershipQuestionsController] })
export class MembershipModule {}
