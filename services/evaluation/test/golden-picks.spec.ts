import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import { isRefusal } from '@jiangong/event-store';
import { ballotDecider } from '../src/domain/ballot/decider.ts';
import type { BallotFact, BallotSet } from '../src/domain/ballot/facts.ts';
import { rules, source } from './domain/ballot/example-ballot.ts';
import { paperSetting } from './domain/ballot/example-papers.ts';

/** A ballot on which so many of the names are picked: the one fact that says how many. */
const made = ballotDecider.decide(ballotDecider.initial, {
  ...paperSetting,
  rules: { ...rules, scope: 'round', pickAtMost: 1 },
  source: {
    ...source,
    levels: [
      { id: 'picked', points: 10_000 },
      { id: 'passed', points: 0 },
    ],
  },
});
if (isRefusal(made)) throw new Error(made.reason);
const set = made.find((fact): fact is BallotSet => fact.type === 'BallotSet.v1');

goldenFacts<Extract<BallotFact, BallotSet>>(join(import.meta.dirname, 'golden-picks'), {
  'BallotSet.v1': set?.data,
} as FactSamples<BallotSet>);
