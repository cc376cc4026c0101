import type { LocalDate } from '@jiangong/calendar';
import type { About } from './about.ts';

/**
 * What whoever stands on a roll means to do, all of it each time: what is the same as before keeps its id, and so whether it is reached.
 * `prose.titles`: one for each, in their order; they are a person's own words about himself.
 */
export type MilestonesPlanned = About<
  'MilestonesPlanned.v1',
  { milestones: readonly Readonly<{ milestoneId: string; dueOn: LocalDate }>[]; prose: { titles: readonly string[] } }
>;
