import type { Template } from './template/template.ts';
import type { Test } from './template/tests.ts';

const isCounted = (test: Test, fact: string): boolean =>
  'fact' in test && test.fact === fact && test.over === 'series' && test.distinct === 'edition';

/**
 * A list of organizations over the editions of a series: whoever declared in so many of them, with a prize in one of them or in each. It is no
 * edition: evaluation computes it, and the body decides over it. Whether its numbers are ones that it computes is told when it is asked.
 */
export const isNaming = ({ intake, subjects, series, outcome }: Template): boolean => {
  const [rule, second] = outcome;
  if (intake.how !== 'computed-list' || series === undefined || rule === undefined || second !== undefined)
    return false;
  const { needs, never } = rule;
  return (
    subjects.every(({ kind }) => kind === 'organization') &&
    never.length === 0 &&
    needs.length === 2 &&
    needs.some((test) => isCounted(test, 'count.declared')) &&
    needs.some((test) => isCounted(test, 'count.honours'))
  );
};
