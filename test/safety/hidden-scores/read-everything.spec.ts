import { describe, expect, it } from '@jest/globals';
import { leaksIn } from './read-everything.ts';

const told = (text: string) =>
  leaksIn([{ path: '/v1/x', route: '/v1/x', type: 'application/json', texts: [text] }], [31_783]);

describe('a mark is found in an answer', () => {
  it.each(['{"mark":31783}', '[31783]', '<v>317.83</v>', '得分 317.83 分', '"317.83"', '317.83。', '317.830'])(
    'as in %s',
    (text) => expect(told(text)).toEqual([{ path: '/v1/x', mark: 31_783 }]),
  );

  it('also where its last zero is left away', () =>
    expect(leaksIn([{ path: '/', route: '/', type: 'text/plain', texts: ['<v>378.6</v>'] }], [37_860])).toHaveLength(
      1,
    ));

  it.each(['{"mark":131783}', '31783f2a-5c', '2031-78-3', '317.831', 'a-31783', '{"mark":31784}'])(
    'and not where something else stands: %s',
    (text) => expect(told(text)).toEqual([]),
  );
});
