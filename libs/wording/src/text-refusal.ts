import type { Refusal } from '@jiangong/event-store';
import { malformedIn } from './malformed.ts';

export type TextReason = 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'TEXT_MALFORMED';

/** `charactersMax` counts code points. `lines: 'one'` admits neither line breaks nor tabs. */
export type TextRule = Readonly<{ field: string; charactersMax: number; lines: 'one' | 'many'; mayBeEmpty?: true }>;

const LINE_CHARACTERS = /[\t\n\r\u2028\u2029]/u;

/**
 * What is wrong with a text that a person wrote; undefined when nothing is. `TEXT_MALFORMED` says which character (`U+200B`), or
 * that the text is not composed (`NFC`); never the text itself.
 */
export const textRefusal = (text: string, rule: TextRule): Refusal<TextReason> | undefined => {
  const { field, charactersMax, lines } = rule;
  if (text.trim() === '') return rule.mayBeEmpty && text === '' ? undefined : { reason: 'TEXT_EMPTY', field };
  // A code point takes at most two code units: longer needs no counting.
  if (text.length > 2 * charactersMax || [...text].length > charactersMax)
    return { reason: 'TEXT_TOO_LONG', field, details: { charactersMax } };
  const malformed = malformedIn(text);
  if (malformed) return { reason: 'TEXT_MALFORMED', field, details: { character: malformed.what } };
  if (lines === 'one' && LINE_CHARACTERS.test(text)) return { reason: 'TEXT_MALFORMED', field };
  return undefined;
};

/** The first refusal among several, in order. */
export const firstRefusal = <R extends Refusal>(...refusals: readonly (R | undefined)[]): R | undefined =>
  refusals.find((refusal) => refusal !== undefined);
