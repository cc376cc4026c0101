import { lastOrganizationOfPerson } from '@jiangong/access/postgres';
import {
  NotificationsServiceService,
  protoMetadata,
} from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import type { Ground, Worker } from '@jiangong/service-host';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { inboxProjection } from './adapters/postgres/inbox-projection.ts';
import { httpsChannel } from './adapters/https/https-channel.ts';
import { readAllowedNetworks } from './adapters/https/webhook-settings.ts';
import { webhookWorker } from './adapters/https/webhook-worker.ts';
import { newWebhookSecret } from './adapters/crypto/webhook-signatures.ts';
import { MAIL_TABLES } from './adapters/postgres/mail-tables.ts';
import { postgresDeliveryLedger } from './adapters/postgres/postgres-delivery-ledger.ts';
import { postgresMailBoxes } from './adapters/postgres/postgres-mail-boxes.ts';
import { postgresWebhookLedger } from './adapters/postgres/postgres-webhook-ledger.ts';
import { postgresWebhookSecrets } from './adapters/postgres/postgres-webhook-secrets.ts';
import { webhookProjection } from './adapters/postgres/webhook-projection.ts';
import { WEBHOOK_TABLES } from './adapters/postgres/webhook-tables.ts';
import { inboxReadProjection } from './adapters/postgres/inbox-read-projection.ts';
import { reminderLedger, reminderProjection } from './adapters/postgres/reminder-projection.ts';
import { tellNotificationFacts } from './adapters/public-facts/tell-notification-facts.ts';
import { readMailSettings } from './adapters/smtp/mail-settings.ts';
import { mailWorker } from './adapters/smtp/mail-worker.ts';
import { smtpChannel } from './adapters/smtp/smtp-channel.ts';
import { forgetMail } from './application/mail/forget-mail.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { queueFacts } from './application/webhooks/queue-facts.ts';
import { reminderScheduler } from './application/reminder-scheduler.ts';
import { NotificationsModule } from './notifications.module.ts';

/** None where mail is not set up. */
const mailWorkers = (ground: Ground): readonly Worker[] => {
  const settings = readMailSettings(process.env);
  if (settings === null) return [];
  return [mailWorker(ground, postgresDeliveryLedger(ground.rows, ground.privacy), smtpChannel(settings))];
};

const webhooks = (ground: Ground): Worker =>
  webhookWorker(ground, {
    ledger: postgresWebhookLedger(ground.rows),
    secrets: postgresWebhookSecrets(ground.rows, ground.privacy, newWebhookSecret),
    channel: httpsChannel({ allowed: readAllowedNetworks(process.env) }),
  });

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
  module: () => NotificationsModule.with(readMailSettings(process.env) !== null),
  projections: [inboxProjection, inboxReadProjection, reminderProjection, webhookProjection],
  translator: tellNotificationFacts,
  resolvers: ({ rows }) => ({
    // The dead and the expelled too: what they leave to do is asked about them.
    person: async (personId) => {
      const home = await lastOrganizationOfPerson(rows, personId);
      return home && { organizationPath: home.path, organizationId: home.id, concerns: [personId] };
    },
  }),
  scheduler: (ground) => reminderScheduler(ground, reminderLedger(ground.rows)),
  tables: `${MAIL_TABLES}${WEBHOOK_TABLES}`,
  processes: ({ rows, privacy, clock }) => [
    forgetMail(postgresMailBoxes(rows, privacy)),
    queueFacts(postgresWebhookLedger(rows), clock),
  ],
  workers: (ground) => [...mailWorkers(ground), webhooks(ground)],
  refusalTexts,
};
