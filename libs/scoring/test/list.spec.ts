import { describe, expect, it } from '@jest/globals';
import { computePhase, type Phase, phaseAlgorithmHash, phaseResultHash, validatePhases } from '../src/index.ts';

const choice: Phase = {
  id: 'choice',
  admits: { kind: 'all' },
  within: 'category',
  rows: [],
  score: '',
  decimals: 0,
  rank: { on: 'rounded', better: 'higher', ties: [], then: 'shared' },
};
const tables = { tablesVersion: 2, sources: [], phases: [choice] } as const;
const listed = (...entryIds: readonly string[]) => {
  const entries = entryIds.map((entryId) => ({ entryId, category: 'person', home: 'unit' }));
  const empty = { seats: [], sheets: [], recusals: [], values: [], carried: [], seed: null };
  const outcome = computePhase(tables, 'choice', { entries, ...empty });
  if (outcome.kind !== 'computed') throw new Error(JSON.stringify(outcome));
  return outcome.result;
};

describe('a phase without rows', () => {
  it('is no fault, so long as it names no score', () => {
    expect(validatePhases(tables).kind).toBe('valid');
    expect(validatePhases({ ...tables, phases: [{ ...choice, score: 'total' }] })).toMatchObject({
      problems: [{ path: '$.phases[0].score', problem: 'is no row of this phase' }],
    });
  });

  it('ranks nobody, and its result is the list of its entries by id', () => {
    const { entries, unranked } = listed('b', 'a');
    expect(entries).toEqual([]);
    expect(unranked).toEqual(
      ['a', 'b'].map((entryId) => ({ entryId, within: 'person', reason: 'NOT_SCORED', row: '', rows: [] })),
    );
  });

  it('has another result as soon as somebody else is on it, and a rule of computing of its own', () => {
    expect(phaseResultHash(listed('a', 'b'))).toBe(phaseResultHash(listed('b', 'a')));
    expect(phaseResultHash(listed('a'))).not.toBe(phaseResultHash(listed('a', 'b')));
    expect(phaseAlgorithmHash(choice)).not.toBe(phaseAlgorithmHash());
  });
});
