import { canonicalBytes } from '../entry.ts';
import type { Fact } from '../fact.ts';

const floatsIn = (value: unknown, path: string): readonly string[] => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => floatsIn(inner, `${path}.${key}`));
};

/** The fact as it comes back from the log. Throws when its data holds a number that is no safe integer. */
export const throughJson = <F extends Fact>(fact: F): F => {
  const floats = floatsIn(fact.data, 'data');
  if (floats.length > 0)
    throw new Error(`${fact.type} holds numbers that are not safe integers at ${floats.join(', ')}`);
  return { type: fact.type, data: JSON.parse(canonicalBytes(fact.data).toString('utf8')) as unknown } as F;
};
