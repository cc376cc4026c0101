import { lastOrganizationOfPerson } from '@jiangong/access/postgres';
import {
  NotificationsServiceService,
  protoMetadata,
} from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { inboxProjection } from './adapters/postgres/inbox-projection.ts';
import { inboxReadProjection } from './adapters/postgres/inbox-read-projection.ts';
import { reminderLedger, reminderProjection } from './adapters/postgres/reminder-projection.ts';
import { tellNotificationFacts } from './adapters/public-facts/tell-notification-facts.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { reminderScheduler } from './application/reminder-scheduler.ts';
import { NotificationsModule } from './notifications.module.ts';

/** The service as the host runs it. */
export const notificationsService: ServiceDefinition = {
  name: 'notifications',
  contracts: [
    {
      name: 'jiangong.notifications.v1.NotificationsService',
      service: NotificationsServiceService,
      metadata: protoMetadata,
    },
  ],
  module: () => NotificationsModule,
  projections: [inboxProjection, inboxReadProjection, reminderProjection],
  translator: tellNotificationFacts,
  resolvers: ({ rows }) => ({
    // The dead and the expelled too: what they leave to do is asked about them.
    person: async (personId) => {
      const home = await lastOrganizationOfPerson(rows, personId);
      return home && { organizationPath: home.path, organizationId: home.id, concerns: [personId] };
    },
  }),
  scheduler: (ground) => reminderScheduler(ground, reminderLedger(ground.rows)),
  refusalTexts,
};
