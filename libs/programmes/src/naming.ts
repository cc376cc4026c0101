import type { CompiledTemplate } from './compile/compiled.ts';
import { momentOf } from './stage-windows.ts';
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

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * The day as of which a naming over years up to this one is computed; undefined where it names none. A day that says no year is of the year
 * in which its list is made: so many years after the last one as its first stage is.
 */
export const namingDayOf = ({ intake, calendar }: CompiledTemplate, lastYear: number): string | undefined => {
  const { asOf } = intake as Template['intake'];
  if (asOf === undefined || asOf === null) return undefined;
  const moment = momentOf(asOf);
  if (moment.kind !== 'day') throw new Error(`the day of a naming is no day: ${asOf}`);
  const opens = calendar[0]?.opens;
  const years = moment.years === 0 && opens?.kind === 'day' ? opens.years : moment.years;
  return `${lastYear + years}-${two(moment.month)}-${two(moment.day)}`;
};
