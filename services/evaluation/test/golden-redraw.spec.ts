import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { ListRedrawn } from '../src/domain/round/facts.ts';

const samples: FactSamples<ListRedrawn> = {
  'ListRedrawn.v1': {
    roundId: '10000000-0000-4000-8000-000000000001',
    editionId: '20000000-0000-4000-8000-000000000001',
    sourceId: 'checks',
    items: [
      { itemId: 'duty-1', points: 400 },
      { itemId: 'duty-2', points: 600 },
    ],
    proposalId: 'proposal-1',
    proposedBy: 'office-1',
  },
};

goldenFacts<ListRedrawn>(join(import.meta.dirname, 'golden-redraw'), samples);
