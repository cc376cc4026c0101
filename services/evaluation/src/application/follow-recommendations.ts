import { requestIdOf } from '@jiangong/event-store';
import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { DecisionAnnulled, DecisionTaken } from '../domain/decision/taken-facts.ts';
import { recommendationIdOf } from './decision-streams.ts';
import type { Decisions } from './decisions.ts';
import { recommendationStream } from './streams.ts';

const NAME = 'recommendations-follow-decisions';

type Following = Readonly<{ decisions: Decisions; fact: PublicFact }>;
type Annulled = DecisionAnnulled['data'];

const takeBack = async (
  { decisions, fact }: Following,
  recommendationId: string,
  annulled: Annulled,
): Promise<void> => {
  const { decisionId, annulledAt, annulledBy, role, proposalId, proposedBy } = annulled;
  const context = decisions.ground.systemContext({
    name: NAME,
    requestId: requestIdOf(`${NAME} ${fact.eventId} ${fact.ordinal} ${recommendationId}`),
    correlationId: fact.correlationId,
    causationId: fact.eventId,
    traceparent: fact.traceparent,
  });
  const order = {
    type: 'TakeBackWithDecision',
    now: context.now,
    by: { personId: annulledBy, role },
    ...{ decisionId, annulledAt, proposalId, proposedBy },
  } as const;
  const body = { process: NAME, recommendationId };
  const stream = recommendationStream(recommendationId);
  const handled = await decisions.handleRecommendation({ stream, order, body, context });
  if (handled.kind === 'refused') throw new Error(`${NAME} after ${fact.type}: ${handled.refusal.reason}`);
};

/** What the stream that is decided upon says of one of its decisions. */
const storyOf = async ({ decisions }: Following, stream: string, decisionId: string) => {
  const events = await decisions.ground.store.readStream(stream);
  const of = <F extends DecisionTaken | DecisionAnnulled>(type: F['type']): F['data'] | undefined =>
    events
      .filter((event) => event.type === type)
      .map(({ data }) => data as F['data'])
      .find((data) => data.decisionId === decisionId);
  return { taken: of<DecisionTaken>('DecisionTaken.v1'), annulled: of<DecisionAnnulled>('DecisionAnnulled.v1') };
};

const withDecision = async (following: Following, decisionId: string): Promise<void> => {
  const { taken, annulled } = await storyOf(following, following.fact.stream, decisionId);
  if (annulled === undefined) return;
  for (const { gives, rule, entryId } of taken?.awards ?? [])
    if (gives === 'recommendation' && entryId !== null)
      await takeBack(following, recommendationIdOf(decisionId, rule, entryId), annulled);
};

/** Put forward at the very moment at which its decision was annulled. */
const tooLate = async (following: Following): Promise<void> => {
  const { decisions, fact } = following;
  const { roundId, entryId, decisionId, recommendationId } = fact.data as Readonly<Record<string, string>>;
  const found = await decisions.findFor(roundId ?? '', entryId ?? '');
  if (!('stream' in found)) return;
  const { annulled } = await storyOf(following, found.stream, decisionId ?? '');
  if (annulled !== undefined) await takeBack(following, recommendationId ?? '', annulled);
};

/** Recommendations go with the decision that they rest on, as honours do. */
export const takeBackRecommendations = (decisions: Decisions): ProcessManager => ({
  name: NAME,
  contexts: ['evaluation'],
  handle: async (fact) => {
    if (fact.type === 'evaluation.DecisionAnnulled.v1')
      await withDecision({ decisions, fact }, (fact.data as Readonly<{ decisionId: string }>).decisionId);
    if (fact.type === 'evaluation.EntryPutForward.v1') await tooLate({ decisions, fact });
  },
});
