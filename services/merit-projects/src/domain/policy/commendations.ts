import type { Decider, Fact } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import { type Bound, boundRefusal, type Commending, type CommendingRefusal } from './counting.ts';

/** A committee that is bound by a policy above is about to open an edition that commends: its place is taken. */
export type CommendationClaimed = Fact<
  'CommendationClaimed.v1',
  Readonly<{ committeeId: string; claimedAt: string }> &
    Commending &
    Readonly<{ policies: readonly Readonly<{ committeeId: string; version: number; exemptionId: string | null }>[] }>
>;

/** The edition was given up, ended without an honour, or was never opened: its place is free again. */
export type CommendationReleased = Fact<
  'CommendationReleased.v1',
  Readonly<{ committeeId: string; editionId: string; year: number }>
>;

export type CommendationFact = CommendationClaimed | CommendationReleased;

/** `others`: editions of the committee that commend, as they are told; `gone`: claimed ones that do no longer, as their streams say. */
export type ClaimCommendation = Readonly<{
  type: 'ClaimCommendation';
  now: Instant;
  committeeId: string;
  asked: Commending;
  bounds: readonly Bound[];
  others: readonly Commending[];
  gone: readonly string[];
}>;

type Claim = Commending & Readonly<{ claimedAt: string }>;
export type Commendations = Readonly<{ claims: readonly Claim[] }>;

/** What counts beside the edition that is asked about: what was claimed and what is told, each edition once. */
const othersOf = ({ claims }: Commendations, { asked, others, gone }: ClaimCommendation): readonly Commending[] => {
  const claimed = claims.filter(({ editionId }) => !gone.includes(editionId));
  const told = others.filter((one) => !claimed.some(({ editionId }) => editionId === one.editionId));
  return [...claimed, ...told].filter(({ editionId }) => editionId !== asked.editionId);
};

const decide = (state: Commendations, order: ClaimCommendation): readonly CommendationFact[] | CommendingRefusal => {
  const { committeeId, asked, bounds, gone, now } = order;
  const { editionId, year, awards } = asked;
  if (state.claims.some((one) => one.editionId === editionId) && !gone.includes(editionId)) return [];
  const others = othersOf(state, order);
  for (const bound of bounds) {
    const refusal = boundRefusal(asked, others, bound);
    if (refusal) return refusal;
  }
  const policies = bounds.map(({ committeeId: setBy, version, exemptionId }) => ({
    ...{ committeeId: setBy, version, exemptionId },
  }));
  const released = state.claims
    .filter((one) => gone.includes(one.editionId))
    .map((one): CommendationReleased => ({
      type: 'CommendationReleased.v1',
      data: { committeeId, editionId: one.editionId, year: one.year },
    }));
  return [
    ...released,
    { type: 'CommendationClaimed.v1', data: { committeeId, claimedAt: now, editionId, year, awards, policies } },
  ];
};

const evolve = ({ claims }: Commendations, fact: CommendationFact): Commendations => {
  const left = claims.filter(({ editionId }) => editionId !== fact.data.editionId);
  if (fact.type === 'CommendationReleased.v1') return { claims: left };
  const { editionId, year, awards, claimedAt } = fact.data;
  return { claims: [...left, { editionId, year, awards, claimedAt }] };
};

/**
 * The rule over the commendations of one committee below a policy (stream `merit-projects.commendations-<committee>`): of two that
 * it opens at once, both meet here, and one gets the last place.
 */
export const commendationsDecider: Decider<Commendations, ClaimCommendation, CommendationFact, CommendingRefusal> = {
  initial: { claims: [] },
  evolve,
  decide,
};
