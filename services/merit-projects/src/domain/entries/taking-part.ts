import type { StandingKind } from './state.ts';

/** Where an entry takes part: proposed or declared, and not ended; under review, in notice, and also when it is being scored. */
export const TAKING_PART: readonly StandingKind[] = [
  'proposed',
  'declared',
  'returned',
  'reviewed',
  'clearance-requested',
  'cleared',
  'published',
  'in-evaluation',
];
