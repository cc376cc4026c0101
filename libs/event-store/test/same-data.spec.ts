import { expect, it } from '@jest/globals';
import { isSameData } from '../src/same-data.ts';

it('is the same data in another order of keys, and another in another order of items', () => {
  expect(isSameData([{ b: 1, a: [2, 3] }], [{ a: [2, 3], b: 1 }])).toBe(true);
  expect(isSameData([{ b: 1, a: [2, 3] }], [{ a: [3, 2], b: 1 }])).toBe(false);
  expect(isSameData([], null)).toBe(false);
});
