import type { CallContext } from '@jiangong/service-host';
import type { EvidenceFiles } from './evidence-files.ts';
import type { EntryCalls } from './entry-calls.ts';
import { partIdOf } from './streams.ts';
import type { EntryHandled } from './unit-editions.ts';

export type ConfirmEntry = Readonly<{ entryId: string; opinion: string }>;
export type CompleteMilestone = Readonly<{
  entryId: string;
  milestoneId: string;
  completedOn: string;
  evidence: readonly string[];
}>;
export type ReportProgress = Readonly<{ entryId: string; report: string; evidence: readonly string[] }>;
export type FeatureEntry = Readonly<{ entryId: string; note: string; link: string }>;
export type DeclareEntry = Readonly<{ entryId: string; summary: string; evidence: readonly string[] }>;
export type WithdrawEntry = Readonly<{ entryId: string; why: string }>;

/** What a unit does with its entry from confirmation to declaration, and the committee's publicity. */
export const deliverEntries = (calls: EntryCalls, evidence: EvidenceFiles) => ({
  confirm: (request: ConfirmEntry, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'ConfirmEntry', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'ConfirmEntry', ...base, opinion: request.opinion },
    })),
  completeMilestone: (request: CompleteMilestone, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'CompleteMilestone', ...request }, call, async (base) => {
      const refusal = await evidence.missing(request.evidence);
      if (refusal) return { kind: 'refused', refusal };
      const { milestoneId, completedOn } = request;
      return {
        kind: 'order',
        order: { type: 'CompleteMilestone', ...base, milestoneId, completedOn, evidence: request.evidence },
      };
    }),
  report: (request: ReportProgress, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'ReportProgress', ...request }, call, async (base) => {
      const refusal = await evidence.missing(request.evidence);
      if (refusal) return { kind: 'refused', refusal };
      const reportId = partIdOf(request.entryId, call.requestId, 'report');
      return {
        kind: 'order',
        order: { type: 'ReportProgress', ...base, reportId, report: request.report, evidence: request.evidence },
      };
    }),
  feature: (request: FeatureEntry, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'FeatureEntry', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'FeatureEntry', ...base, note: request.note, link: request.link === '' ? null : request.link },
    })),
  declare: (request: DeclareEntry, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'DeclareEntry', ...request }, call, async (base) => {
      const refusal = await evidence.missing(request.evidence);
      if (refusal) return { kind: 'refused', refusal };
      return {
        kind: 'order',
        order: { type: 'DeclareEntry', ...base, summary: request.summary, evidence: request.evidence },
      };
    }),
  withdraw: (request: WithdrawEntry, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'WithdrawEntry', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'WithdrawEntry', ...base, why: request.why },
    })),
});
