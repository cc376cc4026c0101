import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from './refusals.ts';

const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const LINE_CHARACTERS = /[\t\n\r\u2028\u2029]/u;

export type TextRule = Readonly<{ field: string; charactersMax: number; lines: 'one' | 'many' }>;

/** What is wrong with a text that a person wrote; undefined when nothing is. Control characters and lone surrogates are malformed. */
export const textRefusal = (
  text: string,
  { field, charactersMax, lines }: TextRule,
): Refusal<TextReason> | undefined => {
  if (text.trim() === '') return { reason: 'TEXT_EMPTY', field };
  // A code point takes at most two code units: longer needs no counting.
  if (text.length > 2 * charactersMax || [...text].length > charactersMax)
    return { reason: 'TEXT_TOO_LONG', field, details: { charactersMax } };
  if (!text.isWellFormed() || CONTROL_CHARACTERS.test(text)) return { reason: 'TEXT_MALFORMED', field };
  if (lines === 'one' && LINE_CHARACTERS.test(text)) return { reason: 'TEXT_MALFORMED', field };
  return undefined;
};
