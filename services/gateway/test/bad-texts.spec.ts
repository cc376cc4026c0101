import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { inputProblem } from '../src/adapters/http/input-problem.ts';
import type { LocalContext } from '../src/adapters/http/register-routes.ts';
import { problemOf } from '../src/application/problem.ts';
import { line, login, password, prose } from '../src/routes/fields.ts';
import { localRoute, type Route, type RouteOutlet } from '../src/routes/route.ts';
import { InvalidInput } from '../src/routes/route-input.ts';
import { everyRoute } from './every-route.ts';
import { changed, type Sample, sampleOf, type Step, type TextPlace } from './sample-input.ts';

/** Texts that nobody typed, or that look like another: each is refused in every text of every route. */
const BAD_TEXTS: readonly (readonly [string, string])[] = [
  ['U+FFFD, GBK read as UTF-8', '\uFFFD'],
  ['a zero-width space', '\u200B'],
  ['a zero-width joiner', '\u200D'],
  ['a byte order mark', '\uFEFF'],
  ['a soft hyphen', '\u00AD'],
  ['a right-to-left override', '\u202E'],
  ['an isolate', '\u2066'],
  ['a left-to-right mark', '\u200E'],
  ['a Hangul filler', '\u3164'],
  ['a half-width Hangul filler', '\uFFA0'],
  ['a non-character', '\uFFFE'],
  ['a non-character of Arabic', '\uFDD0'],
  ['a private character', '\uE000'],
  ['half of a surrogate pair', '\uD83D'],
  ['NUL', '\u0000'],
  ['an escape', '\u001B'],
];

type Part = 'params' | 'query' | 'body';
type Parts = Readonly<Record<Part, Sample>>;

const PARTS: readonly Part[] = ['params', 'query', 'body'];
const caller = { kind: 'anonymous', personId: null } as const;

const outlet: RouteOutlet = {
  call: async () => {
    throw new Error('reached the service');
  },
};

const partsOf = (route: Route<LocalContext>): Parts => ({
  params: sampleOf(route.params, 'params'),
  query: sampleOf(route.query, 'query'),
  body: route.body === null ? { value: undefined, texts: [] } : sampleOf(route.body, 'body'),
});

