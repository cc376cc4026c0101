import { describe, expect, it } from '@jest/globals';
import { type Commanded, neverTaken, type Outcome } from './history.ts';

const sent = (kind: string, outcome: Outcome, reason = ''): Commanded => ({
  ...{ requestId: `${kind} ${outcome}`, kind, outcome, status: 0, reason, tries: 1 },
  ...{ firstSentMs: 0, lastSentMs: 0, answeredMs: 0, receipt: undefined },
});
const many = (one: Commanded): readonly Commanded[] => Array.from({ length: 9 }, () => one);

describe('orders of the workload that are never taken', () => {
  it('are told by kind, with their reasons', () => {
    expect(neverTaken(many(sent('problem', 'refused', 'TEXT_EMPTY')))).toEqual([
      'problem was refused 9 times and never taken: TEXT_EMPTY',
    ]);
  });

  it('are none where one was taken, where few were sent, and where no answer came', () => {
    expect(neverTaken([...many(sent('seat', 'refused', 'X')), sent('seat', 'acknowledged')])).toEqual([]);
    expect(neverTaken([sent('seat', 'refused', 'X')])).toEqual([]);
    expect(neverTaken(many(sent('seat', 'unknown')))).toEqual([]);
  });
});
