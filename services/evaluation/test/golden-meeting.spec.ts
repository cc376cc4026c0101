import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { MeetingFact } from '../src/domain/meeting/facts.ts';

const of = {
  roundId: '10000000-0000-4000-8000-000000000001',
  editionId: '20000000-0000-4000-8000-000000000001',
  ...{ stageId: 'meeting', recordId: 'record-1', grantId: 'grant-1' },
};

const samples: FactSamples<MeetingFact> = {
  'MeetingRecorded.v1': {
    ...{ ...of, kind: 'correction', heldOn: '2021-12-15', chair: 'leader-1', present: ['leader-1', 'leader-2'] },
    ...{ attendance: 36, late: true, file: 'f'.repeat(64), recordedBy: 'clerk-1' },
    prose: { place: '一楼会议室', why: '到会人数少记一人' },
  },
  'MeetingWithdrawalAsked.v1': { ...of, askedBy: 'clerk-1', prose: { why: '登记到了别的轮次' } },
  'MeetingAttested.v1': { ...of, attestedBy: 'leader-1' },
  'MeetingRefuted.v1': { ...of, refutedBy: 'leader-2', prose: { why: '人数不对' } },
};

goldenFacts<MeetingFact>(join(import.meta.dirname, 'golden-meeting'), samples);
