import type { LocalDate } from '@jiangong/calendar';
import * as limits from '../limits.ts';

export type NeedValue = number | string | boolean;

/** One comparison: `wanted` holds one value, or those of which one must be. Codes and spans are the template's words. */
export type NeedTest = Readonly<{
  fact: string;
  /** The platform, from what it has heard; a person, who looks it up. */
  answeredBy: 'platform' | 'person';
  code: string | null;
  over: string | null;
  compare: 'atLeast' | 'atMost' | 'is' | 'oneOf';
  wanted: readonly NeedValue[];
}>;

/** What is asked of whatever is put forward, in a line for people: one of its tests has to hold. */
export type AskedNeed = Readonly<{ needId: string; zh: string; en: string; anyOf: readonly NeedTest[] }>;

/** Of a track; `asOf` null: as of the day on which it is declared. A track that asks nothing is not named. */
export type AskedNeeds = Readonly<{ trackId: string; asOf: LocalDate | null; needs: readonly AskedNeed[] }>;

/** What was found for each test of each need, null: nothing that the platform knows. */
export type NeedValues = Readonly<{ needId: string; values: readonly (NeedValue | null)[] }>;

/** As of which day, and up to which position of the log everything that was told had been heard. */
export type FoundNeeds = Readonly<{ asOf: LocalDate; knownTo: number; needs: readonly NeedValues[] }>;

export const VERDICTS = ['met', 'unmet', 'undetermined'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type JudgedNeed = NeedValues & Readonly<{ verdict: Verdict }>;

export const needsOf = (asked: readonly AskedNeeds[], trackId: string | null): AskedNeeds | undefined =>
  asked.find((track) => track.trackId === trackId);

/** The line as which a reviewer answers it, as long as a line may be. */
export const itemOf = ({ zh, en }: AskedNeed): string =>
  [...`${zh} / ${en}`].slice(0, limits.TITLE_CHARACTERS_MAX).join('');

const holds = ({ compare, wanted }: NeedTest, value: NeedValue): boolean => {
  const [limit] = wanted;
  switch (compare) {
    case 'atLeast':
      return Number(value) >= Number(limit);
    case 'atMost':
      return Number(value) <= Number(limit);
    case 'is':
      return value === limit;
    case 'oneOf':
      return wanted.includes(value);
  }
};

/** What is not known keeps nobody out: it is a person's to say. */
const verdictOf = ({ anyOf }: AskedNeed, values: NeedValues['values']): Verdict => {
  const each = anyOf.map((test, at) => {
    const value = values[at] ?? null;
    return value === null ? null : holds(test, value);
  });
  if (each.includes(true)) return 'met';
  return each.includes(null) ? 'undetermined' : 'unmet';
};

/** Every need with what was found and what follows; what nobody looked for is undetermined. */
export const judged = ({ needs }: Pick<AskedNeeds, 'needs'>, found: readonly NeedValues[]): readonly JudgedNeed[] =>
  needs.map((need) => {
    const known = found.find(({ needId }) => needId === need.needId)?.values ?? [];
    const values = need.anyOf.map((_, at) => known[at] ?? null);
    return { needId: need.needId, values, verdict: verdictOf(need, values) };
  });

/** What is read of a person is personal data: a fact says what follows from it, and not what it is. */
const isPersonal = ({ fact, answeredBy }: NeedTest): boolean => fact.startsWith('person.') && answeredBy === 'platform';

/** The same, without what was found of people. */
export const withheld = ({ needs }: Pick<AskedNeeds, 'needs'>, all: readonly JudgedNeed[]): readonly JudgedNeed[] =>
  all.map((one) => {
    const tests = needs.find(({ needId }) => needId === one.needId)?.anyOf ?? [];
    return { ...one, values: one.values.map((value, at) => (tests[at] && isPersonal(tests[at]) ? null : value)) };
  });

export const verdictOfAll = (all: readonly JudgedNeed[]): Verdict => {
  if (all.some(({ verdict }) => verdict === 'unmet')) return 'unmet';
  return all.some(({ verdict }) => verdict === 'undetermined') ? 'undetermined' : 'met';
};
