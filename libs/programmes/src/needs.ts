import type { FactTest, FactValue } from '@jiangong/scoring';
import { inHundredths } from './compile/compile-facts.ts';
import type { CompiledTemplate } from './compile/compiled.ts';
import { factValueWords } from './fact-values.ts';
import { momentOf } from './stage-windows.ts';
import { type CodeNames, factNames, type Words } from './need-words.ts';
import type { FactName } from './template/tests.ts';

/**
 * Who answers what is asked of whatever is put forward: the platform, from what it has heard, or a person who looks it up; of what only a
 * round finds, nobody.
 */
export type AnsweredBy = 'platform' | 'person' | 'nobody';

/** Facts that a person can look up where the platform does not hear of them. What a round finds is none: nobody knows it before. */
const LOOKED_UP: readonly FactName[] = [
  'org.kind',
  'org.level',
  'org.age-months',
  'org.members',
  'org.children',
  'org.term-overdue',
  'org.weak',
  'person.stage',
  'person.standing-years',
  'person.office',
  'person.tenure-months',
  'person.sanction-free-months',
  'count.honours',
  'count.cards',
  'count.activities',
  'count.duties-missed',
  'count.problems',
  'count.milestones',
  'count.members',
];

/** What is told of organizations by their own service. */
const OF_THE_TREE: readonly FactName[] = ['org.kind', 'org.age-months', 'org.children'];

const HOLDERS: readonly string[] = ['organization', 'person'];

type Asked = Readonly<{
  fact: string;
  holder?: unknown;
  code?: unknown;
  over?: unknown;
  kind?: unknown;
  state?: unknown;
  distinct?: unknown;
}>;

/** The span of an award that is looked at again: whoever was given it by the same committee, in whatever series, and holds it on the day. */
export const STANDING = 'standing';

/** Honours that evaluation has told: of the subject itself, by their code, of a span that years and series say. */
const isToldHonour = ({ holder = 'self', over = 'series', ...asked }: Asked, kind: string): boolean =>
  HOLDERS.includes(kind) &&
  holder === 'self' &&
  /^(?:edition|series|standing|years:[0-9]+)$/.test(String(over)) &&
  asked.kind === undefined &&
  asked.state === undefined &&
  asked.distinct === undefined;

/** What membership tells of a person, by which people are listed. Of whoever is put forward by hand a person looks it up. */
const BY_MEMBERSHIP: readonly string[] = ['computed-list', 'whole-roll'];
const OF_MEMBERSHIP: readonly FactName[] = ['person.stage', 'person.standing-years'];
/** What organizations tell of whoever holds an office, by which he stands on a roll. */
const OF_OFFICES: readonly FactName[] = ['person.office', 'person.tenure-months'];

/** Of a subject of that kind, which came in this way. */
export const answeredBy = (asked: Asked, subjectKind: string, how: string): AnsweredBy => {
  if (BY_MEMBERSHIP.includes(how) && subjectKind === 'person' && OF_MEMBERSHIP.some((fact) => fact === asked.fact))
    return 'platform';
  if (how === 'whole-roll' && subjectKind === 'office-holder' && OF_OFFICES.some((fact) => fact === asked.fact))
    return 'platform';
  if (subjectKind === 'organization' && OF_THE_TREE.some((fact) => fact === asked.fact)) return 'platform';
  if (asked.fact === 'count.honours' && isToldHonour(asked, subjectKind)) return 'platform';
  return LOOKED_UP.some((fact) => fact === asked.fact) ? 'person' : 'nobody';
};

/** One comparison of a need. `wanted` holds one value, or those of which one must be. */
export type NeedTest = Readonly<{
  fact: string;
  answeredBy: AnsweredBy;
  code: string | null;
  over: string | null;
  compare: 'atLeast' | 'atMost' | 'is' | 'oneOf';
  wanted: readonly FactValue[];
}>;

/** One line of what is asked of whatever is put forward: one of its tests has to hold. */
export type Need = Readonly<{ id: string; words: Words; anyOf: readonly NeedTest[] }>;

/** Of one category: the day on which it is asked, null: the day of declaring. */
export type SubjectNeeds = Readonly<{
  subject: string;
  asOf: Readonly<{ years: number; month: number; day: number }> | null;
  needs: readonly Need[];
}>;

type Single = Exclude<FactTest, { anyOf: unknown }>;

const singles = (test: FactTest): readonly Single[] => ('anyOf' in test ? (test.anyOf as readonly Single[]) : [test]);

const comparison = (test: Single): Pick<NeedTest, 'compare' | 'wanted'> => {
  if ('atLeast' in test) return { compare: 'atLeast', wanted: [test.atLeast] };
  if ('atMost' in test) return { compare: 'atMost', wanted: [test.atMost] };
  return 'is' in test ? { compare: 'is', wanted: [test.is] } : { compare: 'oneOf', wanted: test.oneOf };
};

