import type { Faults } from '../faults.ts';
import { type Level, LEVELS, type Policy } from '../template/policy.ts';

/** What would not work in a policy whose shape is right, and what of it nobody counts yet. */
export const checkPolicy = ({ policy }: Policy, faults: Faults): void => {
  const below = LEVELS.indexOf(policy.by);
  for (const [level, bound] of Object.entries(policy.binds)) {
    if (LEVELS.indexOf(level as Level) <= below)
      faults.add('LEVEL_NOT_BELOW', ['policy', 'binds', level], { level, by: policy.by }, 'key');
    if (bound.in === 'cycle' && policy.cycle === undefined)
      faults.add('CYCLE_NOT_STATED', ['policy', 'binds', level, 'in'], { level });
  }
  policy.counts.forEach((counted, index) => {
    if (counted !== 'honour') faults.add('COUNTED_NOT_YET', ['policy', 'counts', index], { counted });
  });
};
