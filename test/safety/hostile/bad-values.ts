import type { Dice } from '../../journeys/demo/world/seeded-random.ts';

/** Texts that somebody's parser, shell, query, page or terminal would take for more than text. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\uDFFF\uD800',
  '\u202Eevil\u202C',
  '\uFEFF',
  '\u0085\u2028\u2029',
  '\r\nSet-Cookie: a=b',
  "' or 1=1; drop schema log cascade; --",
  "\\'; select pg_sleep(10); --",
  "$$;copy (select 1) to program 'id';$$",
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}#{7*7}<%= 7*7 %>',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://169.254.169.254/latest/meta-data/',
  '`id`; $(id) | id && id',
  "=cmd|' /C calc'!A0",
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '1e308',
  '9223372036854775808',
  '0x41',
  '٣',
  '%00%0d%0a',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{"a":1}',
  '😀'.repeat(60),
  '功'.repeat(400),
  'é́́́́́',
];

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  0.1,
  -0.5,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e308,
  -1e308,
  5e-324,
];

const LONG_CHARS = [300, 5_000, 70_000];

export const badText = (dice: Dice): string => {
  const kind = dice.below(10);
  if (kind === 0) return 'x'.repeat(dice.pick(LONG_CHARS));
  if (kind === 1) return dice.pick(TEXTS) + dice.pick(TEXTS);
  return dice.pick(TEXTS);
};

/** Any JSON value but the one that was asked for. */
export const badValue = (dice: Dice): unknown => {
  const kind = dice.below(9);
  if (kind < 4) return badText(dice);
  if (kind < 6) return dice.pick(NUMBERS);
  if (kind === 6) return dice.pick<unknown>([null, true, false, [], {}]);
  if (kind === 7) return Array.from({ length: dice.below(300) }, () => badText(dice).slice(0, 50));
  return { [dice.pick(TEXTS)]: dice.pick(NUMBERS), length: -1, toString: 1, then: 'x' };
};

/** Bytes that are no message of anybody's. */
export const badBytes = (dice: Dice, lengthMax: number): Buffer =>
  Buffer.from(Array.from({ length: dice.below(lengthMax) }, () => dice.below(256)));

/** Text with a few characters changed, dropped or doubled. */
export const garbled = (dice: Dice, text: string): string => {
  let result = text;
  for (let changes = dice.between(1, 3); changes > 0 && result.length > 0; changes--) {
    const at = dice.below(result.length);
    const how = dice.below(3);
    if (how === 0) result = result.slice(0, at);
    else if (how === 1)
      result =
        result.slice(0, at) +
        dice.pick(['\u0000', '"', '{', '}', '\\', ',', ']', 'e', '-', '\uD83D']) +
        result.slice(at + 1);
    else result = result.slice(0, at) + result.slice(at, at + 5) + result.slice(at);
  }
  return result;
};
