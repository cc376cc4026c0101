import type { Instant } from '@jiangong/calendar';
import type { Fact } from '@jiangong/event-store';

/** `committeeId`: whose office reviews, so that its colleagues can be told; null in what was stored before it was written down. */
type Ids = Readonly<{ editionId: string; entryId: string; committeeId: string | null }>;
/** The declared version that is looked at, by whom, and the first instant at which the claim counts no more. */
type Held = Readonly<{ version: number; claimedBy: string; until: Instant }>;

/** An officer says that he is reviewing a declared version, so that nobody else begins with it. It keeps nobody from reviewing it. */
export type ReviewClaimed = Fact<'ReviewClaimed.v2', Ids & Held & Readonly<{ claimedAt: Instant }>>;

/** He lets it go. */
export type ReviewClaimReleased = Fact<
  'ReviewClaimReleased.v2',
  Ids & Readonly<{ claimedBy: string; releasedAt: Instant }>
>;

/** A colleague goes on with what another had claimed. */
export type ReviewClaimTakenOver = Fact<
  'ReviewClaimTakenOver.v2',
  Ids & Held & Readonly<{ takenFrom: string; takenOverAt: Instant; prose: { why: string } }>
>;

export type ReviewClaimFact = ReviewClaimed | ReviewClaimReleased | ReviewClaimTakenOver;

/** The last claim of an entry. `times`: how often it was claimed or taken over. */
export type ReviewClaim = Held & Readonly<{ times: number; released: boolean }>;
/** The claims of one edition, by entry. */
export type ReviewClaims = ReadonlyMap<string, ReviewClaim>;
