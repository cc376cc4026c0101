import { type Action, decide } from '@jiangong/access';
import { readThenUpcast } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import { type CallContext, type Ground, refused } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import { claimsRefusal } from '../domain/review-claims/claimable.ts';
import { reviewClaimsDecider } from '../domain/review-claims/decider.ts';
import type { ReviewClaimFact } from '../domain/review-claims/facts.ts';
import { upcastClaim } from '../domain/review-claims/upcast-claims.ts';
import type { Reviewable, ReviewClaimOrder } from '../domain/review-claims/orders.ts';
import { BATCH_ENTRIES_MAX, type BatchEntry, type BatchKnowledge } from './batches.ts';
import { byOf } from './callers.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import { editionKey, sealedOfStoredClaims } from './sealed-fields.ts';
import { reviewClaimsStream } from './streams.ts';
import { asDone, asRehearsed, type ClaimAnswer, unknownEntry } from './told-claims.ts';

export type ReviewableEntry = BatchEntry & Readonly<{ standing: string; version: number }>;

export interface ClaimKnowledge {
  /** The named entries of the edition, as far as there are any. */
  reviewable(editionId: string, entryIds: readonly string[]): Promise<readonly ReviewableEntry[]>;
  /** Those that stand declared, in the order in which they came. */
  awaitingReview(editionId: string): Promise<readonly ReviewableEntry[]>;
}

type Named = Readonly<{ editionId: string; entryIds: readonly string[] }>;
/** `next`: so many of those that nobody has claimed; 0: the named ones. */
export type ClaimRequest = Named & Readonly<{ next: number; dryRun: boolean }>;
export type TakeOverRequest = Named & Readonly<{ why: string; dryRun: boolean }>;

type Knowledge = ClaimKnowledge & BatchKnowledge;

/** Whoever may review an entry may claim it. */
const ACTION: Action = 'entry.review';

/** No nominator's own terms are asked for: reviewing knows no late entry. */
const NO_NOMINATOR = '';

const checkNamed = (entryIds: readonly string[]): void => {
  if (entryIds.length === 0 || entryIds.length > BATCH_ENTRIES_MAX || new Set(entryIds).size !== entryIds.length)
    throw refused({ reason: 'BATCH_ENTRIES_INVALID', field: 'entryIds', details: { max: BATCH_ENTRIES_MAX } });
};

/** Each entry under the access rule of its own: nobody is handed his own matter. */
const reviewableBy = (knowledge: Knowledge) => {
  const judged = async (
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
  return {
    waiting: async (editionId: string, call: CallContext): Promise<readonly Reviewable[]> =>
      judged(await knowledge.awaitingReview(editionId), call),
    named: async ({ editionId, entryIds }: Named, call: CallContext): Promise<readonly Reviewable[]> => {
      checkNamed(entryIds);
      const found = await judged(await knowledge.reviewable(editionId, entryIds), call);
      const known = new Map(found.map((one) => [one.entryId, one]));
      return entryIds.flatMap((entryId) => known.get(entryId) ?? []);
    },
  };
};

/** The claims of an edition: an order is sent to them, or only rehearsed. */
const editionClaims = (ground: Ground) => {
  const handle = ground.handler(
    reviewClaimsDecider,
    readThenUpcast(
      fieldCodec<ReviewClaimFact>(ground.privacy, sealedOfStoredClaims, { keepsStates: true }),
      upcastClaim,
    ),
  );
  return {
    rehearse: async (order: ReviewClaimOrder): Promise<ClaimAnswer> => {
      const refusal = claimsRefusal(order);
      if (refusal) throw refused(refusal);
      const { state } = await handle.stateOf(reviewClaimsStream(order.terms.editionId));
      return { told: asRehearsed(state, order), position: 0 };
    },
    send: async (order: ReviewClaimOrder, body: object, context: CallContext): Promise<ClaimAnswer> => {
      const stream = reviewClaimsStream(order.terms.editionId);
      const handled = await handle({ stream, order, body: { rpc: order.type, ...body }, context });
      if (handled.kind === 'refused') throw refused(handled.refusal);
      const { state } = await handle.stateOf(stream);
      return { told: asDone(state, order, handled.facts), position: handled.position };
    },
  };
};

/** The answer in the order asked; what is no entry of the edition is told to be none. */
const inOrder = (entryIds: readonly string[], { told, position }: ClaimAnswer): ClaimAnswer => {
  const known = new Map(told.map((one) => [one.entryId, one]));
  return { told: entryIds.map((entryId) => known.get(entryId) ?? unknownEntry(entryId)), position };
};

/** Officers tell each other which declared entries they are reviewing, so that two do not do the same. */
export const claimReviews = (
  ground: Ground,
  { entries, knowledge }: Readonly<{ entries: NominatorsEntries; knowledge: Knowledge }>,
) => {
  const claims = editionClaims(ground);
  const reviewable = reviewableBy(knowledge);
  const baseOf = async (editionId: string, call: CallContext) => {
    const terms: EditionTerms | undefined = await entries.termsOf(editionId, NO_NOMINATOR);
    if (!terms) throw refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' });
    return { terms, by: byOf(call), now: call.now };
  };
  return {
    claim: async ({ dryRun, ...asked }: ClaimRequest, call: CallContext): Promise<ClaimAnswer> => {
      const { editionId, entryIds, next } = asked;
      if (next < 0 || next > BATCH_ENTRIES_MAX || (next > 0 && entryIds.length > 0))
        throw refused({ reason: 'CLAIM_COUNT_INVALID', field: 'next', details: { max: BATCH_ENTRIES_MAX } });
      const base = await baseOf(editionId, call);
      const order: ReviewClaimOrder = {
        ...{ type: 'ClaimReviews', ...base, next: next > 0 ? next : null },
        entries: next > 0 ? await reviewable.waiting(editionId, call) : await reviewable.named(asked, call),
      };
      const answer = dryRun ? await claims.rehearse(order) : await claims.send(order, asked, call);
      return next > 0 ? answer : inOrder(entryIds, answer);
    },
    release: async (asked: Named, call: CallContext): Promise<ClaimAnswer> => {
      checkNamed(asked.entryIds);
      const base = await baseOf(asked.editionId, call);
      return claims.send({ type: 'ReleaseReviews', ...base, entryIds: asked.entryIds }, asked, call);
    },
    takeOver: async ({ why, dryRun, ...asked }: TakeOverRequest, call: CallContext): Promise<ClaimAnswer> => {
      const base = await baseOf(asked.editionId, call);
      const order: ReviewClaimOrder = {
        ...{ type: 'TakeOverReviews', ...base, why },
        entries: await reviewable.named(asked, call),
      };
      if (dryRun) return inOrder(asked.entryIds, await claims.rehearse(order));
      const prose = await ground.privacy.fingerprint(editionKey(asked), { why });
      return inOrder(asked.entryIds, await claims.send(order, { ...asked, prose }, call));
    },
  };
};
