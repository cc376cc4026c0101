import { isComposing } from '../../components/composing.ts';

/** What a key asks for while nothing is typed. */
export type Asked =
  | Readonly<{ act: 'next' | 'previous' | 'pass' | 'return' | 'fail' | 'all-met' | 'pick' | 'help' }>
  | Readonly<{ act: 'item'; index: number }>;

export type Pressed = Pick<
  KeyboardEvent,
  'code' | 'key' | 'keyCode' | 'isComposing' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'
>;

const LETTERS: Readonly<Record<string, Exclude<Asked['act'], 'item'>>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyP: 'pass',
  KeyR: 'return',
  KeyF: 'fail',
  KeyX: 'pick',
};
const DIGIT = /^(?:Digit|Numpad)(\d)$/u;
const HELP: ReadonlySet<string> = new Set(['?', '？']);

/** A key that is held down walks on, and decides nothing. */
const mayRepeat = (act: Asked['act']): boolean => act === 'next' || act === 'previous';

const asked = ({ code, key }: Pressed): Asked | null => {
  if (HELP.has(key)) return { act: 'help' };
  const digit = DIGIT.exec(code)?.[1];
  if (digit === '0') return { act: 'all-met' };
  if (digit !== undefined) return { act: 'item', index: Number(digit) - 1 };
  const act = LETTERS[code];
  return act === undefined ? null : { act };
};

export const askedBy = (pressed: Pressed): Asked | null => {
  if (isComposing(pressed) || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const found = asked(pressed);
  return found === null || (pressed.repeat && !mayRepeat(found.act)) ? null : found;
};
