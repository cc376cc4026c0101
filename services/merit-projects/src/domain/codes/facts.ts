import type { Fact } from '@jiangong/event-store';

/**
 * Codes that an office handed out to people without an account, who each enter one work by his. `organizationId`: the unit for whose people
 * they are, to which the works belong. `hashes`: SHA-256 of each code, in the order of their numbers from 1; the codes themselves are kept nowhere.
 */
export type CodesHandedOut = Fact<
  'CodesHandedOut.v1',
  Readonly<{ editionId: string; batchId: string; organizationId: string; hashes: readonly string[] }>
>;

/** By these codes nothing is entered or changed any more; what was entered by them stays. `numbers`: of the batch. */
export type CodesRecalled = Fact<
  'CodesRecalled.v1',
  Readonly<{ editionId: string; batchId: string; numbers: readonly number[]; prose: Readonly<{ why: string }> }>
>;

export type CodesFact = CodesHandedOut | CodesRecalled;
