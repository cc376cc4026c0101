import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { AppealFact } from '../src/domain/appeal/facts.ts';
import { appealFacts } from './domain/appeal/appealed-round.ts';

const samples = Object.fromEntries(
  appealFacts.map(({ type, data }) => [type, data]),
) as unknown as FactSamples<AppealFact>;

goldenFacts<AppealFact>(join(import.meta.dirname, 'golden-appeal'), samples);