const ZH: Readonly<Record<NeedTest['compare'], string>> = {
  atLeast: '不少于',
  atMost: '不超过',
  is: '为',
  oneOf: '为',
};
const EN: Readonly<Record<NeedTest['compare'], string>> = {
  atLeast: 'at least ',
  atMost: 'at most ',
  is: '',
  oneOf: 'one of ',
};

/** A value as the template says it: not in hundredths, with its sign of a share, and of a category by its name. */
const valueWords = ({ query }: Single, value: FactValue, codes: CodeNames): Words => {
  const { fact, share } = query;
  if (typeof value === 'number' && share === true) return factValueWords(fact, `${value / 100}%`);
  if (typeof value === 'number' && inHundredths(fact)) return factValueWords(fact, value / 100);
  const category = fact === 'entry.category' ? codes.get(String(value)) : undefined;
  return category ?? factValueWords(fact, value);
};

const wordsOf = (test: Single, codes: CodeNames): Words => {
  const { compare, wanted } = comparison(test);
  const name = factNames(test.query, codes);
  const said = wanted.map((value) => valueWords(test, value, codes));
  // Of a flag the name is a question.
  const is = typeof wanted[0] === 'boolean' ? '：' : ZH[compare];
  const zh = `${name.zh}${is}${said.map((one) => one.zh).join('、')}`;
  const en = `${name.en}: ${EN[compare]}${said.map((one) => one.en).join(', ')}`;
  return { zh, en };
};

/** What a template calls the awards that it gives, its rules and its categories; a rule that takes one away has a name of its own. */
export const codeNames = ({ outcome, subjects }: Pick<CompiledTemplate, 'outcome' | 'subjects'>): CodeNames => {
  const called = ([zh, en]: readonly [string, string]): Words => ({ zh, en });
  return new Map([
    ...subjects.map(({ id, name }) => [id, called(name)] as const),
    ...outcome.map(({ id, name }) => [id, called(name)] as const),
    ...outcome.filter(({ gives }) => gives !== 'withdrawal').map(({ code, name }) => [code, called(name)] as const),
  ]);
};

/** A need as people read it. */
export const needWords = (test: FactTest, codes: CodeNames = new Map()): Words => {
  const all = singles(test).map((one) => wordsOf(one, codes));
  const zh = all.map((one) => one.zh).join('，或');
  const en = all.map((one) => one.en).join(', or ');
  return { zh, en };
};

/** That it was planned is held by the order of things, where planning comes first. */
const isTested = (test: FactTest): boolean => 'anyOf' in test || test.query.fact !== 'entry.planned-in';

const dayOf = (text: string | undefined): SubjectNeeds['asOf'] => {
  if (text === undefined) return null;
  const moment = momentOf(text);
  if (moment.kind !== 'day') throw new Error(`a need is asked on no day: ${text}`);
  return { years: moment.years, month: moment.month, day: moment.day };
};

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** On which day needs are looked at, and what is counted: the category's own, else the intake's. */
export const askedOn = ({ intake }: Pick<CompiledTemplate, 'intake'>, asOf: string | undefined): SubjectNeeds['asOf'] =>
  dayOf(asOf ?? intake.asOf);

/** Of whoever is taken in because he holds an award: that he holds it. */
const heldNeed = (code: string): Need => ({
  id: 'held',
  words: { zh: `现持有待复核的称号 ${code}`, en: `holds the award that is looked at again, ${code}` },
  anyOf: [
    {
      ...{ fact: 'count.honours', answeredBy: 'platform', code, over: STANDING },
      ...{ compare: 'atLeast', wanted: [1] },
    },
  ],
});

/** What an edition of a compiled template asks of whatever is put forward; a category that asks nothing is not named. */
export const needsOf = ({
  intake,
  subjects,
  outcome,
}: Pick<CompiledTemplate, 'intake' | 'subjects' | 'outcome'>): readonly SubjectNeeds[] => {
  const codes = codeNames({ outcome, subjects });
  return subjects.flatMap(({ id: subject, kind, asOf, needs }) => {
    const asked = needs.filter(isTested).map((test, at): Need => ({
      id: `need-${at + 1}`,
      words: needWords(test, codes),
      anyOf: singles(test).map((one) => ({
        fact: one.query.fact,
        answeredBy: answeredBy(one.query, kind, intake.how),
        code: textOr(one.query['code']),
        over: textOr(one.query['over']),
        ...comparison(one),
      })),
    }));
    const all = intake.how === 'holders' ? [heldNeed(intake.holdersOf ?? ''), ...asked] : asked;
    return all.length === 0 ? [] : [{ subject, asOf: askedOn({ intake }, asOf), needs: all }];
  });
};
