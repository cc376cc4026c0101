import type { Opposite } from './opposite.ts';

const SENTENCE_CHARACTERS_MIN = 20;

/** What is wrong with the table for one service: facts without a row, rows without a fact, opposites that no service can tell, no reason said. */
export const withoutOpposite = (
  types: readonly string[],
  rows: Readonly<Record<string, Opposite>>,
): readonly string[] => [
  ...types.filter((type) => !Object.hasOwn(rows, type)).map((type) => `${type} has no row`),
  ...Object.entries(rows).flatMap(([type, opposite]) => {
    if (!types.includes(type)) return [`${type} is no fact`];
    if (typeof opposite === 'string')
      return opposite.length < SENTENCE_CHARACTERS_MIN ? [`${type} says no reason`] : [];
    const unknown = opposite.filter((one) => !types.includes(one));
    return opposite.length === 0 ? [`${type} has no opposite`] : unknown.map((one) => `${type}: ${one} is no fact`);
  }),
];
