import { join } from 'node:path';
import { goldenFacts } from '@jiangong/event-store/testing';
import type { InboxFact, ReminderFact } from '../src/domain/facts.ts';
import type { DeliveryRepairFact } from '../src/domain/mail/repairs.ts';

goldenFacts<InboxFact | ReminderFact | DeliveryRepairFact>(join(import.meta.dirname, 'golden'), {
  'MessagesRead.v1': { messageIds: ['0b0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c11', '1c0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c12'] },
  'InboxRead.v1': { throughPosition: 4_711 },
  'DeliveryRetried.v1': {
    deliveryId: '6e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
    channel: 'mail',
    reason: '邮件服务器已恢复',
  },
  'DeliverySkipped.v1': {
    deliveryId: '6e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
    channel: 'mail',
    reason: '邮箱已停用',
  },
  'ReminderDue.v1': {
    editionId: '5e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
    stage: 'declaration',
    closesAt: '2021-11-30T16:00:00.000Z',
    daysLeft: 7,
  },
});
