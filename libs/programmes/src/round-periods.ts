import type { PhaseRule } from './template/result.ts';
import type { AreaRule } from './template/sources.ts';
import type { Template } from './template/template.ts';

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12, '3-years': 36, once: 0 } as const;

/** How many months a round of a phase is about; 0: no months, it is held once. */
export const monthsOfRound = (every: PhaseRule['every'], length: Template['period']['length']): number =>
  every === 'edition' ? MONTHS[length] : MONTHS[every];

/** How many periods of an area a round has: 1 where the area has none of its own, 0 where one is longer than the round. */
export const periodsIn = (
  every: PhaseRule['every'],
  length: Template['period']['length'],
  part: AreaRule['period'],
): number => (part === undefined ? 1 : Math.floor(monthsOfRound(every, length) / MONTHS[part]));
