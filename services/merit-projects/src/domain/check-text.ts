import type { Refusal } from '@jiangong/event-store';

export type TextReason = 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'TEXT_MALFORMED';

const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const LINE_CHARACTERS = /[\t\n\r\u2028\u2029]/u;

export type TextRule = Readonly<{ field: string; charactersMax: number; lines: 'one' | 'many'; mayBeEmpty?: true }>;

/** What is wrong with a text that a person wrote; undefined when nothing is. Control characters and lone surrogates are malformed. */
export const textRefusal = (text: string, rule: TextRule): Refusal<TextReason> | undefined => {
  const { field, charactersMax, lines } = rule;
  if (text.trim() === '') return rule.mayBeEmpty && text === '' ? undefined : { reason: 'TEXT_EMPTY', field };
  // A code point takes at most two code units: longer needs no counting.
  if (text.length > 2 * charactersMax || [...text].length > charactersMax)
    return { reason: 'TEXT_TOO_LONG', field, details: { charactersMax } };
  if (!text.isWellFormed() || CONTROL_CHARACTERS.test(text)) return { reason: 'TEXT_MALFORMED', field };
  if (lines === 'one' && LINE_CHARACTERS.test(text)) return { reason: 'TEXT_MALFORMED', field };
  return undefined;
};

/** The first refusal among several, in order. */
export const firstRefusal = <R extends Refusal>(...refusals: readonly (R | undefined)[]): R | undefined =>
  refusals.find((refusal) => refusal !== undefined);
