import { describe, expect, it } from '@jest/globals';
import type { Row } from '@jiangong/scoring';
import { filledBy } from '../../../src/domain/round/filled-by.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';

const absent = 'unranked';
const votes: Row = { id: 'votes', absent, op: 'take-ballot', source: 'poll' };
const found: Row = { id: 'found', absent, op: 'take-measure', source: 'exam', attempts: 'last' };
const before: Row = { id: 'before', absent, op: 'carry', phase: 'heats', across: 'mean', least: 1 };
const whole: Row = { id: 'whole', absent, op: 'sum', of: ['votes'], minus: [] };

const by = (...rows: readonly Row[]): string =>
  filledBy(
    {
      phases: [
        { id: 'main', rows },
        { id: 'other', rows: [found] },
      ],
    } as unknown as RoundTables,
    'main',
  );

describe('what fills a round', () => {
  it('is a choice where its phase counts nothing', () => {
    expect(by()).toBe('choice');
  });

  it('is votes where its phase takes ballots alone, however they are reckoned', () => {
    expect(by(votes)).toBe('votes');
    expect(by(votes, { ...votes, id: 'leaders' }, whole)).toBe('votes');
  });

  it('is marks as soon as anything else is taken, carried scores too, and whatever other phases take', () => {
    expect(by(found)).toBe('marks');
    expect(by(votes, found, whole)).toBe('marks');
    expect(by(votes, before)).toBe('marks');
  });
});
