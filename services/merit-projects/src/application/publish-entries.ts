import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { OBJECTION_OUTCOMES, type ObjectionOutcome, type UnitEditionFact } from '../domain/unit-edition/facts.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { CampaignKnowledge } from './ports.ts';
import { type EntryCalls, unlinkable } from './entry-calls.ts';
import { objectionKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';
import type { EntryHandled } from './unit-editions.ts';

export type ReceiveObjection = Readonly<{
  entryId: string;
  objectorName: string;
  objectorContact: string;
  statement: string;
  evidence: readonly string[];
}>;
export type SettleObjection = Readonly<{
  objectionId: string;
  outcome: string;
  answer: string;
  redeclareBy: string;
  reasons: readonly string[];
}>;

const isOutcome = (outcome: string): outcome is ObjectionOutcome =>
  (OBJECTION_OUTCOMES as readonly string[]).includes(outcome);

/** Of an accepted order, the fact of a type; undefined when it was refused. */
export const factOf = <T extends UnitEditionFact['type']>(
  handled: EntryHandled,
  type: T,
): Extract<UnitEditionFact, { type: T }> | undefined =>
  handled.kind === 'accepted'
    ? handled.facts.find((fact): fact is Extract<UnitEditionFact, { type: T }> => fact.type === type)
    : undefined;

type Ports = Readonly<{
  calls: EntryCalls;
  evidence: EvidenceFiles;
  knowledge: CampaignKnowledge;
  privacy: KeyVault;
}>;

/** Public notice and objections. */
export const publishEntries = ({ calls, evidence, knowledge, privacy }: Ports) => ({
  publish: (request: Readonly<{ entryId: string }>, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'PublishEntry', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'PublishEntry', ...base },
    })),
  /**
   * The objector acts under a pseudonym of this one objection, also when signed in, and its events share no correlation with
   * anything else. In the request hash, who it is and what is said stand as a fingerprint under the objection's own key: a
   * plain hash would let a guess be tried against the log.
   */
  object: async (
    request: ReceiveObjection,
    call: CallContext,
  ): Promise<Readonly<{ objectionId: string; handled: EntryHandled }>> => {
    const { entryId, objectorName, objectorContact, statement } = request;
    const objectionId = partIdOf(entryId, call.requestId, 'objection');
    const protectedCall = unlinkable(call, {
      kind: 'protected',
      id: partIdOf(entryId, call.requestId, 'objector'),
      organization: null,
      role: null,
      grant: null,
    });
    const content = { objectorName, objectorContact, statement, evidence: request.evidence };
    const secret = await privacy.fingerprint(objectionKey({ objectionId }), content);
    const body = { rpc: 'ReceiveObjection', entryId, secret };
    const handled = await calls.send(entryId, body, protectedCall, async (base) => {
      const refusal = await evidence.missing(request.evidence);
      if (refusal) return { kind: 'refused', refusal };
      return {
        kind: 'order',
        order: { type: 'ReceiveObjection', ...base, objectionId, ...content },
      };
    });
    return { objectionId, handled };
  },
  settle: async (request: SettleObjection, call: CallContext): Promise<EntryHandled> => {
    const { objectionId, outcome, answer, reasons } = request;
    const place = await knowledge.objection(objectionId);
    if (!place) return { kind: 'refused', refusal: { reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' } };
    const redeclareBy = request.redeclareBy === '' ? null : request.redeclareBy;
    const secret = await privacy.fingerprint(objectionKey({ objectionId }), { answer });
    return calls.sendTo(
      place,
      { rpc: 'SettleObjection', objectionId, outcome, redeclareBy, reasons, secret },
      call,
      (base) =>
        isOutcome(outcome)
          ? {
              kind: 'order',
              order: { type: 'SettleObjection', ...base, objectionId, outcome, answer, redeclareBy, reasons },
            }
          : { kind: 'refused', refusal: { reason: 'WORD_UNKNOWN', field: 'outcome' } },
    );
  },
});
