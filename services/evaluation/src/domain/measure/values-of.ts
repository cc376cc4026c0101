import type { GivenValue } from '@jiangong/scoring';
import { inHundredths } from './read-value.ts';
import type { MeasureRules } from './rules.ts';
import type { Measure } from './state.ts';

/** What a result reads of one measure: every value that stands. */
export const valuesOf = ({ sourceId, decimals }: MeasureRules, { values }: Measure): readonly GivenValue[] =>
  [...values.values()].flatMap(({ entryId, attempt, given }) =>
    given === null ? [] : [{ sourceId, entryId, attempt, ...inHundredths(given.value, { decimals }) }],
  );
