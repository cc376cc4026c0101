import { type Handled, isRefusal } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import {
  type ClaimCommendation,
  commendationsDecider,
  type CommendationFact,
  type Commendations,
} from '../domain/policy/commendations.ts';
import type { Bound, Commending, CommendingRefusal } from '../domain/policy/counting.ts';
import { exemptionFor } from '../domain/policy/state.ts';
import * as limits from '../domain/limits.ts';
import type { Editions } from './editions.ts';
import type { PoliciesOf } from './policies.ts';
import type { CommendingTold, PolicyKnowledge } from './ports.ts';
import { commendationsStream } from './streams.ts';

/** An edition that a committee is about to open. */
export type Commends = Commending & Readonly<{ committeeId: string; templateId: string }>;

type Refused = Extract<Handled<CommendationFact, CommendingRefusal>, { kind: 'refused' }>;
type Ports = Readonly<{
  editions: Editions;
  policies: PoliciesOf;
  knowledge: PolicyKnowledge;
}>;

/** Whether an edition is one of those that a policy counts: given up it is not, nor once it has ended and nobody holds an honour of it. */
export const counts = ({ state, honoursStand }: Pick<CommendingTold, 'state' | 'honoursStand'>): boolean =>
  state === 'open' || (state === 'closed' && honoursStand);

const plain = ({ editionId, year, awards }: Commending): Commending => ({ editionId, year, awards });

const MINUTE_MS = 60_000;

/** Policies of the committees above, as they hold for this opening. */
const boundsBy =
  ({ policies, knowledge }: Omit<Ports, 'editions'>) =>
  async ({ committeeId, year, templateId }: Commends): Promise<readonly Bound[]> => {
    const above = await knowledge.policiesAbove(committeeId);
    const found = await Promise.all(
      above.map(async ({ committeeId: setBy, steps }): Promise<readonly Bound[]> => {
        const state = await policies.stateOf(setBy);
        if (state.standing === null) return [];
        const { version, tables } = state.standing;
        const rule = tables.binds.find(({ stepsBelow }) => stepsBelow === steps);
        const theirs = tables.namesUnlike ? (await knowledge.commendingOf([setBy])).filter(counts) : [];
        const exemption = exemptionFor(state, { boundId: committeeId, year, templateId });
        return [
          {
            ...{ committeeId: setBy, version, cycleYears: tables.cycleYears, above: theirs.map(plain) },
            quota: rule === undefined ? null : { commendations: rule.commendations, years: rule.years },
            exemptionId: exemption?.exemptionId ?? null,
          },
        ];
      }),
    );
    return found.flat();
  };

/**
 * Takes the place of an edition that commends, where a committee above has set how many there may be; answers only when it is refused.
 * The committee's own stream decides: of two that are opened at once, one gets the last place. What was opened before the policy, or
 * before anything was claimed, is told by the read model.
 */
export const claimCommendations = (ground: Ground, { editions, policies, knowledge }: Ports) => {
  const handle = ground.handler(commendationsDecider);

  const boundsOf = boundsBy({ policies, knowledge });

  /** Whether a place that was taken is free again, as the edition's own stream says. */
  const isGone = async (
    { editionId, claimedAt }: Commendations['claims'][number],
    told: readonly CommendingTold[],
    now: string,
  ): Promise<boolean> => {
    const { kind } = await editions.read(editionId);
    if (kind === 'absent') return Date.parse(now) - Date.parse(claimedAt) > limits.UNOPENED_CLAIM_MINUTES * MINUTE_MS;
    const honoursStand = told.find((one) => one.editionId === editionId)?.honoursStand ?? false;
    return !counts({ state: kind, honoursStand });
  };

  /** The committee's claims as they stand, and the order over them; undefined: nobody above binds it. */
  const asked = async (commends: Commends, now: string) => {
    if (commends.awards.length === 0) return undefined;
    const bounds = await boundsOf(commends);
    if (bounds.length === 0) return undefined;
    const { committeeId } = commends;
    const { state } = await handle.stateOf(commendationsStream(committeeId));
    const told = await knowledge.commendingOf([committeeId]);
    const gone = await Promise.all(
      state.claims.map(async (claim) => ((await isGone(claim, told, now)) ? [claim.editionId] : [])),
    );
    const others = told.filter(counts).map(plain);
    const order: ClaimCommendation = {
      ...{ type: 'ClaimCommendation', now, committeeId, asked: plain(commends), bounds, others, gone: gone.flat() },
    };
    return { state, order };
  };

  return {
    claim: async (commends: Commends, call: CallContext): Promise<Refused | undefined> => {
      const found = await asked(commends, call.now);
      if (!found) return undefined;
      const { committeeId, ...edition } = commends;
      const handled = await handle({
        stream: commendationsStream(committeeId),
        order: found.order,
        body: { order: 'ClaimCommendation', ...edition },
        context: call,
      });
      return handled.kind === 'refused' ? handled : undefined;
    },
    /** What the rule book would say, nothing stored. */
    foresee: async (commends: Commends, now: string): Promise<CommendingRefusal | undefined> => {
      const found = await asked(commends, now);
      if (!found) return undefined;
      const decision = commendationsDecider.decide(found.state, found.order);
      return isRefusal(decision) ? decision : undefined;
    },
  };
};

export type CommendationClaims = ReturnType<typeof claimCommendations>;
