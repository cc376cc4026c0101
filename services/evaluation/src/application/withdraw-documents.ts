import type { ProcessManager } from '@jiangong/messaging';
import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { DecisionAnnulled } from '../domain/decision/taken-facts.ts';
import type { DocumentFact } from '../domain/document/facts.ts';
import type { DocumentRefusal } from '../domain/document/refusals.ts';
import { DOCUMENT_FORMATS, DOCUMENT_KINDS } from '../domain/document/words.ts';
import { decidedIdOf, documentsIdOf } from './decision-streams.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';
import { documentStream } from './streams.ts';

export type WithdrawDocumentRequest = Readonly<{ documentId: string; reason: string; why: string }>;

/** One document that is wrong. */
export const withdrawDocument =
  ({ ground, known, handleDocuments }: Decisions) =>
  async (
    { documentId, reason, why }: WithdrawDocumentRequest,
    call: CallContext,
  ): Promise<Outcome<DocumentFact, DocumentRefusal>> => {
    const documentsId = await known.documentsIdOf(documentId);
    if (documentsId === undefined) return refusal('DOCUMENT_NOT_FOUND', 'documentId');
    const order = { type: 'WithdrawDocument', by: actorOf(call), now: call.now, documentId, reason, why } as const;
    const fingerprint = await ground.privacy.fingerprint(proseKey(documentsId), { why });
    return handleDocuments({
      stream: documentStream(documentsId),
      order,
      ...sentBy(call, 'WithdrawDocument', { documentId, reason, fingerprint }),
    });
  };

type Annulled = DecisionAnnulled['data'];

/** What was made of a circular goes with the decision that it told. */
export const withdrawDocuments = (decisions: Decisions): ProcessManager => {
  const name = 'withdraw-documents';
  const { ground, handleDocuments } = decisions;
  return {
    name,
    contexts: ['evaluation'],
    handle: async (fact) => {
      if (fact.type !== 'evaluation.DecisionAnnulled.v1') return;
      const [event] = await ground.store.readStream(fact.stream, {
        fromRevision: fact.revision,
        toRevision: fact.revision,
      });
      if (event === undefined) throw new Error(`${fact.stream} has no event ${fact.revision}`);
      const { roundId, unitId, decisionId, annulledBy, role, annulledAt } = event.data as Annulled;
      const order = {
        type: 'WithdrawWithDecision',
        decisionId,
        by: { personId: annulledBy, role },
        now: annulledAt,
      } as const;
      for (const kind of DOCUMENT_KINDS)
        for (const format of DOCUMENT_FORMATS) {
          const documentsId = documentsIdOf(decidedIdOf(roundId, unitId), kind, format);
          const stream = documentStream(documentsId);
          const context = ground.systemContext({
            name,
            requestId: requestIdOf(`${name} ${fact.eventId} ${documentsId}`),
            correlationId: fact.correlationId,
            causationId: fact.eventId,
            traceparent: fact.traceparent,
          });
          const handled = await handleDocuments({ stream, order, body: { process: name, decisionId }, context });
          if (handled.kind === 'refused') throw new Error(`${name}: ${handled.refusal.reason}`);
        }
    },
  };
};
