import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { GoingOnChosen } from '../src/domain/round/going-on-facts.ts';
import { goingOnFacts } from './domain/round/equal-entries.ts';

const samples = Object.fromEntries(
  goingOnFacts.map(({ type, data }) => [type, data]),
) as unknown as FactSamples<GoingOnChosen>;

goldenFacts<GoingOnChosen>(join(import.meta.dirname, 'golden-going-on'), samples);
