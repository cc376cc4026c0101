import { Module } from '@nestjs/common';
import { InboxController } from './adapters/grpc/inbox.controller.ts';

@Module({ controllers: [InboxController] })
export class NotificationsModule {}
