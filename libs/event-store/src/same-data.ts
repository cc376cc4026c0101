import { canonicalText } from './canonical-text.ts';

/** Whether two values are the same data, whatever the order of their keys: stored facts come back with theirs in order. */
export const isSameData = (one: unknown, other: unknown): boolean => canonicalText(one) === canonicalText(other);
