import { type Fact, isRefusal } from '@jiangong/event-store';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import type { Award } from '../../../src/domain/decision/award.ts';
import type { Decided } from '../../../src/domain/decision/taken.ts';
import { recommendationDecider } from '../../../src/domain/recommendation/decider.ts';
import type { RecommendationFact } from '../../../src/domain/recommendation/facts.ts';
import type {
  ProposeRecommendationAct,
  PutForward,
  RecommendationOrder,
  RecordOutsideDecision,
} from '../../../src/domain/recommendation/orders.ts';
import type { RecommendationState } from '../../../src/domain/recommendation/state.ts';
import { DECISION, decidable, FILE, RESULT, rule } from '../decision/example-decidable.ts';

export const NOW = '2021-12-20T02:00:00.000Z';
export const RECOMMENDATION = '60000000-0000-4000-8000-000000000001';
export const OFFICER = { personId: 'officer-1', role: 'committee-officer' };
export const INSPECTOR = { personId: 'inspector-1', role: 'discipline-inspector' };
export const WHY = '有误。';

const upTo = { level: 'province', outside: '省总工会', shown: 'internal' } as const;
const award: Award = {
  ...{ rule: 'named', code: 'mass.person', gives: 'recommendation', entryId: 'entry-a' },
  ...{ holder: { kind: 'project', id: 'project-a' }, rank: null, shared: false, departed: false },
};
export const decided = (over: Partial<Decided> = {}): Decided => ({
  ...{
    decisionId: DECISION,
    basis: 'list',
    resultHash: RESULT,
    minutesNumber: '〔2021〕12号',
    meetingOn: '2021-12-09',
  },
  ...{ takenAt: '2021-12-10T02:00:00.000Z', awards: [award], departures: [], choices: [], exceeding: [] },
  ...{ notice: null, objections: [] },
  ...over,
});
export const chosen = (over: Partial<Decidable> = {}, decision: Partial<Decided> = {}): Decidable =>
  decidable({
    ...{ basis: 'list', phase: null, taken: { kind: 'decided', decision: decided(decision) } },
    outcome: [
      rule({ id: 'named', code: 'mass.person', gives: 'recommendation', pick: { by: 'choice', count: 1 }, upTo }),
      rule({ id: 'honoured', pick: { by: 'choice', count: 1 } }),
    ],
    ...over,
  });

const paper = { documentNumber: '示直工〔2021〕31号', file: FILE, effectiveOn: '2021-12-18' };
export const putForward = (over: Partial<PutForward> = {}): PutForward => ({
  type: 'PutForward',
  ...{
    now: NOW,
    by: OFFICER,
    recommendationId: RECOMMENDATION,
    decidable: chosen(),
    rule: 'named',
    entryId: 'entry-a',
  },
  ...{ version: 2, openObjections: [], dueBy: null },
  ...paper,
  ...over,
});
export const recordOutside = (over: Partial<RecordOutsideDecision> = {}): RecordOutsideDecision => ({
  type: 'RecordOutsideDecision',
  ...{ now: NOW, by: OFFICER, outcome: 'given', level: '省总工会' },
  ...{ documentNumber: '省工〔2021〕9号', file: FILE, effectiveOn: '2021-12-19' },
  ...over,
});
export const correct = (over: object = {}): RecommendationOrder => ({
  ...{ type: 'CorrectPutForward', now: NOW, by: OFFICER, why: WHY, ...paper },
  file: 'e'.repeat(64),
  ...over,
});
export const propose = (
  act: ProposeRecommendationAct['terms']['act'],
  reason: string,
  over: Partial<ProposeRecommendationAct> = {},
): ProposeRecommendationAct => ({
  type: 'ProposeRecommendationAct',
  ...{ now: NOW, by: OFFICER, proposalId: `proposal ${act}`, terms: { act, reason }, why: WHY },
  ...over,
});
export const answer = (
  type: 'RejectRecommendationProposal' | 'CarryOutRecommendationProposal',
  act: string,
  by = INSPECTOR,
): RecommendationOrder => ({ type, now: NOW, by, proposalId: `proposal ${act}`, why: WHY });
export const withDecision: RecommendationOrder = {
  type: 'TakeBackWithDecision',
  ...{
    now: NOW,
    by: INSPECTOR,
    decisionId: DECISION,
    annulledAt: NOW,
    proposalId: 'annulment',
    proposedBy: 'officer-1',
  },
};

export const factsAfter = (...orders: readonly RecommendationOrder[]): readonly RecommendationFact[] => {
  let state: RecommendationState = recommendationDecider.initial;
  const facts: RecommendationFact[] = [];
  for (const order of orders) {
    const made = recommendationDecider.decide(state, order);
    if (isRefusal(made)) throw new Error(`${order.type}: ${made.reason} ${made.field ?? ''}`);
    for (const fact of made) {
      state = recommendationDecider.evolve(state, fact);
      facts.push(fact);
    }
  }
  return facts;
};
export const after = (...orders: readonly RecommendationOrder[]): RecommendationState =>
  factsAfter(...orders).reduce(recommendationDecider.evolve, recommendationDecider.initial);

/** `REASON field`, or the types of the facts that follow. */
export const answered = (state: RecommendationState, order: RecommendationOrder): string => {
  const made = recommendationDecider.decide(state, order);
  return isRefusal(made)
    ? `${made.reason} ${made.field ?? ''}`
    : made.map(({ type }: Fact) => type.replace('.v1', '')).join(' ');
};

const TAKE_BACK = 'TakeBackPutForward';
const UNRECORD = 'WithdrawOutsideDecision';
/** Every fact that there is, in one history. */
export const recommendationFacts = factsAfter(
  putForward(),
  correct(),
  propose(TAKE_BACK, 'own-wish'),
  answer('RejectRecommendationProposal', TAKE_BACK),
  recordOutside(),
  propose(UNRECORD, 'recorded-in-error'),
  answer('CarryOutRecommendationProposal', UNRECORD),
  propose(TAKE_BACK, 'no-longer-fit'),
  answer('CarryOutRecommendationProposal', TAKE_BACK),
);
