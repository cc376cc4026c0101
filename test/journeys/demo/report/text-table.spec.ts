import { expect, it } from '@jest/globals';
import { textTable } from './text-table.ts';

it('lines up Chinese and English, numbers on the right', () =>
  expect(
    textTable(
      '表',
      ['单位', 'n'],
      [
        ['示范省', 1],
        ['ab', 12],
      ],
    ).split('\n'),
  ).toEqual(['', '表', '单位     n', '──────  ──', '示范省   1', 'ab      12']));
