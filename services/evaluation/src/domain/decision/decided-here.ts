import type { Decidable } from './decidable.ts';

/** The organization that an entry comes from, seen from the committee whose part it is in; undefined: it is in no such part. */
export const belowOf = ({ part }: Decidable, entryId: string): string | undefined =>
  part?.entries.find((one) => one.entryId === entryId)?.belowId;

/** Whether it is decided here: of a round that is not divided, everything is. */
export const isDecidedHere = (decidable: Decidable, entryId: string | null): boolean =>
  decidable.part === undefined || (entryId !== null && belowOf(decidable, entryId) !== undefined);
