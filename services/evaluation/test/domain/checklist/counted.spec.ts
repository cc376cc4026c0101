import { describe, expect, it } from '@jest/globals';
import { computePhase, explainChecklist } from '@jiangong/scoring';
import { checksOf } from '../../../src/domain/checklist/checks-of.ts';
import type { Checklist } from '../../../src/domain/checklist/state.ts';
import {
  by,
  listAfter,
  openRound,
  prepared,
  record,
  review,
  scoreSelf,
  tables,
  withdraw,
} from './example-checklist.ts';

const { sources, phases } = tables();
const made = { tablesVersion: 2, sources, phases } as const;
const inputs = (list: Checklist) => ({
  ...{ entries: [{ entryId: 'entry-a' }], seats: [], sheets: [], recusals: [], values: [], carried: [], seed: null },
  checks: checksOf(new Map([['entry-a', list]]), prepared(openRound())),
});
const scoreOf = (list: Checklist) => {
  const outcome = computePhase(made, 'main', inputs(list));
  if (outcome.kind !== 'computed') throw new Error(JSON.stringify(outcome));
  const [entry] = outcome.result.entries;
  return `${entry?.numerator}/${entry?.denominator}`;
};

describe('a result from the facts of a list', () => {
  const orders = [
    by('organizer', record({ count: 3 })),
    by('organizer', record({ itemId: 'plan', occurrenceId: 'o2', effectiveOn: '2021-02-01' })),
    by('publicist', record({ itemId: 'press', occurrenceId: 'o3' })),
    by('secretary', scoreSelf([250, 150])),
    by('organizer', review([200, 100])),
  ];

  it('is what a person computes with a pencil', () =>
    // Life: 400 (no plan), 500, 500, 440 (three meetings missed), mean 460; work: 50 for the press, 300 for the team.
    expect(scoreOf(listAfter(...orders))).toBe('810/1'));

  it('reads neither what was withdrawn nor a mark that was taken back; then nothing was said of the item', () => {
    expect(scoreOf(listAfter(...orders, by('organizer', withdraw())))).toBe('825/1');
    expect(scoreOf(listAfter(...orders, by('organizer', review([]))))).toBe('510/1');
  });

  it('takes the last of the reviews', () =>
    expect(scoreOf(listAfter(...orders, by('acceptor', review([250, 150]))))).toBe('910/1'));

  it('tells each item with where its points come from', () => {
    const story = explainChecklist(made, 'main', inputs(listAfter(...orders)), { row: 'total', entryId: 'entry-a' });
    expect(
      story
        .filter(({ period, area }) => area === 'work' || period === 4)
        .map(({ item, from, count, value }) => [item, from, count, Number(value?.numerator)]),
    ).toEqual([
      ['meetings', 'occurrences', 3, 340],
      ['plan', 'occurrences', 0, 100],
      ['press', 'occurrences', 1, 50],
      ['team', 'marks', 0, 300],
    ]);
  });

  it('is the same whatever order the lists came in', () => {
    const [one, other] = [listAfter(...orders), listAfter(...orders.toReversed())];
    expect(scoreOf(one)).toBe(scoreOf(other));
  });
});
