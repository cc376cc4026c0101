import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { AnswerFact } from '../src/domain/answer/facts.ts';

const of = {
  roundId: '10000000-0000-4000-8000-000000000001',
  editionId: '20000000-0000-4000-8000-000000000001',
  entryId: 'entry-a',
  questionId: 'fact-1',
  grantId: 'grant-1',
  prose: { why: '查阅换届档案' },
};

const samples: FactSamples<AnswerFact> = {
  'FactAnswered.v1': {
    ...{ ...of, value: false, file: null, answeredBy: 'clerk-1', answeredAt: '2021-12-15T02:00:00.000Z' },
  },
  'FactAnswerCorrected.v1': {
    ...{ ...of, value: 2, file: 'f'.repeat(64), correctedBy: 'inspector-1', correctedAt: '2021-12-16T02:00:00.000Z' },
  },
};

goldenFacts<AnswerFact>(join(import.meta.dirname, 'golden-answer'), samples);
