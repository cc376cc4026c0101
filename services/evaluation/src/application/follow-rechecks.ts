import { aggregateIdOf, type OrderContext, requestIdOf, type StoredEvent } from '@jiangong/event-store';
import { localDateOf } from '@jiangong/calendar';
import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { CircularIssued, DecisionAnnulled } from '../domain/decision/taken-facts.ts';
import type { Actor } from '../domain/decision/taken-orders.ts';
import { type Finding, findingsOf, rectifyByOf } from '../domain/honour/findings.ts';
import type { HonourOrder } from '../domain/honour/orders.ts';
import { heirOf } from '../domain/naming/look-at.ts';
import type { Decisions } from './decisions.ts';
import { honourStream } from './streams.ts';

const NAME = 'carry-out-rechecks';

type Following = Readonly<{ decisions: Decisions; fact: PublicFact }>;

const contextOf = ({ decisions, fact }: Following, honourId: string): OrderContext =>
  decisions.ground.systemContext({
    name: NAME,
    requestId: requestIdOf(`${NAME} ${fact.eventId} ${fact.ordinal} ${honourId}`),
    correlationId: fact.correlationId,
    causationId: fact.eventId,
    traceparent: fact.traceparent,
  });

const send = async (following: Following, honourId: string, order: HonourOrder): Promise<void> => {
  const { decisions, fact } = following;
  const body = { process: NAME, honourId };
  const context = contextOf(following, honourId);
  const handled = await decisions.handleHonour({ stream: honourStream(honourId), order, body, context });
  if (handled.kind === 'accepted') return;
  const { reason } = handled.refusal;
  if (reason === 'TOO_MUCH_CONTENTION') throw new Error(`${NAME}: too much contention after ${fact.type}`);
  // Lost or settled meanwhile: an answer, which stands in the service's log.
  decisions.ground.log.warn({ process: NAME, honourId, reason }, 'a recheck changed nothing');
};

const causeOf = async ({ decisions, fact }: Following): Promise<StoredEvent> => {
  const between = { fromRevision: fact.revision, toRevision: fact.revision };
  const [event] = await decisions.ground.store.readStream(fact.stream, between);
  if (event === undefined) throw new Error(`${fact.stream} has no event ${fact.revision}`);
  return event;
};

/** The same for one honour and one decision, however often the circular is heard of. */
const proposalIdOf = (decisionId: string, honourId: string): string =>
  aggregateIdOf(`${decisionId} ${honourId}`, 'proposal');

type Said = Readonly<{ issued: CircularIssued['data']; by: Actor; minutesNumber: string }>;

/**
 * In the name of who issued the circular: an award that is kept, or that is to be mended by a day, is so by the recheck; that one is lost is
 * proposed, for another person of another office to carry out.
 */
const orderOf = ({ recheck, zh, en }: Finding, honourId: string, { issued, by, minutesNumber }: Said): HonourOrder => {
  const { issuedAt: now, decisionId, documentNumber } = issued;
  const effectiveOn = localDateOf(now);
  const text = `经复核：${zh}（会议纪要 ${minutesNumber}，通报 ${documentNumber}）。 / Looked at again: ${en} (minutes ${minutesNumber}, circular ${documentNumber}).`;
  const { finding: outcome } = recheck;
  if (outcome !== 'withdrawn') {
    const rectifyBy = rectifyByOf(recheck, effectiveOn);
    return { type: 'RecheckHonour', now, by, effectiveOn, outcome, rectifyBy, report: text };
  }
  const terms = { act: 'WithdrawHonour', reason: 'recheck-failed', effectiveOn } as const;
  return { type: 'ProposeHonourAct', now, proposalId: proposalIdOf(decisionId, honourId), by, terms, why: text };
};

const carryOut = async (following: Following): Promise<void> => {
  const { decisions } = following;
  const event = await causeOf(following);
  const issued = event.data as CircularIssued['data'];
  const found = await decisions.find(issued.roundId);
  if (found.kind === 'absent' || found.kind === 'refused') return;
  const { taken, outcome, committeeId } = found.decidable;
  // Annulled before it was heard of.
  if (taken.kind !== 'commended' || taken.decision.decisionId !== issued.decisionId) return;
  const { awards, minutesNumber } = taken.decision;
  const findings = findingsOf(outcome, awards);
  if (findings.length === 0) return;
  // Who holds what is read from a table: one that is being built again would forget somebody.
  if (!(await decisions.ground.caughtUp())) throw new Error(`${NAME}: the read model is behind`);
  const codes = [...new Set(findings.map(({ recheck }) => recheck.code))];
  const held = await decisions.known.heldHonours(committeeId, codes, localDateOf(issued.issuedAt));
  const successors = await decisions.known.successors();
  const { id, role } = event.entry.actor;
  const said = { issued, by: { personId: id ?? '', role: role ?? '' }, minutesNumber };
  for (const finding of findings)
    for (const { honourId, holderId, code } of held)
      // What was merged into it held it for it.
      if (code === finding.recheck.code && heirOf(holderId, successors) === heirOf(finding.holderId, successors))
        await send(following, honourId, orderOf(finding, honourId, said));
};

/** What was proposed by a decision that is no more is turned down with it; what was carried out already people restore. */
const takeBack = async (following: Following): Promise<void> => {
  const { decisions } = following;
  const { decisionId, annulledAt, annulledBy, role } = (await causeOf(following)).data as DecisionAnnulled['data'];
  const by = { personId: annulledBy, role };
  const why = '所依据的决定已撤销。 / The decision that it rested on was annulled.';
  for (const { honourId, proposalId } of await decisions.known.honourProposals())
    if (proposalId === proposalIdOf(decisionId, honourId))
      await send(following, honourId, { type: 'RejectHonourProposal', now: annulledAt, proposalId, by, why });
};

/** Awards that were looked at again are kept, to be mended or lost as the circular has made it known. */
export const carryOutRechecks = (decisions: Decisions): ProcessManager => ({
  name: NAME,
  contexts: ['evaluation'],
  handle: async (fact) => {
    if (fact.type === 'evaluation.CircularIssued.v1') await carryOut({ decisions, fact });
    if (fact.type === 'evaluation.DecisionAnnulled.v1') await takeBack({ decisions, fact });
  },
});
