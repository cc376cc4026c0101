import type { CallContext } from '@jiangong/service-host';
import type { EvidenceFiles } from './evidence-files.ts';
import type { ProjectCalls } from './project-calls.ts';
import { partIdOf } from './streams.ts';
import type { ProjectHandled } from './unit-editions.ts';

export type ConfirmProject = Readonly<{ projectId: string; opinion: string }>;
export type CompleteMilestone = Readonly<{
  projectId: string;
  milestoneId: string;
  completedOn: string;
  evidence: readonly string[];
}>;
export type ReportProgress = Readonly<{ projectId: string; report: string; evidence: readonly string[] }>;
export type FeatureProject = Readonly<{ projectId: string; note: string; link: string }>;
export type DeclareProject = Readonly<{ projectId: string; summary: string; evidence: readonly string[] }>;
export type WithdrawProject = Readonly<{ projectId: string; why: string }>;

/** What a unit does with its project from confirmation to declaration, and the committee's publicity. */
export const deliverProjects = (calls: ProjectCalls, evidence: EvidenceFiles) => ({
  confirm: (request: ConfirmProject, call: CallContext): Promise<ProjectHandled> =>
    calls.send(request.projectId, { rpc: 'ConfirmProject', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'ConfirmProject', ...base, opinion: request.opinion },
    })),
  completeMilestone: (request: CompleteMilestone, call: CallContext): Promise<ProjectHandled> =>
    calls.send(request.projectId, { rpc: 'CompleteMilestone', ...request }, call, async (base) => {
      const refusal = await evidence.missing(request.evidence);
      if (refusal) return { kind: 'refused', refusal };
      const { milestoneId, completedOn } = request;
      return {
        kind: 'order',
        order: { type: 'CompleteMilestone', ...base, milestoneId, completedOn, evidence: request.evidence },
      };
    }),
  report: (request: ReportProgress, call: CallContext): Promise<ProjectHandled> =>
    calls.send(request.projectId, { rpc: 'ReportProgress', ...request }, call, async (base) => {
      const refusal = await evidence.missing(request.evidence);
      if (refusal) return { kind: 'refused', refusal };
      const reportId = partIdOf(request.projectId, call.requestId, 'report');
      return {
        kind: 'order',
        order: { type: 'ReportProgress', ...base, reportId, report: request.report, evidence: request.evidence },
      };
    }),
  feature: (request: FeatureProject, call: CallContext): Promise<ProjectHandled> =>
    calls.send(request.projectId, { rpc: 'FeatureProject', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'FeatureProject', ...base, note: request.note, link: request.link === '' ? null : request.link },
    })),
  declare: (request: DeclareProject, call: CallContext): Promise<ProjectHandled> =>
    calls.send(request.projectId, { rpc: 'DeclareProject', ...request }, call, async (base) => {
      const refusal = await evidence.missing(request.evidence);
      if (refusal) return { kind: 'refused', refusal };
      return {
        kind: 'order',
        order: { type: 'DeclareProject', ...base, summary: request.summary, evidence: request.evidence },
      };
    }),
  withdraw: (request: WithdrawProject, call: CallContext): Promise<ProjectHandled> =>
    calls.send(request.projectId, { rpc: 'WithdrawProject', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'WithdrawProject', ...base, why: request.why },
    })),
});
