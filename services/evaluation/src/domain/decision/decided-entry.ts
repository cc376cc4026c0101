import type { Holder } from './award.ts';

/** An entry as far as a decision over it must know it. */
export type DecidedEntry = Readonly<{
  entryId: string;
  subject: Holder;
  nominatorId: string;
  homeId: string;
  track: string;
  title: string;
  answerable: readonly string[];
}>;
