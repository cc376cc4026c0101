import { type Upcaster, upcastWith } from '@jiangong/event-store';

const NAMES = ['ReviewClaimed', 'ReviewClaimReleased', 'ReviewClaimTakenOver'] as const;

/** The first versions did not say whose office reviews. */
const withoutCommittee = (name: (typeof NAMES)[number]): Upcaster => ({
  from: `${name}.v1`,
  to: `${name}.v2`,
  upcast: (data) => ({ ...(data as object), committeeId: null }),
});

/** Reads claims of any version as today's. */
export const upcastClaim = upcastWith(NAMES.map(withoutCommittee));
