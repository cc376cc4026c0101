import { describe, expect, it } from '@jest/globals';
import { decidableOf } from '../../../src/domain/round/decide-decision.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { rule } from '../decision/example-decidable.ts';
import { admit, AFTER, after, answer, draw, NOW, prepare, SECRET, setWindow, tablesOf } from './example-round.ts';

/** Nobody is scored: a body chooses two at most of whoever was let in. */
const tables: RoundTables = {
  ...tablesOf(),
  sources: [],
  seating: [],
  phases: [
    {
      id: 'choice',
      admits: { kind: 'all' },
      within: 'all',
      rows: [],
      score: '',
      decimals: 0,
      rank: { on: 'rounded', better: 'higher', ties: [], then: 'shared' },
    },
  ],
  outcome: [rule({ id: 'named', gives: 'recommendation', pick: { by: 'choice', count: 2 } })],
};
const prepared = { ...prepare(tables), phase: 'choice' } as RoundOrder;
const untilWindow: readonly RoundOrder[] = [prepared, admit('a'), admit('b'), admit('c'), setWindow()];
const open: RoundOrder = { type: 'OpenRound', now: NOW, draw };
const close: RoundOrder = { type: 'CloseRound', now: NOW, why: 'list' };
const sheets: RoundOrder = {
  type: 'OpenSheets',
  now: NOW,
  indexes: [{ closing: 1, lastIndex: 9 }],
  closedHash: 'd'.repeat(64),
  secret: SECRET,
  sheets: [],
  carried: [],
};
const compute: RoundOrder = { type: 'ComputeTally', now: NOW, sheets: [], carried: [] };
const out = (name: string): RoundOrder => ({
  type: 'TakeOutEntry',
  now: NOW,
  entryId: `entry-${name}`,
  reason: 'blocked',
});
const listed = (...more: readonly RoundOrder[]): Round => after(...untilWindow, open, close, sheets, compute, ...more);
const choosable = (round: Round) => {
  const decidable = decidableOf(round);
  if ('reason' in decidable) throw new Error(decidable.reason);
  const { basis, phase, entries, result, outdated } = decidable;
  return { basis, phase, entries: entries.map(({ entryId }) => entryId), hash: result?.resultHash, outdated };
};

describe('a round in which nobody is scored', () => {
  it('closes as it opens, and its result is the list that a body chooses from', () => {
    const round = listed();
    if (round.kind !== 'closed') throw new Error(round.kind);
    expect(round.results).toHaveLength(1);
    expect(round.results[0]).toMatchObject({
      ranking: [],
      absent: ['a', 'b', 'c'].map((name) => ({ entryId: `entry-${name}`, reason: 'NOT_SCORED' })),
    });
    expect(choosable(round)).toMatchObject({
      basis: 'list',
      phase: null,
      entries: ['entry-a', 'entry-b', 'entry-c'],
      outdated: false,
    });
  });

  it('leaves out who was blocked, withdrawn or removed before it opened', () =>
    expect(choosable(after(...untilWindow, out('b'), open, close, sheets, compute)).entries).toEqual([
      'entry-a',
      'entry-c',
    ]));

  it('is another list once somebody goes before the meeting, and none can be decided over until it is computed', () => {
    const before = choosable(listed());
    const moved = listed(out('b'));
    expect(choosable(moved)).toMatchObject({ outdated: true });
    const anew = choosable(listed(out('b'), sheets, compute));
    expect(anew).toMatchObject({ entries: ['entry-a', 'entry-c'], outdated: false });
    expect(anew.hash).not.toBe(before.hash);
  });

  it('is never too late: nobody had to fill anything in', () =>
    expect(after(...untilWindow, { ...open, now: AFTER }).kind).toBe('open'));

  it('closes by itself only where nobody is scored', () => {
    const scored = [prepare(), admit('a'), admit('b'), admit('c'), setWindow(), open];
    expect(answer(after(...scored), close)).toBe('');
  });
});
