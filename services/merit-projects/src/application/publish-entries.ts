import type { CallContext } from '@jiangong/service-host';
import type { EntriesFact } from '../domain/entries/facts.ts';
import { OBJECTION_OUTCOMES, type ObjectionOutcome } from '../domain/entries/objection-facts.ts';
import { unlinkable } from './callers.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EntryHandled } from './nominators-entries.ts';
import type { CampaignKnowledge } from './ports.ts';
import { objectionKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';

export type ReceiveObjection = Readonly<{
  entryId: string;
  objectorName: string;
  objectorContact: string;
  statement: string;
  evidence: readonly string[];
  /** A keyed fingerprint of where it came from, made by the gateway; empty: not known. */
  source: string;
  /** How the objector confirmed it: `code`, or empty for not at all. */
  confirmation: string;
}>;
export type SettleObjection = Readonly<{
  objectionId: string;
  outcome: string;
  answer: string;
  redeclareBy: string;
  reasons: readonly string[];
  proposalId: string;
}>;

export type ReopenObjection = Readonly<{ objectionId: string; proposalId: string; why: string }>;

const isOutcome = (outcome: string): outcome is ObjectionOutcome =>
  (OBJECTION_OUTCOMES as readonly string[]).includes(outcome);

/** Of an accepted order, the fact of a type; undefined when it was refused. */
export const factOf = <T extends EntriesFact['type']>(
  handled: EntryHandled,
  type: T,
): Extract<EntriesFact, { type: T }> | undefined =>
  handled.kind === 'accepted'
    ? handled.facts.find((fact): fact is Extract<EntriesFact, { type: T }> => fact.type === type)
    : undefined;

type Ports = Readonly<{ calls: EntryCalls; knowledge: CampaignKnowledge }>;

/** Public notice and objections. */
export const publishEntries = ({ calls, knowledge }: Ports) => ({
  publish: (request: Readonly<{ entryId: string }>, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { open: { rpc: 'PublishEntry', ...request } }, call, (base) =>
      order({ type: 'PublishEntry', ...base }),
    ),
  /**
   * The objector acts under a pseudonym of this one objection, also when signed in, and its events share no correlation with
   * anything else. In the request hash, who it is and what is said stand as a fingerprint under the objection's own key: a
   * plain hash would let a guess be tried against the log. Which files are named is not looked up: the answer would tell who else
   * has handed in the same one.
   */
  object: async (
    request: ReceiveObjection,
    call: CallContext,
  ): Promise<Readonly<{ objectionId: string; handled: EntryHandled }>> => {
    const { entryId, source, confirmation, ...prose } = request;
    const objectionId = partIdOf(entryId, call.requestId, 'objection');
    const protectedCall = unlinkable(call, {
      kind: 'protected',
      id: partIdOf(entryId, call.requestId, 'objector'),
      organization: null,
      role: null,
      grant: null,
    });
    const sent = { open: { rpc: 'ReceiveObjection', entryId }, prose, key: objectionKey({ objectionId }) };
    const handled = await calls.send(entryId, sent, protectedCall, (base) =>
      order({
        type: 'ReceiveObjection',
        ...base,
        ...{ objectionId, source, channel: 'platform', confirmation: confirmation === 'code' ? 'code' : 'none' },
        ...prose,
      }),
    );
    return { objectionId, handled };
  },
  settle: async ({ answer, ...open }: SettleObjection, call: CallContext): Promise<EntryHandled> => {
    const { objectionId, outcome, reasons } = open;
    const place = await knowledge.objection(objectionId);
    if (!place) return refused('OBJECTION_NOT_FOUND', 'objectionId');
    const redeclareBy = open.redeclareBy === '' ? null : open.redeclareBy;
    const proposalId = open.proposalId === '' ? null : open.proposalId;
    const { reasons: _, ...rest } = open;
    const sent = { open: { rpc: 'SettleObjection', ...rest }, prose: { answer, reasons }, key: objectionKey(open) };
    return calls.sendTo(place, sent, call, (base) =>
      isOutcome(outcome)
        ? order({ type: 'SettleObjection', ...base, objectionId, outcome, answer, redeclareBy, reasons, proposalId })
        : refused('WORD_UNKNOWN', 'outcome'),
    );
  },
  reopen: async ({ why, ...open }: ReopenObjection, call: CallContext): Promise<EntryHandled> => {
    const place = await knowledge.objection(open.objectionId);
    if (!place) return refused('OBJECTION_NOT_FOUND', 'objectionId');
    const sent = { open: { rpc: 'ReopenObjection', ...open }, prose: { why }, key: objectionKey(open) };
    return calls.sendTo(place, sent, call, (base) => order({ type: 'ReopenObjection', ...base, ...open, why }));
  },
});
