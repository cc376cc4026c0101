import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { BonusFact } from '../src/domain/bonus/facts.ts';
import type { BonusCorrected, BonusesRead } from '../src/domain/round/facts.ts';
import { bonusFacts, roundOfBonuses } from './domain/bonus/whole-bonus.ts';

/** That every fact is made once is the walk's end: a forgotten one has a golden file and no sample, and fails. */
const samples = Object.fromEntries(
  bonusFacts.toReversed().map(({ type, data }) => [type, data]),
) as unknown as FactSamples<BonusFact>;

goldenFacts<BonusFact | BonusesRead | BonusCorrected>(join(import.meta.dirname, 'golden-bonus'), {
  ...samples,
  ...roundOfBonuses,
});
