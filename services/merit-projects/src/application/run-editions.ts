import { covers } from '@jiangong/access';
import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { byOf } from './callers.ts';
import type { EditionHandled, Editions } from './editions.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { order, sendEdition } from './edition-calls.ts';
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

export type EndLateEntry = Readonly<{ editionId: string; nominatorId: string; stageId: string; why: string }>;

export type SetReviewList = Readonly<{ editionId: string; items: readonly string[] }>;

type Ports = Readonly<{
  editions: Editions;
  knowledge: CampaignKnowledge;
  years: WorkingYears;
  privacy: KeyVault;
}>;

/** Orders to the calendar of an edition that is open. */
export const runEditions = ({ editions, knowledge, years, privacy }: Ports) => {
  const lateEntryRefusal = async (request: AllowLateEntry): Promise<ReferenceRefusal | undefined> => {
    const edition = await editions.read(request.editionId);
    if (edition.kind === 'absent') return { reason: 'EDITION_NOT_FOUND', field: 'editionId' };
    const nominator = await knowledge.organization(request.nominatorId);
    if (!nominator || nominator.dissolved) return { reason: 'NOMINATOR_NOT_FOUND', field: 'nominatorId' };
    const committee = await knowledge.organization(edition.terms.committeeId);
    return committee && covers(committee.path, nominator.path)
      ? undefined
      : { reason: 'UNIT_OUTSIDE_EDITION', field: 'nominatorId' };
  };
  const send = sendEdition(editions, privacy);
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
    setReviewList: ({ editionId, items }: SetReviewList, call: CallContext): Promise<EditionHandled> => {
      const made = order({ type: 'SetReviewList', now: call.now, by: byOf(call), items });
      return editions.send(editionId, made, { rpc: 'SetReviewList', editionId, items }, call);
    },
    /** Asks for no unit that is there still: also a dissolved one's late entry ends. */
    endLateEntry: (request: EndLateEntry, call: CallContext): Promise<EditionHandled> => {
      const { nominatorId, stageId, why } = request;
      const of = { now: call.now, by: byOf(call) };
      return send('EndLateEntry', request, order({ type: 'EndLateEntry', ...of, nominatorId, stageId, why }), call);
    },
  };
};
