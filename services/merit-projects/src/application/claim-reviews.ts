import { type Action, decide } from '@jiangong/access';
import type { Refusal } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import { type CallContext, type Ground, refused, type RefusalText } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import { claimsRefusal } from '../domain/review-claims/claimable.ts';
import { type ClaimOutcome, claimOutcomes, heldClaim } from '../domain/review-claims/claim-outcomes.ts';
import {
  type Reviewable,
  type ReviewClaimFact,
  type ReviewClaimOrder,
  type ReviewClaims,
  reviewClaimsDecider,
} from '../domain/review-claims/review-claims.ts';
import { BATCH_ENTRIES_MAX, type BatchEntry, type BatchKnowledge } from './batches.ts';
import { byOf } from './callers.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import { editionKey, sealedOfReviewClaims } from './sealed-fields.ts';
import { reviewClaimsStream } from './streams.ts';
import { toldRefusal } from './told-refusals.ts';

export type ReviewableEntry = BatchEntry & Readonly<{ standing: string; version: number }>;

export interface ClaimKnowledge {
  /** The named entries of the edition, as far as there are any. */
  reviewable(editionId: string, entryIds: readonly string[]): Promise<readonly ReviewableEntry[]>;
  /** Those that stand declared, in the order in which they came. */
  awaitingReview(editionId: string): Promise<readonly ReviewableEntry[]>;
}

/** `next`: so many of those that nobody has claimed; 0: the named ones. */
export type ClaimRequest = Readonly<{ editionId: string; entryIds: readonly string[]; next: number; dryRun: boolean }>;
export type ReleaseRequest = Readonly<{ editionId: string; entryIds: readonly string[] }>;
export type TakeOverRequest = Readonly<{
  editionId: string;
  entryIds: readonly string[];
  why: string;
  dryRun: boolean;
}>;

/** What became of one entry, and who holds it now; empty: nobody. */
export type ClaimTold = Readonly<{
  entryId: string;
  outcome: 'done' | 'would-be-done' | 'refused';
  refusal?: Refusal;
  texts?: RefusalText;
  claimedBy: string;
  until: string;
}>;
/** `position`: where it stands in the log; 0: nothing was stored. */
export type ClaimAnswer = Readonly<{ told: readonly ClaimTold[]; position: number }>;

type Ports = Readonly<{ entries: NominatorsEntries; knowledge: ClaimKnowledge & BatchKnowledge }>;

/** Whoever may review an entry may claim it. */
const ACTION: Action = 'entry.review';

/** No nominator's own terms are asked for: reviewing knows no late entry. */
const NO_NOMINATOR = '';

/** Refused by what another had stored a moment before: what it is now is asked again. */
const LOST: Readonly<Record<ReviewClaimOrder['type'], string>> = {
  ClaimReviews: 'REVIEW_CLAIMED',
  TakeOverReviews: 'REVIEW_NOT_CLAIMED',
  ReleaseReviews: 'REVIEW_NOT_CLAIMED',
};

const batchRefusal = (entryIds: readonly string[], min: number): Refusal | undefined =>
  entryIds.length >= min && entryIds.length <= BATCH_ENTRIES_MAX && new Set(entryIds).size === entryIds.length
    ? undefined
    : { reason: 'BATCH_ENTRIES_INVALID', field: 'entryIds', details: { max: BATCH_ENTRIES_MAX } };

const toldOf = (claims: ReviewClaims, { entryId, became }: ClaimOutcome, order: ReviewClaimOrder): ClaimTold => {
  const entry = order.type === 'ReleaseReviews' ? undefined : order.entries.find((one) => one.entryId === entryId);
  const held = heldClaim(claims, entry ?? { entryId }, order.now);
  const holder = { claimedBy: held?.claimedBy ?? '', until: held?.until ?? '' };
  if (became.kind === 'refused') return { entryId, outcome: 'refused', ...toldRefusal(became.refusal), ...holder };
  return { entryId, outcome: 'done', ...holder };
};

/** What was done, by the facts of the order; a repeat is answered as the order was. */
const asDone = (
  claims: ReviewClaims,
  order: ReviewClaimOrder,
  facts: readonly ReviewClaimFact[],
): readonly ClaimTold[] => {
  const stored = new Map(facts.map((fact) => [fact.data.entryId, fact]));
  const named =
    order.type === 'ClaimReviews' && order.next !== null
      ? facts.map((fact): ClaimOutcome => ({ entryId: fact.data.entryId, became: { kind: 'done', fact } }))
      : claimOutcomes(claims, order);
  return named.map((one) => {
    const { entryId, became } = one;
    const fact = stored.get(entryId) ?? null;
    if (fact !== null) return toldOf(claims, { entryId, became: { kind: 'done', fact } }, order);
    const lost = became.kind === 'done' && became.fact !== null;
    const refusal = { reason: LOST[order.type], field: 'entryIds' };
    return toldOf(claims, lost ? { entryId, became: { kind: 'refused', refusal } } : one, order);
  });
};

