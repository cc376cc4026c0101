import { defaultAwardsPlan } from '@jiangong/scoring';
import type { CallContext } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { parseJson } from './json-text.ts';
import { type Outcome, refusal } from './reasons.ts';
import { readScheme } from './read-scheme.ts';
import { roundIdOf } from './streams.ts';

/** `planJson` empty: the default plan. */
export type PrepareRoundRequest = Readonly<{ editionId: string; schemeId: string; planJson: string }>;

type Prepared = Readonly<{ roundId: string; handled: Outcome<RoundFact, RoundRefusal> }>;

/** The scheme is the committee's own, or one of a committee above it. */
export const prepareRound =
  ({ ground, knowledge, sendRound }: Evaluation) =>
  async (request: PrepareRoundRequest, call: CallContext): Promise<Prepared> => {
    const { editionId, schemeId, planJson } = request;
    const roundId = roundIdOf(editionId);
    const edition = await knowledge.edition(editionId);
    if (edition === undefined) return { roundId, handled: refusal('EDITION_NOT_FOUND', 'editionId') };
    const scoring = await knowledge.stage(editionId, 'scoring');
    if (scoring !== undefined && call.now >= scoring.closesAt)
      return { roundId, handled: refusal('SCORING_OVER', 'editionId') };
    const scheme = await readScheme(ground.store, schemeId);
    if (scheme === undefined) return { roundId, handled: refusal('SCHEME_NOT_FOUND', 'schemeId') };
    const { committeeId } = edition;
    if (!(await knowledge.standsAbove(scheme.committeeId, committeeId)))
      return { roundId, handled: refusal('SCHEME_OF_ANOTHER_COMMITTEE', 'schemeId') };
    const plan = planJson === '' ? { kind: 'parsed' as const, value: defaultAwardsPlan } : parseJson(planJson, 'plan');
    if (plan.kind === 'refused') return { roundId, handled: plan };
    const order = {
      kind: 'prepare-round',
      roundId,
      editionId,
      committeeId,
      schemeId,
      scheme: scheme.scheme,
      plan: plan.value,
      now: call.now,
    } as const;
    return {
      roundId,
      handled: await sendRound(roundId, order, sentBy(call, 'PrepareRound', { editionId, schemeId, planJson })),
    };
  };
