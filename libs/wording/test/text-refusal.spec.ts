import { describe, expect, it } from '@jest/globals';
import { firstRefusal, isLine, textRefusal } from '@jiangong/wording';

const rule = { field: 'title', charactersMax: 5, lines: 'one' } as const;

describe('a text', () => {
  it.each([
    ['a line', '建功', rule, undefined],
    ['as long as it may be, in characters and not in code units', '𠮷𠮷𠮷𠮷𠮷', rule, undefined],
    ['empty', '', rule, { reason: 'TEXT_EMPTY', field: 'title' }],
    ['blanks only', ' \u3000', rule, { reason: 'TEXT_EMPTY', field: 'title' }],
    ['empty where it may be', '', { ...rule, mayBeEmpty: true as const }, undefined],
    [
      'blanks where it may be empty',
      ' ',
      { ...rule, mayBeEmpty: true as const },
      { reason: 'TEXT_EMPTY', field: 'title' },
    ],
    ['too long', '一二三四五六', rule, { reason: 'TEXT_TOO_LONG', field: 'title', details: { charactersMax: 5 } }],
    ['two lines where one is wanted', 'a\nb', rule, { reason: 'TEXT_MALFORMED', field: 'title' }],
    ['a line separator where one line is wanted', 'a\u2028b', rule, { reason: 'TEXT_MALFORMED', field: 'title' }],
    ['two lines where many are', 'a\nb', { ...rule, lines: 'many' as const }, undefined],
    ['invisible', 'a\u200Bb', rule, { reason: 'TEXT_MALFORMED', field: 'title', details: { character: 'U+200B' } }],
    ['not composed', 'e\u0301', rule, { reason: 'TEXT_MALFORMED', field: 'title', details: { character: 'NFC' } }],
  ])('%s', (_, text, given, refusal) => expect(textRefusal(text, given)).toEqual(refusal));

  it('of several refusals the first is told', () =>
    expect(firstRefusal(undefined, { reason: 'FIRST' }, { reason: 'SECOND' })).toEqual({ reason: 'FIRST' }));
});

describe('a name', () => {
  it.each([
    ['张三', true],
    ['张　三', true],
    ['买买提·艾力', true],
    ['Mary Ann', true],
    ['', false],
    [' 张三', false],
    ['张三\u3000', false],
    ['Mary  Ann', false],
    ['Mary\u00A0Ann', false],
    ['Mary\u2009Ann', false],
    ['张\n三', false],
    ['张\t三', false],
    ['张\u3164三', false],
    ['\u0301a', false],
    ['一二三四五六七八九', false],
  ])('%j: %s', (text, good) => expect(isLine(text, { charactersMax: 8 })).toBe(good));

  it('may be empty where the least is none', () =>
    expect(isLine('', { charactersMin: 0, charactersMax: 8 })).toBe(true));
});
