import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { ContestFact } from '../src/domain/contest/facts.ts';
import { contestFacts } from './domain/contest/whole-contest.ts';

const samples = Object.fromEntries(
  contestFacts.toReversed().map(({ type, data }) => [type, data]),
) as unknown as FactSamples<ContestFact>;

goldenFacts<ContestFact>(join(import.meta.dirname, 'golden-contest'), samples);
