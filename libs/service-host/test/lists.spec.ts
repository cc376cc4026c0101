import { describe, expect, it } from '@jest/globals';
import { listsOf, type ListRequest, RefusedError, wordsOf } from '@jiangong/service-host';

const entries = listsOf('ListEntries', ['-planned', 'title']);
const asked = (more: Partial<ListRequest> & Record<string, unknown> = {}): ListRequest => ({
  ...{ pageSize: 2, pageToken: '', q: '', sort: '' },
  ...more,
});
const rows = (...titles: string[]) =>
  titles.map((title, at) => ({ row: { title }, cursor: [title, `id-${at}`, 3] as const }));
const found = {
  found: rows('甲', '乙', '丙'),
  total: 3,
  facets: [{ name: 'standing', counts: [{ word: 'declared', count: 3 }] }],
};

const refusalOf = (act: () => unknown): unknown => {
  try {
    return { accepted: act() };
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
};

const tokenOf = (request: ListRequest): string => entries.told(found, entries.asked(request)).nextPageToken;

describe('a list', () => {
  it('is sorted by its first sort where none is named, and turned round by a minus', () => {
    expect(entries.asked(asked()).sort).toEqual({ by: 'planned', down: true });
    expect(entries.asked(asked({ sort: 'planned' })).sort).toEqual({ by: 'planned', down: false });
    expect(entries.asked(asked({ sort: '-title' })).sort).toEqual({ by: 'title', down: true });
  });

  it('refuses a sort that it has not, and too much to look for', () => {
    expect(refusalOf(() => entries.asked(asked({ sort: 'secret' })))).toMatchObject({
      reason: 'SORT_UNKNOWN',
      field: 'sort',
    });
    expect(refusalOf(() => entries.asked(asked({ q: '项'.repeat(61) })))).toMatchObject({
      reason: 'SEARCH_TOO_LONG',
      field: 'q',
    });
    expect(
      refusalOf(() => wordsOf(Array.from({ length: 41 }, (_, at) => `w${at}`).join(','), 'standing')),
    ).toMatchObject({
      reason: 'FILTER_TOO_LONG',
      field: 'standing',
    });
  });

  it('tells rows, counts and where the next page begins', () => {
    const told = entries.told(found, entries.asked(asked()));
    expect(told.page).toEqual([{ title: '甲' }, { title: '乙' }]);
    expect(told.counts).toEqual({ total: 3, facets: [{ name: 'standing', counts: [{ word: 'declared', count: 3 }] }] });
    expect(entries.asked(asked({ pageToken: told.nextPageToken })).place).toMatchObject({
      after: ['乙', 'id-1', 3],
      size: 2,
    });
  });

  it.each([
    ['sort', { sort: 'title' }],
    ['search', { q: '项目' }],
    ['filter', { standing: 'declared' }],
  ])('refuses the token of another %s', (_, other) => {
    const token = tokenOf(asked());
    expect(refusalOf(() => entries.asked(asked({ ...other, pageToken: token })))).toEqual({
      reason: 'PAGE_TOKEN_INVALID',
      field: 'pageToken',
    });
  });

  it('is not filtered by a filter without words', () => {
    expect(wordsOf('', 'standing')).toEqual([]);
    expect(wordsOf('declared,returned,declared', 'standing')).toEqual(['declared', 'returned']);
  });
});
