import { join } from 'node:path';
import { goldenFacts } from '@jiangong/event-store/testing';
import type { InboxFact, ReminderFact } from '../src/domain/facts.ts';

goldenFacts<InboxFact | ReminderFact>(join(import.meta.dirname, 'golden'), {
  'MessagesRead.v1': { messageIds: ['0b0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c11', '1c0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c12'] },
  'InboxRead.v1': { throughPosition: 4_711 },
  'ReminderDue.v1': {
    editionId: '5e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
    stage: 'declaration',
    closesAt: '2021-11-30T16:00:00.000Z',
    daysLeft: 7,
  },
});
