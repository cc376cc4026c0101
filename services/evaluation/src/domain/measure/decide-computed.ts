import { localDateOf } from '@jiangong/calendar';
import type { CountedPlan, MeasureFact, MeasuresComputed } from './facts.ts';
import { type ComputeMeasures, idsOf } from './orders.ts';
import type { MeasureRefusal } from './refusals.ts';
import { isSameGiven, type Measure, valueAt } from './state.ts';

/** There is one count of each. */
const ATTEMPT = 1;
const PERCENT = 100;

/** The share of what was planned that was delivered, in 10^-decimals of a percent, half up; of nothing planned there is none. */
export const shareOf = ({ planned, delivered }: CountedPlan, decimals: number): number | null =>
  planned === 0 ? null : Math.floor((2 * delivered * PERCENT * 10 ** decimals + planned) / (2 * planned));

type Given = MeasuresComputed['data']['given'][number];

/**
 * The platform counts what is computed, whenever a closed round is counted, until its sheets are opened: then two persons settle what changes.
 * What stands so already is passed over.
 */
export const computeMeasures = (measure: Measure, order: ComputeMeasures): readonly MeasureFact[] | MeasureRefusal => {
  const { ground, counts, now } = order;
  const { rules } = ground;
  if (rules === null) return { reason: ground.hindrance ?? 'NO_MEASURE', field: 'sourceId' };
  if (rules.computed === undefined) return { reason: 'NO_MEASURE', field: 'sourceId' };
  if (ground.computing !== null) return { reason: ground.computing, field: 'roundId' };
  const changed = counts.flatMap(({ entryId, planned, delivered }): (Given & Readonly<{ entryId: string }>)[] => {
    if (ground.entries[entryId] === undefined) return [];
    const value = shareOf({ planned, delivered }, rules.decimals);
    const standing = valueAt(measure, { entryId, attempt: ATTEMPT });
    const dayOf = standing?.given?.value === value ? (standing?.given?.dayOf ?? localDateOf(now)) : localDateOf(now);
    const given = value === null ? null : { value, dayOf };
    const isSame = standing !== undefined && isSameGiven(standing.given, given);
    return isSame ? [] : [{ entryId, value, dayOf, planned, delivered }];
  });
  if (changed.length === 0) return [];
  const values = changed.map(({ entryId }) => ({ entryId, attempt: ATTEMPT }));
  const given = changed.map(({ entryId: _entry, ...one }) => one);
  const none = changed.flatMap(({ value }, at) => (value === null ? [at] : []));
  return [{ type: 'MeasuresComputed.v1', data: { ...idsOf(order), values, given, none, asOf: now } }];
};
