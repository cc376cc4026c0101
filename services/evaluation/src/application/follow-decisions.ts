import { type Fact, type Handled, type OrderContext, type Refusal, requestIdOf } from '@jiangong/event-store';
import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { CircularIssued, DecisionAnnulled } from '../domain/decision/taken-facts.ts';
import type { TakenOrder } from '../domain/decision/taken-orders.ts';
import type { Decisions } from './decisions.ts';
import { decidedIdOf, namingIdOf } from './decision-streams.ts';
import { decisionStream, honourStream, namingStream } from './streams.ts';

type Follow = Readonly<{ decisions: Decisions; name: string; fact: PublicFact }>;

const contextOf = ({ decisions, name, fact }: Follow, part: string): OrderContext =>
  decisions.ground.systemContext({
    name,
    requestId: requestIdOf(`${name} ${fact.eventId} ${fact.ordinal} ${part}`),
    correlationId: fact.correlationId,
    causationId: fact.eventId,
    traceparent: fact.traceparent,
  });

/** A refusal is an answer, which stands in the service's log; too much contention comes again. */
const settled = ({ decisions, name, fact }: Follow, handled: Handled<Fact, Refusal>): void => {
  if (handled.kind === 'accepted') return;
  const { reason } = handled.refusal;
  if (reason === 'TOO_MUCH_CONTENTION') throw new Error(`${name}: too much contention after ${fact.type}`);
  decisions.ground.log.warn({ process: name, cause: fact.type, reason }, 'an order did not follow from a fact');
};

/** The private fact that a public one was translated from: the circular's honours stand there whole. */
const causeOf = async <T>({ decisions, fact }: Follow): Promise<T> => {
  const events = await decisions.ground.store.readStream(fact.stream, {
    fromRevision: fact.revision,
    toRevision: fact.revision,
  });
  const [event] = events;
  if (event === undefined) throw new Error(`${fact.stream} has no event ${fact.revision}`);
  return event.data as T;
};

const grantAll = async (follow: Follow): Promise<void> => {
  const { decisions, name } = follow;
  const { roundId, editionId, documentNumber, issuedAt, honours } = await causeOf<CircularIssued['data']>(follow);
  for (const honour of honours) {
    const { honourId } = honour;
    const granted = { ...honour, roundId, editionId, documentNumber, grantedAt: issuedAt };
    const order = { type: 'GrantHonour', now: decisions.ground.clock.now(), granted } as const;
    const context = contextOf(follow, honourId);
    const body = { process: name, honourId };
    settled(follow, await decisions.handleHonour({ stream: honourStream(honourId), order, body, context }));
  }
};

const withdrawAll = async (follow: Follow): Promise<void> => {
  const { decisions, name } = follow;
  const annulled = await causeOf<DecisionAnnulled['data']>(follow);
  const { decisionId, annulledAt, annulledBy, role, proposalId, proposedBy } = annulled;
  for (const honourId of annulled.honourIds) {
    const order = {
      type: 'WithdrawWithDecision',
      now: decisions.ground.clock.now(),
      decisionId,
      annulledAt,
      by: { personId: annulledBy, role },
      proposalId,
      proposedBy,
    } as const;
    const context = contextOf(follow, honourId);
    const body = { process: name, honourId };
    settled(follow, await decisions.handleHonour({ stream: honourStream(honourId), order, body, context }));
  }
};

/** Honours follow from the circular that lists them, and go with the decision that is undone: one process, so in this order. */
export const grantHonours = (decisions: Decisions): ProcessManager => {
  const name = 'grant-honours';
  return {
    name,
    contexts: ['evaluation'],
    handle: async (fact) => {
      if (fact.type === 'evaluation.CircularIssued.v1') await grantAll({ decisions, name, fact });
      if (fact.type === 'evaluation.DecisionAnnulled.v1') await withdrawAll({ decisions, name, fact });
    },
  };
};