/** Officers tell each other which declared entries they are reviewing, so that two do not do the same. */
export const claimReviews = (ground: Ground, { entries, knowledge }: Ports) => {
  const handle = ground.handler(
    reviewClaimsDecider,
    fieldCodec<ReviewClaimFact>(ground.privacy, sealedOfReviewClaims, { keepsStates: true }),
  );
  const termsOf = async (editionId: string): Promise<EditionTerms> => {
    const terms = await entries.termsOf(editionId, NO_NOMINATOR);
    if (!terms) throw refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' });
    return terms;
  };
  /** Each under the access rule of its own: nobody is handed his own matter. */
  const asReviewable = async (
    found: readonly ReviewableEntry[],
    { caller, now }: CallContext,
  ): Promise<readonly Reviewable[]> => {
    const personId = caller.personId ?? '';
    const grants = await knowledge.grantsOf(personId);
    return found.map(({ entryId, standing, version, organizationPath, answerable }) => {
      const resource = { organizationPath, concerns: answerable };
      const said = decide({ subject: { kind: 'person', personId }, grants, action: ACTION, resource, now });
      return { entryId, standing, version, denied: said.allow ? null : said.reason };
    });
  };
  const named = async (editionId: string, entryIds: readonly string[], call: CallContext) => {
    const refusal = batchRefusal(entryIds, 1);
    if (refusal) throw refused(refusal);
    const found = new Map(
      (await asReviewable(await knowledge.reviewable(editionId, entryIds), call)).map((one) => [one.entryId, one]),
    );
    return {
      known: entryIds.flatMap((entryId) => found.get(entryId) ?? []),
      unknown: entryIds
        .filter((entryId) => !found.has(entryId))
        .map((entryId): ClaimTold => {
          const refusal = toldRefusal({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' });
          return { entryId, outcome: 'refused', ...refusal, claimedBy: '', until: '' };
        }),
    };
  };
  const rehearse = async (order: ReviewClaimOrder): Promise<ClaimAnswer> => {
    const refusal = claimsRefusal(order);
    if (refusal) throw refused(refusal);
    const { state } = await handle.stateOf(reviewClaimsStream(order.terms.editionId));
    const told = claimOutcomes(state, order).map((outcome) => toldOf(state, outcome, order));
    return {
      told: told.map((one) => (one.outcome === 'done' ? { ...one, outcome: 'would-be-done' } : one)),
      position: 0,
    };
  };
  const run = async (order: ReviewClaimOrder, body: object, context: CallContext): Promise<ClaimAnswer> => {
    const stream = reviewClaimsStream(order.terms.editionId);
    const handled = await handle({ stream, order, body, context });
    if (handled.kind === 'refused') throw refused(handled.refusal);
    const { state } = await handle.stateOf(stream);
    return { told: asDone(state, order, handled.facts), position: handled.position };
  };
  const inOrder = (entryIds: readonly string[], { told, position }: ClaimAnswer, unknown: readonly ClaimTold[]) => {
    const all = new Map([...told, ...unknown].map((one) => [one.entryId, one]));
    return { told: entryIds.flatMap((entryId) => all.get(entryId) ?? []), position };
  };
  return {
    claim: async (request: ClaimRequest, call: CallContext): Promise<ClaimAnswer> => {
      const { editionId, entryIds, next, dryRun } = request;
      if (next < 0 || next > BATCH_ENTRIES_MAX || (next > 0 && entryIds.length > 0))
        throw refused({ reason: 'CLAIM_COUNT_INVALID', field: 'next', details: { max: BATCH_ENTRIES_MAX } });
      const terms = await termsOf(editionId);
      const base = { type: 'ClaimReviews', terms, by: byOf(call), now: call.now } as const;
      const send = (order: ReviewClaimOrder): Promise<ClaimAnswer> =>
        dryRun ? rehearse(order) : run(order, { rpc: 'ClaimReviews', editionId, entryIds, next }, call);
      if (next > 0) {
        const waiting = await asReviewable(await knowledge.awaitingReview(editionId), call);
        return send({ ...base, entries: waiting, next });
      }
      const { known, unknown } = await named(editionId, entryIds, call);
      return inOrder(entryIds, await send({ ...base, entries: known, next: null }), unknown);
    },
    release: async (request: ReleaseRequest, call: CallContext): Promise<ClaimAnswer> => {
      const { editionId, entryIds } = request;
      const refusal = batchRefusal(entryIds, 1);
      if (refusal) throw refused(refusal);
      const terms = await termsOf(editionId);
      const order = { type: 'ReleaseReviews', terms, by: byOf(call), now: call.now, entryIds } as const;
      return run(order, { rpc: 'ReleaseReviews', editionId, entryIds }, call);
    },
    takeOver: async (request: TakeOverRequest, call: CallContext): Promise<ClaimAnswer> => {
      const { editionId, entryIds, why, dryRun } = request;
      const terms = await termsOf(editionId);
      const { known, unknown } = await named(editionId, entryIds, call);
      const order = { type: 'TakeOverReviews', terms, by: byOf(call), now: call.now, entries: known, why } as const;
      if (dryRun) return inOrder(entryIds, await rehearse(order), unknown);
      const prose = await ground.privacy.fingerprint(editionKey({ editionId }), { why });
      const body = { rpc: 'TakeOverReviews', editionId, entryIds, prose };
      return inOrder(entryIds, await run(order, body, call), unknown);
    },
  };
};
