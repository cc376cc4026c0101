import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnOrder, orderSeed } from '../../../src/domain/contest/draw-order.ts';

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 });
const lots = fc.record({ secret: fc.string(), lot: fc.stringMatching(/^[0-9]{1,20}$/u), entryIds: ids });

describe('an order that is drawn', () => {
  it('is the same again from the same: whoever knows what it was drawn from draws it again', () =>
    fc.assert(fc.property(lots, (from) => expect(drawnOrder({ ...from })).toEqual(drawnOrder(from)))));

  it('has every entry exactly once', () =>
    fc.assert(fc.property(lots, (from) => expect([...drawnOrder(from)].sort()).toEqual([...from.entryIds].sort()))));

  it('never depends on the order in which entries came', () =>
    fc.assert(
      fc.property(
        lots.chain((from) =>
          fc.record({
            from: fc.constant(from),
            mixed: fc.shuffledSubarray([...from.entryIds], { minLength: from.entryIds.length }),
          }),
        ),
        ({ from, mixed }) => expect(drawnOrder({ ...from, entryIds: mixed })).toEqual(drawnOrder(from)),
      ),
    ));

  it('follows from the secret and from the digits alike: another of either is another seed', () =>
    fc.assert(
      fc.property(lots, ({ secret, lot, entryIds }) => {
        const seed = orderSeed({ secret, lot, entryIds });
        expect(orderSeed({ secret, lot: `${lot}1`, entryIds })).not.toBe(seed);
        expect(orderSeed({ secret: `${secret}.`, lot, entryIds })).not.toBe(seed);
      }),
    ));

  it('gives every entry every place about as often: nobody is first by his id', () => {
    const entryIds = ['a', 'b', 'c', 'd'];
    const draws = 4_000;
    const firsts = new Map<string, number>();
    for (let at = 0; at < draws; at++) {
      const [first = ''] = drawnOrder({ secret: 'one secret', lot: String(at), entryIds });
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // Expected 1,000 each; five standard deviations are 137.
    for (const entryId of entryIds) expect(Math.abs((firsts.get(entryId) ?? 0) - 1_000)).toBeLessThan(137);
  });
});
