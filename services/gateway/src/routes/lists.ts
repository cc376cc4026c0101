import { SEARCH_CHARACTERS_MAX } from '@jiangong/wording';
import type { ListCounts } from '@jiangong/contracts/jiangong/lists/v1/lists';
import { z } from 'zod';
import { formed, line, pageAnswer, pageOf, pageOut, pageQuery } from './fields.ts';

/** Words that one filter may name (libs/service-host, `WORDS_MAX`). */
const WORDS_MAX = 40;
const FILTER_CHARS_MAX = 1_000;
/** Sixty ids have 2,220. */
const SEVERAL_CHARS_MAX = 2_400;

const separatedBy = (each: string): string => `^(?:${each})(?:,(?:${each}))*$`;

/** Several of a kind in one field of a query, separated by commas; as a list. */
export const several = <T extends z.ZodType<string, string>>(each: T, form: string, countMax: number) =>
  z
    .string()
    .max(SEVERAL_CHARS_MAX)
    .transform((text) => text.split(','))
    .pipe(z.array(each).max(countMax))
    .meta({
      type: 'string',
      pattern: separatedBy(form),
      description: '可用逗号分隔多个值 / Several are separated by commas',
    });

/** A filter that takes several words of a closed vocabulary: `state=requested,blocked`; as a list. */
export const wordList = <const T extends readonly [string, ...string[]]>(vocabulary: T) =>
  several(z.enum(vocabulary), vocabulary.join('|'), WORDS_MAX);

/** The same as the services' lists take it: one text, its words separated by commas. */
export const words = <const T extends readonly [string, ...string[]]>(vocabulary: T) =>
  wordList(vocabulary)
    .transform((chosen) => chosen.join(','))
    .meta({
      type: 'string',
      pattern: separatedBy(vocabulary.join('|')),
      description: '可用逗号分隔多个值 / Several are separated by commas',
    });

const separated = (form: string) => new RegExp(`^${form}(?:,${form})*$`, 'u');

/** The same for words of a template (tracks, awards): which there are, the edition says. */
export const templateWords = () =>
  formed(separated('[0-9a-z][0-9a-z.-]{0,63}'), 'scheme-word')
    .max(FILTER_CHARS_MAX)
    .meta({ description: '可用逗号分隔多个值 / Several words are separated by commas' });

/** The same for years. */
export const years = () =>
  formed(separated('20\\d{2}'), 'whole-number')
    .max(FILTER_CHARS_MAX)
    .meta({ description: '可用逗号分隔多个年份 / Several years are separated by commas' });

/**
 * The query of a list that is searched and sorted: `query: z.strictObject({ ...listQuery(['title', 'due']), standing: words(…).optional() })`.
 * The sorts are the service's (`listsOf`).
 */
export const listQuery = <const T extends readonly [string, ...string[]]>(sorts: T) => ({
  ...pageQuery,
  q: line(SEARCH_CHARACTERS_MAX)
    .meta({ description: '检索：汉字、全拼或拼音首字母 / Chinese, full pinyin or its initials' })
    .optional(),
  sort: z
    .enum([...sorts, ...sorts.map((sort) => `-${sort}` as const)] as unknown as readonly [T[number] | `-${T[number]}`])
    .meta({ description: '前加“-”为倒序 / A minus before it turns the order round' })
    .optional(),
});

/** The query of a list that is sorted and not searched: its rows have no text of their own, or a sealed one. */
export const sortedQuery = <const T extends readonly [string, ...string[]]>(sorts: T) => {
  const { q: _q, ...query } = listQuery(sorts);
  return query;
};

type Asked = Readonly<{
  pageSize?: number | undefined;
  pageToken?: string | undefined;
  q?: string | undefined;
  sort?: string | undefined;
}>;

/** The list part of a list's gRPC request. */
export const listOf = (query: Asked): { pageSize: number; pageToken: string; q: string; sort: string } => ({
  ...pageOf(query),
  q: query.q ?? '',
  sort: query.sort ?? '',
});

const counts = z.record(z.string(), z.number().int());

/** The answer of a list that is counted: rows, the next page's token, how many rows there are, and how many by the words of each filter. */
export const listAnswer = <T extends z.ZodType, const F extends readonly string[]>(row: T, facets: F) =>
  pageAnswer(row).extend({
    total: z
      .number()
      .int()
      .meta({ description: '各页合计行数，以首页统计为准 / Rows on all pages, as counted for the first one' }),
    facets: z
      .object(Object.fromEntries(facets.map((facet) => [facet, counts])) as Record<F[number], typeof counts>)
      .nullable()
      .meta({
        description:
          '按各筛选项统计的行数（统计时不计该项自身的筛选）；首页之后为空 / Rows by the words of each filter, counted as if it were not filtered by itself; null behind the first page',
      }),
  });

const facetsOut = <F extends string>(told: ListCounts, names: readonly F[]): Record<F, Record<string, number>> | null =>
  told.facets.length === 0
    ? null
    : (Object.fromEntries(
        names.map((name) => {
          const facet = told.facets.find((one) => one.name === name);
          return [name, Object.fromEntries((facet?.counts ?? []).map(({ word, count }) => [word, count]))];
        }),
      ) as Record<F, Record<string, number>>);

/** Turns a counted list's gRPC answer into `listAnswer`. */
export const listOut = <Row, const F extends readonly string[]>(
  items: readonly Row[],
  answer: Readonly<{ nextPageToken: string; counts?: ListCounts | undefined }>,
  facets: F,
) => {
  if (answer.counts === undefined) throw new Error('the service answered a list without its counts');
  return {
    ...pageOut(items, answer.nextPageToken),
    total: answer.counts.total,
    facets: facetsOut<F[number]>(answer.counts, facets),
  };
};
