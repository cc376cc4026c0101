import { zh } from '../words/zh.ts';

type Said = keyof typeof zh.event;

/** `EntryPlanned.v1` → the key of the text of `EntryPlanned`, whatever its version. */
export const saidOf = (type: string): Said => {
  const name = type.split('.')[0] ?? type;
  return Object.hasOwn(zh.event, name) ? (name as Said) : 'other';
};
