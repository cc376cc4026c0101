import type { Checked } from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { EDITION_PROPOSALS, type EditionProposalAct } from '../domain/edition/facts.ts';
import type { EditionOrder } from '../domain/edition/orders.ts';
import { byOf } from './callers.ts';
import type { EditionHandled, Editions } from './editions.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { editionKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';
import type { WorkingYears } from './working-years.ts';

export type RescheduleStage = Readonly<{
  editionId: string;
  stageId: string;
  opensOn: string;
  closesOn: string;
  why: string;
}>;
export type ReopenStage = Readonly<{
  editionId: string;
  stageId: string;
  closesOn: string;
  why: string;
  proposalId: string;
}>;
export type AllowLateEntry = Readonly<{
  editionId: string;
  nominatorId: string;
  stageId: string;
  until: string;
  why: string;
}>;
export type ProposeEditionAct = Readonly<{
  editionId: string;
  act: string;
  stageId: string;
  closesOn: string;
  why: string;
}>;
export type OfEditionProposal = Readonly<{ editionId: string; proposalId: string; why: string }>;

const isProposable = (act: string): act is EditionProposalAct => (EDITION_PROPOSALS as readonly string[]).includes(act);

type Made = Checked<EditionOrder, ReferenceRefusal>;
const order = (made: EditionOrder): Made => ({ kind: 'order', order: made });

type Ports = Readonly<{
  editions: Editions;
  knowledge: CampaignKnowledge;
  years: WorkingYears;
  privacy: KeyVault;
}>;

/** The officer's orders to an edition that is open, and what a second office carries out. */
export const runEditions = ({ editions, knowledge, years, privacy }: Ports) => {
  const lateEntryRefusal = async (request: AllowLateEntry): Promise<ReferenceRefusal | undefined> => {
    const edition = await editions.read(request.editionId);
    if (edition.kind === 'absent') return { reason: 'EDITION_NOT_FOUND', field: 'editionId' };
    const nominator = await knowledge.organization(request.nominatorId);
    if (!nominator || nominator.dissolved) return { reason: 'NOMINATOR_NOT_FOUND', field: 'nominatorId' };
    const committee = await knowledge.organization(edition.terms.committeeId);
    return committee && nominator.path.startsWith(committee.path)
      ? undefined
      : { reason: 'UNIT_OUTSIDE_EDITION', field: 'nominatorId' };
  };
  /** Why it is ordered is prose: sealed in the fact, a fingerprint in the request hash. */
  const send = async (
    rpc: string,
    { why, ...open }: Readonly<{ editionId: string; why: string }>,
    made: Made,
    call: CallContext,
  ): Promise<EditionHandled> => {
    const prose = await privacy.fingerprint(editionKey(open), { why });
    return editions.send(open.editionId, made, { rpc, ...open, prose }, call);
  };
  return {
    reschedule: async (request: RescheduleStage, call: CallContext): Promise<EditionHandled> => {
      const { editionId: _, ...terms } = request;
      const holidays = await years.table();
      const of = { now: call.now, by: byOf(call) };
      return send('RescheduleStage', request, order({ type: 'RescheduleStage', ...of, ...terms, holidays }), call);
    },
    reopen: (request: ReopenStage, call: CallContext): Promise<EditionHandled> => {
      const { stageId, closesOn, why } = request;
      const proposalId = request.proposalId === '' ? null : request.proposalId;
      const of = { now: call.now, by: byOf(call) };
      const made = order({ type: 'ReopenStage', ...of, stageId, closesOn, why, proposalId });
      return send('ReopenStage', request, made, call);
    },
    allowLateEntry: async (request: AllowLateEntry, call: CallContext): Promise<EditionHandled> => {
      const { nominatorId, stageId, until, why } = request;
      const refusal = await lateEntryRefusal(request);
      const of = { now: call.now, by: byOf(call) };
      const made = refusal
        ? ({ kind: 'refused', refusal } as const)
        : order({ type: 'AllowLateEntry', ...of, nominatorId, stageId, until, why });
      return send('AllowLateEntry', request, made, call);
    },
    propose: async (
      request: ProposeEditionAct,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: EditionHandled }>> => {
      const { act, stageId, closesOn, why } = request;
      const proposalId = partIdOf(request.editionId, call.requestId, 'proposal');
      const of = { now: call.now, by: byOf(call) };
      const made: Made = isProposable(act)
        ? order({ type: 'ProposeAct', ...of, proposalId, act, stageId, closesOn, why })
        : { kind: 'refused', refusal: { reason: 'WORD_UNKNOWN', field: 'act' } };
      return { proposalId, handled: await send('ProposeAct', request, made, call) };
    },
    reject: (request: OfEditionProposal, call: CallContext): Promise<EditionHandled> => {
      const { proposalId, why } = request;
      const of = { now: call.now, by: byOf(call) };
      return send('RejectProposal', request, order({ type: 'RejectProposal', ...of, proposalId, why }), call);
    },
    abandon: (request: OfEditionProposal, call: CallContext): Promise<EditionHandled> => {
      const { proposalId, why } = request;
      const of = { now: call.now, by: byOf(call) };
      return send('AbandonEdition', request, order({ type: 'AbandonEdition', ...of, proposalId, why }), call);
    },
    close: (request: Readonly<{ editionId: string }>, call: CallContext): Promise<EditionHandled> =>
      editions.send(
        request.editionId,
        order({ type: 'CloseEdition', now: call.now, by: byOf(call) }),
        { rpc: 'CloseEdition', ...request },
        call,
      ),
  };
};
