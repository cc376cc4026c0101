import { describe, expect, it } from '@jest/globals';
import type { PhaseResult } from '@jiangong/scoring';
import { decidableOf } from '../../../src/domain/round/decide-decision.ts';
import { isRunning } from '../../../src/domain/round/state.ts';
import { phaseTablesOf, roundInputs } from '../../../src/domain/round/tally-round.ts';
import { type AwardsUnder, awardsUnder, rulesOnEntries } from '../../../src/domain/round/what-if-awards.ts';
import { type Assumption, whatIf } from '../../../src/domain/round/what-if.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { after, sheets, tally, untilClosed } from './example-round.ts';

const round = after(...untilClosed, ...tally());
if (!isRunning(round)) throw new Error('the example round has not run');
const decidable = decidableOf(round);
if ('reason' in decidable) throw new Error(decidable.reason);
const { inputs } = roundInputs(round, sheets, { carried: [] }, (sheet) => sheet);
const [first, second] = round.tables.outcome;
if (first === undefined || second === undefined) throw new Error('the example has two rules');

const ranked = (assumed: Partial<Assumption> = {}): PhaseResult => {
  const assumption = { withoutSeats: [], withoutEntries: [], parameters: {}, ...assumed };
  const outcome = whatIf({ tables: phaseTablesOf(round), phase: 'main', inputs, assumption });
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome.result;
};
const ask = (result: PhaseResult, without: readonly string[] = [], tables: RoundTables = round.tables): AwardsUnder =>
  awardsUnder(decidable, tables, result, without);
const given = ({ byEntry }: AwardsUnder) => [...byEntry].map(([entryId, would]) => [entryId, ...would.given]);

describe('awards of a what-if', () => {
  it('nothing is assumed: what the rules give by the result alone', () =>
    expect(given(ask(ranked()))).toEqual([['entry-a', 'first'], ['entry-b', 'second'], ['entry-c']]));
  it('an entry is left out: those behind it get what it had, and it gets nothing', () =>
    expect(given(ask(ranked({ withoutEntries: ['entry-a'] }), ['entry-a']))).toEqual([
      ['entry-b', 'first'],
      ['entry-c', 'second'],
    ]));
  it('the rules were other ones: they are read in place of the old', () => {
    const two = { ...first, pick: { by: 'first' as const, count: 2 } };
    expect(given(ask(ranked(), [], { ...round.tables, outcome: [two, second] }))).toEqual([
      ['entry-a', 'first'],
      ['entry-b', 'first'],
      ['entry-c', 'second'],
    ]);
  });
  it('equals at an edge where the body chooses: open for each, given to none', () => {
    const result = ranked();
    const equal = { ...result, entries: result.entries.map((entry) => ({ ...entry, rank: 1, score: 8_000 })) };
    const asking = { ...round.tables, outcome: [{ ...first, edge: 'body' as const }] };
    const { byEntry } = ask(equal, [], asking);
    expect([...byEntry.values()]).toEqual(Array.from({ length: 3 }, () => ({ given: [], open: ['first'] })));
  });
  it('rules that read what is not there give nothing, and say why', () => {
    const share = { ...first, of: 'roll' as const, pick: { by: 'first-share' as const, share: 3_000 } };
    const { byEntry, problem } = ask(ranked(), [], { ...round.tables, outcome: [share] });
    expect([byEntry.size, problem]).toEqual([0, 'ROLL_MISSING']);
  });
  it('only the rules on entries are told: what others get follows from these', () => {
    const leaders = { ...second, id: 'leaders', to: 'leader' as const };
    expect(rulesOnEntries({ outcome: [first, leaders] }).map(({ id }) => id)).toEqual(['first']);
  });
});
