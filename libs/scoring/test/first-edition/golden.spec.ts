import { describe, expect, it } from '@jest/globals';
import { algorithmHash, inputsHash, resultHash, rulesHash, defaultAwardsPlan, tally } from '@jiangong/scoring/testing';
import { exampleScheme } from './example-scheme.ts';

const points = (evaluatorId: string, a: readonly number[], b: readonly number[]) => ({
  evaluatorId,
  scores: [
    { entryId: 'a', points: a },
    { entryId: 'b', points: b },
  ],
});

/** Stored results point at these. When one changes, the algorithm changed: raise its version and say so in its text. */
describe('what was once computed', () => {
  it('is computed again', () => {
    const inputs = {
      entries: ['b', 'a'],
      evaluators: ['x1', 'x2', 'x3']
        .map((evaluatorId) => ({ evaluatorId, groupId: 'experts' }))
        .concat({ evaluatorId: 'u1', groupId: 'units' }),
      sheets: [
        points('x1', [50, 100], [100, 100]),
        points('x2', [100, 150], [50, 50]),
        points('x3', [4_000, 6_000], [0, 0]),
        points('u1', [50, 50], [200, 250]),
      ],
      recusals: [],
    };
    const outcome = tally(exampleScheme, inputs);
    expect(outcome.kind === 'tallied' ? resultHash(outcome.result) : outcome).toBe(
      '5e52bae28c2bd5e3dc0510004328307f70f1c601a64a74433749c35a033cc03e',
    );
    expect(inputsHash(inputs)).toBe('c63d32c00685c7d665dc341f3edf2facb8c54082db5b3fb758a157b204b89d1c');
    expect(rulesHash(exampleScheme, defaultAwardsPlan)).toBe(
      'cf479f86d09ce342dc0ac05ad1f47e91253a9aa61d41d3138b73deb151997214',
    );
    expect(algorithmHash()).toBe('705bfaed571af4d6da1e851d5f42a026c174ba00efbd5cad12111053d854729a');
  });
});
