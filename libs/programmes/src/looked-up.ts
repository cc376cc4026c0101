import type { FactQuery, FactTest } from '@jiangong/scoring';
import type { CompiledTemplate } from './compile/compiled.ts';
import { factNames, type Words } from './need-words.ts';
import { answeredBy, codeNames } from './needs.ts';
import type { Template } from './template/template.ts';
import type { ComparedFact, FactAsked } from './template/tests.ts';

/** How a question is answered: by yes or no, by a whole number, or by one of the words that the rules ask for (or by none of them). */
export type LookedUpKind = 'flag' | 'count' | 'word';

/** What rules of awards ask of an entry and a person looks up before the body decides. `words`: those that the rules know. */
export type LookedUp = Readonly<{
  questionId: string;
  query: FactQuery;
  name: Words;
  answer: LookedUpKind;
  words: readonly string[];
}>;

type Single = Exclude<FactTest, { anyOf: unknown }>;

const singlesOf = (test: FactTest): readonly Single[] => ('anyOf' in test ? test.anyOf.flatMap(singlesOf) : [test]);

const valuesOf = (test: Single): readonly unknown[] => {
  if ('is' in test) return [test.is];
  return 'oneOf' in test ? test.oneOf : [];
};

const answerOf = (tests: readonly Single[]): LookedUpKind => {
  const values = tests.flatMap(valuesOf);
  if (values.some((value) => typeof value === 'boolean')) return 'flag';
  return values.some((value) => typeof value === 'string') ? 'word' : 'count';
};

/** Whether a person is asked it of every entry: of whatever category it is, the platform does not hear of it, and a person can look it up. */
export const isLookedUp = (
  { intake, subjects }: Pick<Template | CompiledTemplate, 'subjects' | 'intake'>,
  asked: FactAsked | ComparedFact | FactQuery,
): boolean => subjects.length > 0 && subjects.every(({ kind }) => answeredBy(asked, kind, intake.how) === 'person');

/** Every question of an edition's rules that a person answers, each once, in the order in which the rules ask. */
export const lookedUpOf = (
  compiled: Pick<CompiledTemplate, 'intake' | 'subjects' | 'outcome'>,
): readonly LookedUp[] => {
  const asked = new Map<string, Single[]>();
  for (const { ranking } of compiled.outcome)
    for (const test of [...ranking.needs, ...ranking.never].flatMap(singlesOf)) {
      if (!isLookedUp(compiled, test.query)) continue;
      const key = JSON.stringify(test.query);
      asked.set(key, [...(asked.get(key) ?? []), test]);
    }
  return [...asked.values()].flatMap((tests, at) => {
    const [first] = tests;
    if (first === undefined) return [];
    const words = [...new Set(tests.flatMap(valuesOf).filter((value) => typeof value === 'string'))];
    const { query } = first;
    return [
      {
        questionId: `fact-${at + 1}`,
        query,
        name: factNames(query, codeNames(compiled)),
        answer: answerOf(tests),
        words,
      },
    ];
  });
};
