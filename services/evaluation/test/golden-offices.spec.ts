import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { OfficeAssigned } from '../src/domain/round/facts.ts';

const samples: FactSamples<OfficeAssigned> = {
  'OfficeAssigned.v1': {
    roundId: '10000000-0000-4000-8000-000000000001',
    editionId: '20000000-0000-4000-8000-000000000001',
    office: 'discipline',
    organizationId: '30000000-0000-4000-8000-000000000001',
  },
};

goldenFacts<OfficeAssigned>(join(import.meta.dirname, 'golden-offices'), samples);
