import type { Handled, OrderContext } from '@jiangong/event-store';
import type { Decidable } from '../domain/decision/decidable.ts';
import { decisionDecider } from '../domain/decision/decider.ts';
import type { DecisionFact } from '../domain/decision/facts.ts';
import type { TakenFact } from '../domain/decision/taken-facts.ts';
import type { TakenRefusal } from '../domain/decision/refusals.ts';
import type { Actor, TakenOrder } from '../domain/decision/taken-orders.ts';
import { documentsDecider } from '../domain/document/decider.ts';
import type { DocumentFact } from '../domain/document/facts.ts';
import { honourDecider } from '../domain/honour/decider.ts';
import type { HonourFact } from '../domain/honour/facts.ts';
import { decidableNaming } from '../domain/naming/decidable-naming.ts';
import { namingDecider } from '../domain/naming/decider.ts';
import type { NamingFact } from '../domain/naming/facts.ts';
import { recommendationDecider } from '../domain/recommendation/decider.ts';
import type { RecommendationFact } from '../domain/recommendation/facts.ts';
import { talkDecider } from '../domain/talk/decider.ts';
import type { TalkFact } from '../domain/talk/facts.ts';
import { decidableOf } from '../domain/round/decide-decision.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { unitOfEntry } from '../domain/round/decided-part.ts';
import { isClosed, type Round } from '../domain/round/state.ts';
import type { CallContext } from '@jiangong/service-host';
import type { CertificateNumbers, DecisionKnowledge } from './decision-ports.ts';
import { namingStream, roundStream } from './streams.ts';
import type { Evaluation } from './evaluation.ts';
import { proseCodec, proseKey } from './prose-codec.ts';

type Sent = Readonly<{ body: unknown; context: OrderContext; expectedRevision?: number }>;

/** What is decided upon, and in which stream it stands. */
export type Found =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'refused'; refusal: RoundRefusal }>
  | Readonly<{ kind: 'round' | 'naming'; decidable: Decidable; stream: string }>;

/** Who acts: the person of the call, in the role that the access rule found for it. */
export const actorOf = ({ actor }: CallContext): Actor => ({ personId: actor.id ?? '', role: actor.role ?? '' });

const talkHandler = (ground: Evaluation['ground']) =>
  ground.handler(
    talkDecider,
    proseCodec<TalkFact>(ground.privacy, ({ data }) => proseKey(data.talkId)),
  );

/** The rule books of what a body decides, bound to the log beside those of rounds. */
export const decisionsOf = (evaluation: Evaluation, known: DecisionKnowledge, numbers: CertificateNumbers) => {
  const { ground } = evaluation;
  const { privacy } = ground;
  const handleNaming = ground.handler(
    namingDecider,
    proseCodec<NamingFact>(privacy, ({ data }) => proseKey(data.roundId)),
  );
  const handleDecision = ground.handler(
    decisionDecider,
    proseCodec<DecisionFact>(privacy, ({ data }) => proseKey(data.roundId)),
  );
  const handleHonour = ground.handler(
    honourDecider,
    proseCodec<HonourFact>(privacy, ({ data }) => proseKey(data.honourId)),
  );
  const handleRecommendation = ground.handler(
    recommendationDecider,
    proseCodec<RecommendationFact>(privacy, ({ data }) => proseKey(data.recommendationId)),
  );
  const handleDocuments = ground.handler(
    documentsDecider,
    proseCodec<DocumentFact>(privacy, ({ data }) => proseKey(data.documentsId)),
  );
  const inRound = (round: Round, roundId: string, unitId?: string): Found => {
    const decidable = decidableOf(round, unitId);
    if ('reason' in decidable) return { kind: 'refused', refusal: decidable };
    return { kind: 'round', decidable, stream: roundStream(roundId) };
  };
  /** A round, a naming, or the part of a round that one unit's committee decides over: all are decided upon in the same way. */
  const find = async (id: string): Promise<Found> => {
    const { round } = await evaluation.readRound(id);
    if (round.kind !== 'absent') return inRound(round, id);
    const stream = namingStream(id);
    const { state } = await handleNaming.stateOf(stream);
    if (state.kind !== 'absent') return { kind: 'naming', decidable: decidableNaming(state), stream };
    const part = await known.partOf(id);
    if (part === undefined) return { kind: 'absent' };
    return inRound((await evaluation.readRound(part.roundId)).round, part.roundId, part.unitId);
  };
  /** What an entry is decided upon with. */
  const findFor = async (roundId: string, entryId: string): Promise<Found> => {
    const { round } = await evaluation.readRound(roundId);
    const unitId = isClosed(round) ? unitOfEntry(round, entryId) : undefined;
    return unitId === undefined ? find(roundId) : inRound(round, roundId, unitId);
  };
  return {
    ...evaluation,
    known,
    numbers,
    handleDecision,
    handleDocuments,
    handleHonour,
    handleNaming,
    handleRecommendation,
    handleTalk: talkHandler(ground),
    find,
    findFor,
    /** One order for what is decided upon, wherever it stands. */
    sendTaken: (
      { kind, stream }: Extract<Found, { decidable: Decidable }>,
      order: TakenOrder,
      sent: Sent,
    ): Promise<Handled<TakenFact | RoundFact | NamingFact, RoundRefusal | TakenRefusal>> =>
      kind === 'round'
        ? evaluation.sendRound(stream.slice(roundStream('').length), order, sent)
        : (handleNaming({ stream, order, ...sent }) as Promise<Handled<NamingFact, TakenRefusal>>),
  };
};

export type Decisions = ReturnType<typeof decisionsOf>;