const fieldOf = (path: readonly Step[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`)).join('');

type Refused = Readonly<{ part: string; fields: readonly string[]; zh: string; en: string }>;

/** What a route says to an input: undefined when its fields were taken. */
const refusedBy = async (
  route: Route<LocalContext>,
  input: Readonly<Record<Part, unknown>>,
): Promise<Refused | undefined> => {
  try {
    await route.run({ ...input, caller }, outlet, { request: { body: null } } as unknown as LocalContext);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidInput)) return undefined;
    const { said } = inputProblem(error);
    return {
      part: error.part,
      fields: (said.problems ?? []).map(({ field }) => field),
      zh: problemOf(said, 'zh').detail,
      en: problemOf(said, 'en').detail,
    };
  }
};

const valuesOf = (parts: Parts): Record<Part, unknown> => ({
  params: parts.params.value,
  query: parts.query.value,
  body: parts.body.value,
});

/** Every text of a route, one after the other, with another in its place. */
const tried = async (
  route: Route<LocalContext>,
  textAt: (place: TextPlace) => unknown,
): Promise<readonly (readonly [string, Refused | undefined])[]> => {
  const parts = partsOf(route);
  const values = valuesOf(parts);
  return Promise.all(
    PARTS.flatMap((part) =>
      parts[part].texts.map(async (place) => {
        const input = { ...values, [part]: changed(values[part], place.path, textAt(place)) };
        return [`${part} ${fieldOf(place.path)}`, await refusedBy(route, input)] as const;
      }),
    ),
  );
};

const named = (route: Route<LocalContext>): string => `${route.method} ${route.path}`;

/** Where a bad text was taken, or another field blamed for it. */
const leaksOf = async (routes: readonly Route<LocalContext>[], bad: string): Promise<readonly string[]> =>
  (
    await Promise.all(
      routes.map(async (route) =>
        (await tried(route, ({ typed }) => (typed ? `甲${bad}乙` : `a${bad}`)))
          .filter(([where, refused]) => !refused?.fields.every((field) => `${refused.part} ${field}`.startsWith(where)))
          .map(([where]) => `${named(route)}: ${where}`),
      ),
    )
  ).flat();

const withTexts = everyRoute.filter((route) => PARTS.some((part) => partsOf(route)[part].texts.length > 0));

const LATIN_SENTENCE = /[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/u;
const HAN = /\p{Script=Han}/u;

describe('texts in every field of every route', () => {
  it('the samples are taken as they are, or nothing would be tried', async () => {
    const refused = await Promise.all(
      everyRoute.map(async (route) => {
        const answer = await refusedBy(route, valuesOf(partsOf(route)));
        return answer === undefined ? [] : [`${named(route)}: ${answer.fields.join()} ${answer.en}`];
      }),
    );
    expect(refused.flat()).toEqual([]);
    expect(withTexts.length).toBeGreaterThan(60);
    const typed = everyRoute
      .flatMap((route) => PARTS.flatMap((part) => partsOf(route)[part].texts))
      .filter((one) => one.typed);
    expect(typed.length).toBeGreaterThan(40);
  });

  it.each(BAD_TEXTS)('%s is refused, the field named', async (_, bad) => {
    expect(await leaksOf(withTexts, bad)).toEqual([]);
  });

  it.each([
    ['one line', line(9), ['a\nb', 'a\tb', 'a\u0007b', 'a\u0085b', 'a\u2028b'], ['甲 b', '']],
    ['several lines', prose(9), ['a\rb', 'a\u0007b', 'a\u009Fb', 'a\u2029b'], ['甲\n\tb']],
    ['a login', login(), ['a\nb', 'a\u001Fb'], ['ab']],
    ['a password', password(), ['a\tb', 'a\u007Fb'], ['a b']],
  ] as const)('%s: what a pattern can say of it, the document says', (_, schema, bad, good) => {
    const { pattern = '' } = z.toJSONSchema(schema, { io: 'input' });
    const allowed = new RegExp(pattern, 'u');
    expect(bad.filter((text) => allowed.test(text) || schema.safeParse(text).success)).toEqual([]);
    expect(good.filter((text) => !allowed.test(text))).toEqual([]);
  });

  it('a field that takes any text is found', async () => {
    const planted = (body: z.ZodType) =>
      localRoute({
        method: 'POST',
        path: '/v1/things',
        summary: { zh: '', en: '' },
        tags: [],
        body: z.strictObject({ name: body }),
        answer: z.unknown(),
        handle: async () => undefined,
      }) as Route<LocalContext>;
    expect(await leaksOf([planted(z.string())], '\u200B')).toEqual(['POST /v1/things: body name']);
    expect(await leaksOf([planted(line(20))], '\u200B')).toEqual([]);
  });

  it('rare characters are taken wherever people type', async () => {
    const refused = await Promise.all(
      withTexts.map(async (route) =>
        (await tried(route, ({ typed, charsMax }) => (typed ? '𠮷㛃葛\u{E0100}'.slice(0, Math.max(4, charsMax)) : 0)))
          .filter(([, said]) => said !== undefined && said.en.includes('nobody sees'))
          .map(([where]) => `${named(route)}: ${where}`),
      ),
    );
    expect(refused.flat().filter((where) => !where.endsWith('login'))).toEqual([]);
  });

  it('what was sent in pieces is kept composed, lengths count characters', () => {
    expect(line(5).parse(' cafe\u0301 ')).toBe('caf\u00E9');
    expect(line(3).safeParse('𠮷𠮷𠮷').success).toBe(true);
    expect(line(3).safeParse('𠮷𠮷𠮷𠮷').success).toBe(false);
  });
});

describe('what is said of a wrong field', () => {
  const WRONG: readonly (readonly [string, (place: TextPlace) => unknown])[] = [
    ['a bad text', () => '甲\u200B'],
    ['a number', () => 7],
    ['a list', () => []],
    ['nothing', () => undefined],
    ['an empty text', () => ''],
    ['a text much too long', () => '长'.repeat(100_000)],
    ['two lines', () => 'a\nb\rc'],
  ];

  it.each(WRONG)('%s: Chinese in Chinese, English in English', async (_, wrong) => {
    const told = await Promise.all(
      withTexts.map(async (route) =>
        (await tried(route, wrong)).map(([where, said]) => [named(route), where, said] as const),
      ),
    );
    const inTheOther = told
      .flat()
      .filter(([, , said]) => said !== undefined)
      .filter(
        ([, , said]) => !HAN.test(said?.zh ?? '') || LATIN_SENTENCE.test(said?.zh ?? '') || HAN.test(said?.en ?? ''),
      );
    expect(inTheOther.map(([route, where, said]) => `${route}: ${where}: ${said?.zh} / ${said?.en}`)).toEqual([]);
  });

  it('numbers and unknown fields too', async () => {
    const numbers = z.strictObject({ count: z.number().int().min(1).max(5), list: z.array(z.string()).min(1).max(2) });
    for (const body of [
      { count: 0, list: ['a'] },
      { count: 6, list: ['a'] },
      { count: 1.5, list: ['a'] },
      { count: 'a', list: ['a'] },
      { count: 1, list: [] },
      { count: 1, list: ['a', 'b', 'c'] },
      { count: 1, list: ['a'], more: 1 },
    ]) {
      const { error } = numbers.safeParse(body);
      const { said } = inputProblem(new InvalidInput('body', error?.issues ?? []));
      expect(problemOf(said, 'zh').detail).toMatch(HAN);
      expect(problemOf(said, 'zh').detail).not.toMatch(LATIN_SENTENCE);
      expect(problemOf(said, 'en').detail).not.toMatch(HAN);
    }
  });
});
