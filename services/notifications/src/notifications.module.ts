import { Module } from '@nestjs/common';
import { DutiesController } from './adapters/grpc/duties.controller.ts';
import { InboxController } from './adapters/grpc/inbox.controller.ts';

@Module({ controllers: [InboxController, DutiesController] })
export class NotificationsModule {}