/** Takes a decision whose last attestation stands in the log, should the platform have stopped between the two. */
export const completeDecisions = (decisions: Decisions): ProcessManager => {
  const name = 'complete-decisions';
  return {
    name,
    contexts: ['evaluation'],
    handle: async (fact) => {
      if (fact.type !== 'evaluation.MinutesAttested.v1') return;
      const { decisionId, completing } = fact.data as Readonly<{ decisionId: string; completing?: boolean }>;
      if (completing !== true) return;
      const { state } = await decisions.handleDecision.stateOf(decisionStream(decisionId));
      if (state.kind !== 'attested') return;
      const found = await decisions.find(decidedIdOf(state.minutes.roundId, state.minutes.unitId));
      if (found.kind === 'absent' || found.kind === 'refused') return;
      const { taken } = found.decidable;
      if (taken.kind !== 'undecided') return;
      const order = { type: 'TakeDecision', now: decisions.ground.clock.now(), minutes: state.minutes } as const;
      const follow = { decisions, name, fact };
      const body = { process: name, decisionId };
      settled(follow, await decisions.sendTaken(found, order, { body, context: contextOf(follow, decisionId) }));
    },
  };
};

type Objection = Readonly<{ objectionId: string; entryId: string; against?: string; outcome?: string }>;

type Hearing = Readonly<{ now: string; objectionId: string; entryId: string; upheld: boolean }>;

const HEARD: Readonly<Record<string, (hearing: Hearing) => TakenOrder>> = {
  'merit_projects.ObjectionReceived.v1': ({ now, objectionId, entryId }) => ({
    type: 'HearObjection',
    ...{ now, objectionId, entryId },
  }),
  'merit_projects.ObjectionSettled.v1': ({ now, objectionId, upheld }) => ({
    type: 'HearObjectionSettled',
    ...{ now, objectionId, upheld },
  }),
  'merit_projects.ObjectionReopened.v1': ({ now, objectionId }) => ({
    type: 'HearObjectionReopened',
    ...{ now, objectionId },
  }),
};

/** Objections against a result are received where notices are kept; the circular waits for them. */
export const hearObjections = (decisions: Decisions): ProcessManager => {
  const name = 'hear-objections';
  return {
    name,
    contexts: ['merit_projects'],
    handle: async (fact) => {
      const heard = HEARD[fact.type];
      if (heard === undefined) return;
      const { objectionId, entryId, against, outcome } = fact.data as Objection;
      if (against !== 'result') return;
      const roundId = await decisions.known.roundOfEntry(entryId);
      const found = roundId === undefined ? undefined : await decisions.findFor(roundId, entryId);
      if (found === undefined || found.kind === 'absent' || found.kind === 'refused') return;
      const now = decisions.ground.clock.now();
      const order = heard({ now, objectionId, entryId, upheld: outcome?.startsWith('upheld') === true });
      const follow = { decisions, name, fact };
      const body = { process: name, objectionId, order: order.type };
      settled(follow, await decisions.sendTaken(found, order, { body, context: contextOf(follow, objectionId) }));
    },
  };
};

type OfHonour = Readonly<{ honourId: string; seriesId: string; code: string }>;

/** A naming rests on honours: one withdrawn or restored makes it reviewable. Nobody's naming falls by itself. */
export const outdateNamings = (decisions: Decisions): ProcessManager => {
  const name = 'outdate-namings';
  return {
    name,
    contexts: ['evaluation'],
    handle: async (fact) => {
      const withdrawn = fact.type === 'evaluation.HonourWithdrawn.v1';
      if (!withdrawn && fact.type !== 'evaluation.HonourRestored.v1') return;
      const { honourId, seriesId, code } = fact.data as OfHonour;
      const stream = namingStream(namingIdOf(seriesId));
      const { state } = await decisions.handleNaming.stateOf(stream);
      if (state.kind === 'absent' || state.latest.firstPrize !== code) return;
      const because = withdrawn ? ('honour-withdrawn' as const) : ('honour-restored' as const);
      const order = { type: 'OutdateNaming', now: decisions.ground.clock.now(), because, id: honourId } as const;
      const follow = { decisions, name, fact };
      const body = { process: name, honourId, because };
      settled(follow, await decisions.handleNaming({ stream, order, body, context: contextOf(follow, honourId) }));
    },
  };
};
