import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { DealFact } from '../src/domain/deal/facts.ts';
import { dealFacts } from './domain/deal/whole-deal.ts';

const samples = Object.fromEntries(
  dealFacts.toReversed().map(({ type, data }) => [type, data]),
) as unknown as FactSamples<DealFact>;

goldenFacts<DealFact>(join(import.meta.dirname, 'golden-deal'), samples);
