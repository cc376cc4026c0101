import { sealEntries } from '../../../../../../../../libs/event-store/src/seal-entries.ts';

/** Planted breach: in through the window. */
export const seal = sealEntries;
