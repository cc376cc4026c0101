import { describe, expect, it } from '@jest/globals';
import type { PhaseResult } from '@jiangong/scoring';
import { isRunning } from '../../../src/domain/round/state.ts';
import { phaseTablesOf, roundInputs } from '../../../src/domain/round/tally-round.ts';
import { type Assumption, assumptionRefusal, movedBy, whatIf } from '../../../src/domain/round/what-if.ts';
import { ASSUMPTIONS_MAX } from '../../../src/domain/limits.ts';
import { after, sheets, tally, tablesOf, untilClosed } from './example-round.ts';

const round = after(...untilClosed, ...tally());
if (!isRunning(round)) throw new Error('the example round has not run');
const { inputs } = roundInputs(round, sheets, { carried: [] }, (sheet) => sheet);
const NOTHING: Assumption = { withoutSeats: [], withoutEntries: [], parameters: {} };
const ask = (assumed: Partial<Assumption>, tables = phaseTablesOf(round)): PhaseResult => {
  const outcome = whatIf({ tables, phase: 'main', inputs, assumption: { ...NOTHING, ...assumed } });
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome.result;
};
const before = ask({});
const scores = (result: PhaseResult) => result.entries.map(({ entryId, rank, score }) => [entryId, rank, score]);

describe('what if', () => {
  it('nothing is assumed: the result as it is', () =>
    expect(scores(before)).toEqual([
      ['entry-a', 1, 8_600],
      ['entry-b', 2, 7_600],
      ['entry-c', 3, 5_600],
    ]));
  it('a sheet is left out: it is as if the seat had never been', () =>
    // Of c officer-a gave 50 and officer-z 50, of b 60 and 80: without a, b has 0.4 × 80 + 0.6 × 80.
    expect(scores(ask({ withoutSeats: ['unit-a'] }))).toEqual([
      ['entry-a', 1, 8_600],
      ['entry-b', 2, 8_000],
      ['entry-c', 3, 5_600],
    ]));
  it('an entry is left out: those behind it move up', () => {
    expect(movedBy(before, ask({ withoutEntries: ['entry-a'] }))).toEqual([
      { entryId: 'entry-a', rankBefore: 1, rankAfter: null, scoreBefore: 8_600, scoreAfter: null },
      { entryId: 'entry-b', rankBefore: 2, rankAfter: 1, scoreBefore: 7_600, scoreAfter: 7_600 },
      { entryId: 'entry-c', rankBefore: 3, rankAfter: 2, scoreBefore: 5_600, scoreAfter: 5_600 },
    ]);
  });
  it('the rules were other ones', () => {
    const { sources, phases } = tablesOf({ least: 2 });
    const outcome = ask({}, { tablesVersion: 2, sources, phases });
    expect(outcome.unranked.map(({ reason }) => reason)).toContain('PANEL_BELOW_MINIMUM');
  });
  it('leaves the inputs as they were: what is asked first changes no later answer', () => {
    ask({ withoutSeats: ['unit-a'], withoutEntries: ['entry-a'] });
    expect(ask({})).toEqual(before);
  });
  it('is asked of what is there, of nothing too, and not of too much', () => {
    const refused = (assumed: Partial<Assumption>) => assumptionRefusal({ ...NOTHING, ...assumed }, inputs);
    expect(refused({})).toBeUndefined();
    expect(refused({ withoutSeats: ['unit-a', 'nobody'] })).toEqual({
      reason: 'SEAT_UNKNOWN',
      field: 'withoutSeats[1]',
    });
    expect(refused({ withoutEntries: ['entry-y'] })).toEqual({
      reason: 'ENTRY_NOT_IN_ROUND',
      field: 'withoutEntries[0]',
    });
    const many = Array.from({ length: ASSUMPTIONS_MAX + 1 }, () => 'unit-a');
    expect(refused({ withoutSeats: many })).toMatchObject({ reason: 'WHAT_IF_TOO_MUCH' });
    expect(refused({ withoutSeats: ['unit-a'] })).toBeUndefined();
  });
});
