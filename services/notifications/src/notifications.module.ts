import { type DynamicModule, Module } from '@nestjs/common';
import { AccountController } from './adapters/grpc/account.controller.ts';
import { DeliveriesController } from './adapters/grpc/deliveries.controller.ts';
import { DutiesController } from './adapters/grpc/duties.controller.ts';
import { InboxController } from './adapters/grpc/inbox.controller.ts';
import { WebhooksController } from './adapters/grpc/webhooks.controller.ts';
import { MAIL_AVAILABLE, MailController } from './adapters/grpc/mail.controller.ts';

@Module({
  controllers: [
    AccountController,
    InboxController,
    DutiesController,
    MailController,
    DeliveriesController,
    WebhooksController,
  ],
})
export class NotificationsModule {
  /** `available`: whether this platform sends mail. */
  static with(available: boolean): DynamicModule {
    return { module: NotificationsModule, providers: [{ provide: MAIL_AVAILABLE, useValue: available }] };
  }
}
