import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { CorrectionTerms, NamingFact } from '../domain/naming/facts.ts';
import type { NamingRefusal } from '../domain/naming/refusals.ts';
import { namingIdOf } from './decision-streams.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { sentBy } from './evaluation.ts';
import { openProse, proseKey } from './prose-codec.ts';
import type { Outcome } from './reasons.ts';
import { namingStream } from './streams.ts';

export type ProposeCorrectionRequest = Readonly<{
  seriesId: string;
  organizationId: string;
  change: string;
  why: string;
}>;
export type AnswerCorrectionRequest = Readonly<{ seriesId: string; proposalId: string; why: string }>;
type Answer = Outcome<NamingFact, NamingRefusal>;

/** What somebody proposed to put right of a list, and what became of it; reasons as far as their key is still there. */
export type ShownCorrection = Readonly<{
  proposalId: string;
  organizationId: string;
  change: string;
  state: 'proposed' | 'carried-out';
  proposedBy: string;
  role: string;
  proposedAt: string;
  why: string;
  correctedBy: string;
  correctedAt: string;
  answer: string;
}>;

/** Putting the list of a naming right: proposed by the office, carried out or turned down by somebody else of another role. */
export const correctNaming = ({ ground, handleNaming }: Decisions) => {
  const sentWith = async (call: CallContext, rpc: string, { why, ...request }: { seriesId: string; why: string }) =>
    sentBy(call, rpc, {
      ...request,
      fingerprint: await ground.privacy.fingerprint(proseKey(namingIdOf(request.seriesId)), { why }),
    });
  const stream = (seriesId: string): string => namingStream(namingIdOf(seriesId));
  return {
    propose: async (
      request: ProposeCorrectionRequest,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: Answer }>> => {
      const { seriesId, organizationId, change, why } = request;
      const proposalId = aggregateIdOf(call.requestId, 'proposal');
      const terms = { act: 'CorrectNaming', organizationId, change } as CorrectionTerms;
      const order = { type: 'ProposeCorrection', now: call.now, proposalId, by: actorOf(call), terms, why } as const;
      const sent = await sentWith(call, 'ProposeCorrection', request);
      return { proposalId, handled: await handleNaming({ stream: stream(seriesId), order, ...sent }) };
    },

    carryOut: async (request: AnswerCorrectionRequest, call: CallContext): Promise<Answer> => {
      const { seriesId, proposalId, why } = request;
      const order = { type: 'CorrectNaming', now: call.now, proposalId, by: actorOf(call), why } as const;
      const sent = await sentWith(call, 'CorrectNaming', request);
      return handleNaming({ stream: stream(seriesId), order, ...sent });
    },

    reject: async (request: AnswerCorrectionRequest, call: CallContext): Promise<Answer> => {
      const { seriesId, proposalId, why } = request;
      const order = { type: 'RejectCorrection', now: call.now, proposalId, by: actorOf(call), why } as const;
      const sent = await sentWith(call, 'RejectCorrection', request);
      return handleNaming({ stream: stream(seriesId), order, ...sent });
    },

    /** What was put right of the latest list, and what is proposed. */
    shown: async (seriesId: string): Promise<readonly ShownCorrection[]> => {
      const events = await ground.store.readStream(stream(seriesId));
      const since = events.findLastIndex(({ type }) => type === 'NamingComputed.v1');
      let found: readonly ShownCorrection[] = [];
      for (const event of events.slice(since + 1)) {
        const fact = { type: event.type, data: event.data } as NamingFact;
        const why = (await openProse<{ why: string }>(ground.privacy, event))?.why ?? '';
        if (fact.type === 'ActProposed.v1' && fact.data.terms.act === 'CorrectNaming') {
          const { proposalId, proposedBy, role, proposedAt, terms } = fact.data;
          const { organizationId, change } = terms;
          const given = { proposalId, organizationId, change, proposedBy, role, proposedAt, why };
          found = [...found, { ...given, state: 'proposed', correctedBy: '', correctedAt: '', answer: '' }];
        } else if (fact.type === 'NamingCorrected.v1') {
          const { proposalId, correctedBy, correctedAt } = fact.data;
          const done = { state: 'carried-out', correctedBy, correctedAt, answer: why } as const;
          found = found.map((one) => (one.proposalId === proposalId ? { ...one, ...done } : one));
        } else if (fact.type === 'ProposalRejected.v1') {
          const { proposalId } = fact.data;
          found = found.filter((one) => one.proposalId !== proposalId);
        }
      }
      return found;
    },
  };
};
