import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { PaperBoxFact } from '../src/domain/paper-box/facts.ts';
import { paperBoxFacts } from './domain/paper-box/whole-paper-box.ts';

goldenFacts<PaperBoxFact>(
  join(import.meta.dirname, 'golden-paper-box'),
  Object.fromEntries(
    paperBoxFacts.toReversed().map(({ type, data }) => [type, data]),
  ) as unknown as FactSamples<PaperBoxFact>,
);
