import { join } from 'node:path';
import { goldenFacts } from '@jiangong/event-store/testing';
import type { AccountFact } from '../src/domain/account.ts';
import type { InboxFact, ReminderFact } from '../src/domain/facts.ts';
import type { DeliveryRepairFact } from '../src/domain/mail/repairs.ts';
import type { WebhookFact } from '../src/domain/webhooks/facts.ts';

goldenFacts<AccountFact | InboxFact | ReminderFact | DeliveryRepairFact | WebhookFact>(
  join(import.meta.dirname, 'golden'),
  {
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
    'WebhookRegistered.v1': {
      webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      organizationId: '8e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      name: '办公自动化系统',
      address: 'https://oa.example.cn/jiangong',
      facts: ['merit_projects.EntryDeclared.v1', 'evaluation.CircularIssued.v1'],
    },
    'WebhookSecretRotated.v1': {
      webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      secretId: '9e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      formerUntil: '2026-11-29T12:00:00.000Z',
      reason: '例行更换',
    },
    'WebhookRenamed.v1': {
      webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      formerName: '办公自动化系统',
      name: '协同办公系统',
    },
    'WebhookPaused.v1': { webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11', reason: '对方系统升级' },
    'WebhookResumed.v1': { webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11', reason: '升级完成' },
    'WebhookDisabled.v1': {
      webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      organizationId: '8e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      name: '办公自动化系统',
      failingSince: '2026-11-20T12:00:00.000Z',
    },
    'WebhookRemoved.v1': { webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11', reason: '系统停用' },
    'WebhookTested.v1': {
      webhookId: '7e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      deliveryId: 'ae1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
    },
    'NewDeviceSeen.v1': { personId: 'be1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11', happenedAt: '2026-11-29T02:00:00.000Z' },
    'AccountChanged.v1': {
      personId: 'be1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      change: 'password-changed',
      happenedAt: '2026-11-29T02:00:00.000Z',
    },
    'ReminderDue.v1': {
      editionId: '5e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
      stage: 'declaration',
      closesAt: '2021-11-30T16:00:00.000Z',
      daysLeft: 7,
    },
  },
);
