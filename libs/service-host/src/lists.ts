import type { Facet, ListCursor, ListPlace } from '@jiangong/read-models';
import { SEARCH_CHARACTERS_MAX, type Sought, soughtBy } from '@jiangong/wording';
import { isKey, isPosition, type PageAsked, type PageRequest, pagesOf } from './paging.ts';
import { refused } from './refusals.ts';

/** Words that one filter may name. */
export const WORDS_MAX = 40;

/** The part of a request that searches and sorts; filters are the service's own. */
export type ListRequest = PageRequest & Readonly<{ q: string; sort: string }>;

/** A list as asked for. `search` is undefined where everything is meant. */
export type ListAsked<Sort extends string> = Readonly<{
  place: ListPlace;
  sort: Readonly<{ by: Sort; down: boolean }>;
  search: Sought | undefined;
}>;

/** What a list answers beside its rows, as its message takes it. */
export type ListCounts = { total: number; facets: { name: string; counts: { word: string; count: number }[] }[] };

type Found<Row> = Readonly<{
  found: readonly Readonly<{ row: Row; cursor: ListCursor }>[];
  total: number;
  facets: readonly Facet[] | undefined;
}>;

/** How one list is asked for and told. */
export type Lists<Sort extends string> = Readonly<{
  /** Throws `PAGE_SIZE_INVALID`, `PAGE_TOKEN_INVALID`, `SORT_UNKNOWN` or `SEARCH_TOO_LONG`, each with its field. */
  asked(request: ListRequest): ListAsked<Sort> & Readonly<{ page: PageAsked<ListCursor> }>;
  told<Row>(
    found: Found<Row>,
    asked: Readonly<{ page: PageAsked<ListCursor> }>,
  ): Readonly<{ page: readonly Row[]; nextPageToken: string; counts: ListCounts }>;
}>;

const isSortedBy = (value: unknown): boolean => value === '' || isKey(value) || Number.isSafeInteger(value);

const isListCursor = (value: unknown): value is ListCursor =>
  Array.isArray(value) && value.length === 3 && isSortedBy(value[0]) && isKey(value[1]) && isPosition(value[2]);

/** The words of a filter, separated by commas; empty: no filter. Throws `FILTER_TOO_LONG`. */
export const wordsOf = (text: string, field: string): readonly string[] => {
  const words = text === '' ? [] : [...new Set(text.split(','))];
  if (words.length > WORDS_MAX) throw refused({ reason: 'FILTER_TOO_LONG', field, details: { wordsMax: WORDS_MAX } });
  return words;
};

/** A sort without its minus. */
type Plain<Named extends string> = Named extends `-${infer Sort}` ? Sort : Named;

/** A list that is searched, sorted and counted. The first of `sorts` is meant where none is named; a `-` before a sort turns it round. */
export const listsOf = <const Named extends string>(
  list: string,
  sorts: readonly [Named, ...Named[]],
): Lists<Plain<Named>> => {
  type Sort = Plain<Named>;
  const pages = pagesOf(list, isListCursor);
  const sortOf = (text: string): Readonly<{ by: Sort; down: boolean }> => {
    const asked = text === '' ? sorts[0] : text;
    const name = asked.replace(/^-/u, '');
    const by = sorts.map((sort) => sort.replace(/^-/u, '') as Sort).find((sort) => sort === name);
    if (by === undefined)
      throw refused({ reason: 'SORT_UNKNOWN', field: 'sort', details: { sorts: sorts.join(', ') } });
    return { by, down: asked.startsWith('-') };
  };
  return {
    asked: (request) => {
      if ([...request.q].length > SEARCH_CHARACTERS_MAX)
        throw refused({ reason: 'SEARCH_TOO_LONG', field: 'q', details: { charactersMax: SEARCH_CHARACTERS_MAX } });
      const page = pages.asked(request);
      return {
        page,
        place: page,
        sort: sortOf(request.sort),
        search: request.q === '' ? undefined : soughtBy(request.q),
      };
    },
    told: ({ found, total, facets = [] }, { page: asked }) => {
      const { page, nextPageToken } = pages.page(found, asked, ({ cursor }) => cursor);
      return {
        page: page.map(({ row }) => row),
        nextPageToken,
        counts: {
          total,
          facets: facets.map(({ name, counts }) => ({ name, counts: counts.map((one) => ({ ...one })) })),
        },
      };
    },
  };
};
