import { factsZh } from '../words/zh/facts.ts';

type Said = keyof typeof factsZh.event;

/** `EntryPlanned.v1` → the key of the text of `EntryPlanned`, whatever its version. */
export const saidOf = (type: string): Said => {
  const name = type.split('.')[0] ?? type;
  return Object.hasOwn(factsZh.event, name) ? (name as Said) : 'other';
};
