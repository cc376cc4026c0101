import type { StoredEvent } from '@jiangong/event-store';
import type { Decidable } from '../domain/decision/decidable.ts';
import type { Upward } from '../domain/decision/outcome-table.ts';
import type { RecommendationFact } from '../domain/recommendation/facts.ts';
import type { Outside, RecommendationState } from '../domain/recommendation/state.ts';
import { recommendationIdOf } from './decision-streams.ts';
import type { Decisions } from './decisions.ts';
import { openProse } from './prose-codec.ts';
import { recommendationStream } from './streams.ts';

export type ProposedAct = Readonly<{
  proposalId: string;
  act: string;
  reason: string;
  proposedBy: string;
  role: string;
  proposedAt: string;
  why: string;
}>;

/** `standing`: waiting to be put forward, on its way, or taken back. */
export type RecommendationRead = Readonly<{
  recommendationId: string;
  entryId: string;
  title: string;
  homeId: string;
  rule: string;
  code: string;
  zh: string;
  en: string;
  to: Upward;
  standing: 'waiting' | 'put-forward' | 'taken-back';
  version: number;
  documentNumber: string;
  file: string;
  effectiveOn: string;
  outside: Outside | null;
  proposals: readonly ProposedAct[];
  /** Still among those who are judged: who left since goes nowhere. */
  left: boolean;
}>;

type Proposed = Extract<RecommendationFact, { type: 'ActProposed.v1' }>['data'];

const proposalsOf = async (
  { ground }: Decisions,
  state: RecommendationState,
  events: readonly StoredEvent[],
): Promise<readonly ProposedAct[]> => {
  if (state.kind === 'absent') return [];
  const standing = new Set(state.proposals.map(({ proposalId }) => proposalId));
  return Promise.all(
    events
      .filter(({ type, data }) => type === 'ActProposed.v1' && standing.has((data as Proposed).proposalId))
      .map(async (event): Promise<ProposedAct> => {
        const { proposalId, act, proposedBy, role, proposedAt, terms } = event.data as Proposed;
        const prose = await openProse<{ why: string }>(ground.privacy, event);
        return { proposalId, act, reason: terms.reason, proposedBy, role, proposedAt, why: prose?.why ?? '' };
      }),
  );
};

const standingOf = ({ kind }: RecommendationState): RecommendationRead['standing'] =>
  kind === 'absent' ? 'waiting' : kind;

/** Whom the decision in force over a round recommends, and what became of each, from their own streams. */
export const recommendationsOf =
  (decisions: Decisions) =>
  async (decidable: Decidable): Promise<readonly RecommendationRead[]> => {
    const { taken, outcome, entries } = decidable;
    if (taken.kind === 'undecided') return [];
    const { decisionId, awards } = taken.decision;
    const read = awards.map(async ({ rule, code, entryId }): Promise<readonly RecommendationRead[]> => {
      const table = outcome.find(({ id }) => id === rule);
      if (table?.upTo === undefined || table.gives !== 'recommendation' || entryId === null) return [];
      const recommendationId = recommendationIdOf(decisionId, rule, entryId);
      const stream = recommendationStream(recommendationId);
      const [{ state }, events] = await Promise.all([
        decisions.handleRecommendation.stateOf(stream),
        decisions.ground.store.readStream(stream),
      ]);
      const entry = entries.find((one) => one.entryId === entryId);
      const isKnown = state.kind !== 'absent';
      return [
        {
          ...{ recommendationId, entryId, rule, code, zh: table.zh, en: table.en, to: table.upTo },
          title: isKnown ? state.title : (entry?.title ?? ''),
          homeId: entry?.homeId ?? (isKnown ? state.place.homeId : ''),
          standing: standingOf(state),
          version: isKnown ? state.version : 0,
          documentNumber: isKnown ? state.documentNumber : '',
          file: isKnown ? state.file : '',
          effectiveOn: isKnown ? state.effectiveOn : '',
          outside: state.kind === 'put-forward' ? state.outside : null,
          proposals: await proposalsOf(decisions, state, events),
          left: entry === undefined,
        },
      ];
    });
    return (await Promise.all(read)).flat();
  };
