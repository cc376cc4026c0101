import type { FactOrder, FactQuery, FactTest, FactValue } from '@jiangong/scoring';
import { factRules } from '../checks/facts.ts';
import { hundredthsOf } from '../shape/word-forms.ts';
import { manyOf } from '../template/names.ts';
import type { ComparedFact, FactAsked, Test } from '../template/tests.ts';

/** What a rule asks, without what it is compared with. */
export const queryOf = (asked: FactAsked | ComparedFact): FactQuery => {
  const { fact, kind, code, state, holder, over, distinct, source } = asked;
  const said = Object.entries({ code, state, holder, over, distinct, source }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    fact,
    ...(Object.fromEntries(said) as Readonly<Record<string, string>>),
    ...(kind === undefined ? {} : { kind: manyOf(kind) }),
    ...('share' in asked && asked.share ? { share: true } : {}),
  };
};

/** Steps, items, measures, results and percentages are compared in hundredths, everything else as it is counted. */
export const inHundredths = (fact: string): boolean => /^(?:step|item|measure|mean\.result|best\.result)$/.test(fact);

const numberOf = (fact: ComparedFact['fact'], text: string): number =>
  inHundredths(fact) || text.endsWith('%') ? hundredthsOf(text) : Number(text);

const valueOf = (fact: ComparedFact['fact'], text: string): FactValue => {
  const { value } = factRules[fact];
  if (value === 'flag') return text === 'true';
  return value === 'word' ? text : numberOf(fact, text);
};

const comparedOf = (test: ComparedFact): FactTest => {
  const query = queryOf(test);
  if (test.atLeast !== undefined) return { query, atLeast: numberOf(test.fact, test.atLeast) };
  if (test.atMost !== undefined) return { query, atMost: numberOf(test.fact, test.atMost) };
  if (test.is !== undefined) return { query, is: valueOf(test.fact, test.is) };
  return { query, oneOf: (test.oneOf ?? []).map((value) => valueOf(test.fact, value)) };
};

export const compileTests = (tests: readonly Test[]): readonly FactTest[] =>
  tests.map((test) => ('anyOf' in test ? { anyOf: test.anyOf.map(comparedOf) } : comparedOf(test)));

export const orderOf = (asked: FactAsked): FactOrder => ({
  query: queryOf(asked),
  better: factRules[asked.fact].better ?? 'higher',
});
