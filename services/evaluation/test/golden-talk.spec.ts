import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { TalkFact } from '../src/domain/talk/facts.ts';

const of = {
  talkId: '50000000-0000-4000-8000-000000000001',
  roundId: '10000000-0000-4000-8000-000000000001',
  editionId: '20000000-0000-4000-8000-000000000001',
  decisionId: '30000000-0000-4000-8000-000000000001',
  ...{ entryId: 'entry-1', homeId: 'unit-1', rule: 'yellow', code: 'four-exams.yellow', recordId: 'record-1' },
};

const samples: FactSamples<TalkFact> = {
  'TalkRecorded.v1': {
    ...{
      ...of,
      kind: 'correction',
      heldOn: '2021-07-12',
      late: false,
      heldBy: 'appraiser-1',
      role: 'appraisal-office',
    },
    prose: { why: '日期记错一天' },
  },
  'TalkConfirmed.v1': { ...of, confirmedBy: 'secretary-1' },
  'TalkRefuted.v1': { ...of, refutedBy: 'secretary-1', prose: { why: '当日未曾谈话' } },
  'TalkWithdrawn.v1': { ...of, withdrawnBy: 'appraiser-1', prose: { why: '登记到了别的支部' } },
};

goldenFacts<TalkFact>(join(import.meta.dirname, 'golden-talk'), samples);
