import type { Holder } from './award.ts';

/** An entry as far as a decision over it must know it. */
export type DecidedEntry = Readonly<{
  entryId: string;
  subject: Holder;
  nominatorId: string;
  homeId: string;
  /** Where meetings of branches decide, its branch: what a rule counts within each home it counts within each branch. Absent: it is in none. */
  branchId?: string;
  track: string;
  title: string;
  answerable: readonly string[];
}>;
