import type { StandingKind } from './state.ts';

/** Where an entry takes part: declared, and not ended; under review, in notice, and also when it is being scored. */
export const TAKING_PART: readonly StandingKind[] = [
  'declared',
  'returned',
  'reviewed',
  'clearance-requested',
  'cleared',
  'published',
  'in-evaluation',
];
