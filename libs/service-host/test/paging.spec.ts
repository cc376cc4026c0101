import { describe, expect, it } from '@jest/globals';
import { isKey, isPosition, type PageRequest, type Pages, pagesOf, RefusedError } from '@jiangong/service-host';
import fc from 'fast-check';

const editions = pagesOf('ListEditions', isPosition);
const entries = pagesOf('ListEntries', isPosition);
const people = pagesOf('ListPeople', isKey);

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ position: from + index }));
const ask = (more: Record<string, unknown> = {}): PageRequest => ({ pageSize: 2, pageToken: '', ...more });
const next = (pages: Pages<number>, request: PageRequest): string => {
  const asked = pages.asked(request);
  return pages.page(rows(7, 10), asked, ({ position }) => position).nextPageToken;
};
const refusalOf = (act: () => unknown): unknown => {
  try {
    return { accepted: act() };
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
};
const INVALID = { reason: 'PAGE_TOKEN_INVALID', field: 'pageToken' };

describe('pages', () => {
  it('go on behind the last row; the last page has no next', () => {
    const asked = editions.asked(ask());
    expect(asked).toMatchObject({ size: 2, after: undefined });
    const first = editions.page(rows(1, 4), asked, ({ position }) => position);
    expect(first.page).toEqual(rows(1, 3));
    const second = editions.asked(ask({ pageToken: first.nextPageToken }));
    expect(second).toMatchObject({ size: 2, after: 2 });
    expect(editions.page(rows(3, 5), second, ({ position }) => position)).toEqual({
      page: rows(3, 5),
      nextPageToken: '',
    });
    expect(editions.page([], second, () => 0)).toEqual({ page: [], nextPageToken: '' });
  });

  it('hold 50 rows where no number is asked for', () => expect(editions.asked(ask({ pageSize: 0 })).size).toBe(50));

  it.each([-1, 201, 2_147_483_647, -2_147_483_648, 1.5, Number.NaN])('are never %s long', (pageSize) =>
    expect(refusalOf(() => editions.asked(ask({ pageSize })))).toEqual({
      reason: 'PAGE_SIZE_INVALID',
      field: 'pageSize',
      details: { sizeMax: 200 },
    }),
  );

  it('of one question go on when what is asked for by default is spelled out or left out', () => {
    const token = next(editions, ask({ committeeId: 'c', seriesId: '', unreadOnly: false }));
    expect(editions.asked(ask({ committeeId: 'c', pageSize: 9, pageToken: token })).after).toBe(8);
  });

  it('belong to their question and to their list', () => {
    const token = next(editions, ask({ committeeId: 'c' }));
    expect(refusalOf(() => editions.asked(ask({ committeeId: 'd', pageToken: token })))).toEqual(INVALID);
    expect(refusalOf(() => editions.asked(ask({ pageToken: token })))).toEqual(INVALID);
    expect(refusalOf(() => entries.asked(ask({ committeeId: 'c', pageToken: token })))).toEqual(INVALID);
    expect(refusalOf(() => people.asked(ask({ committeeId: 'c', pageToken: token })))).toEqual(INVALID);
  });

  const good = next(editions, ask());
  const bare = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
  it.each([
    ['a bare number', '2147483648'],
    ['a number of old', bare('7')],
    ['an old form', bare('after 7')],
    ['cut', good.slice(0, -1)],
    ['longer', `${good}A`],
    ['padded', `${good}=`],
    ['in another alphabet', Buffer.from(good, 'base64url').toString('base64').concat('==')],
    ['with a blank', `${good} `],
    ['negative', bare(`${Buffer.from(good, 'base64url').toString('utf8').slice(0, 24)}-1`)],
    ['huge', bare(`${Buffer.from(good, 'base64url').toString('utf8').slice(0, 24)}9007199254740993`)],
    ['an object', bare(`${'a'.repeat(24)}{"position":7}`)],
    ['nothing but a binding', bare('a'.repeat(24))],
    ['endless', 'A'.repeat(5_000)],
    ['no base64', '%%%'],
    ['broken UTF-8', Buffer.from([0xff, 0xfe, 0x31]).toString('base64url')],
  ])('a token that is %s is refused', (_, pageToken) =>
    expect(refusalOf(() => editions.asked(ask({ pageToken })))).toEqual(INVALID),
  );

  it('a token with any one character changed is refused', () =>
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.constantFrom(...'ABCabc019-_=.% '), (at, other) => {
        const pageToken = good.slice(0, at) + other + good.slice(at + 1);
        if (pageToken !== good) expect(refusalOf(() => editions.asked(ask({ pageToken })))).toEqual(INVALID);
      }),
    ));

  it('any cursor comes back as it was', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f/-]{1,60}$/), (key) => {
        const holders = pagesOf('ListRoleHolders', isKey);
        const pageToken = holders.tokenBehind(key, holders.asked(ask()));
        expect(holders.asked(ask({ pageToken })).after).toBe(key);
      }),
    ));
});
