import { join } from 'node:path';
import { goldenFacts } from '@jiangong/event-store/testing';
import type { RepairFact } from '../src/operations/repairs.ts';

const place = {
  reader: 'projects',
  stream: 'merit-projects.edition-5e1f0c1e-1d3e-4d63-9b7a-6a8a3f1f2c11',
  position: 4_711,
  reason: '数据已核对',
};

goldenFacts<RepairFact>(join(import.meta.dirname, 'golden'), {
  'ParkedEventRetried.v1': place,
  'ParkedEventSkipped.v1': place,
  'RepairEnded.v1': { reader: place.reader, stream: place.stream, position: place.position, done: 3, left: 1 },
});
