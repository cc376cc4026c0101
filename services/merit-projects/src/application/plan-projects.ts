import type { CallContext } from '@jiangong/service-host';
import type { Plan } from '../domain/unit-edition/facts.ts';
import type { Editions } from './editions.ts';
import type { BranchPlace, CampaignKnowledge } from './ports.ts';
import type { ProjectCalls } from './project-calls.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { partIdOf, unitEditionStream } from './streams.ts';
import type { ProjectHandled, UnitEditions } from './unit-editions.ts';

export type PlanAsked = Readonly<{
  leaderPersonId: string;
  title: string;
  keyTask: string;
  measures: string;
  dueOn: string;
  milestones: readonly Readonly<{ title: string; dueOn: string }>[];
}>;
export type PlanProject = PlanAsked & Readonly<{ editionId: string; branchId: string }>;
export type ReviseProject = PlanAsked & Readonly<{ projectId: string; why: string }>;

const PLANNING_KINDS: readonly string[] = ['branch', 'general-branch', 'temporary-branch'];

const planOf = (request: PlanAsked, projectId: string, requestId: string): Plan => {
  const { leaderPersonId, title, keyTask, measures, dueOn } = request;
  const milestones = request.milestones.map((milestone, index) => ({
    milestoneId: partIdOf(`${projectId} ${index}`, requestId, 'milestone'),
    title: milestone.title,
    dueOn: milestone.dueOn,
  }));
  return { leaderPersonId, title, keyTask, measures, dueOn, milestones };
};

type Ports = Readonly<{
  editions: Editions;
  unitEditions: UnitEditions;
  calls: ProjectCalls;
  knowledge: CampaignKnowledge;
}>;

/** Planning and revising: the orders that name a branch and a person in charge. */
export const planProjects = ({ editions, unitEditions, calls, knowledge }: Ports) => {
  const leaderRefusal = async (leaderPersonId: string, unitId: string): Promise<ReferenceRefusal | undefined> => {
    const path = await knowledge.personPath(leaderPersonId);
    if (path === undefined) return { reason: 'LEADER_NOT_FOUND', field: 'leaderPersonId' };
    return path.includes(`/${unitId}/`) ? undefined : { reason: 'LEADER_OUTSIDE_UNIT', field: 'leaderPersonId' };
  };
  const branchRefusal = async (
    request: PlanProject,
    branch: BranchPlace | undefined,
  ): Promise<ReferenceRefusal | undefined> => {
    if (!branch || branch.dissolved || !PLANNING_KINDS.includes(branch.kind))
      return { reason: 'BRANCH_NOT_FOUND', field: 'branchId' };
    if (branch.unitId === null || branch.unitPath === null)
      return { reason: 'BRANCH_NOT_IN_A_UNIT', field: 'branchId' };
    const edition = await editions.read(request.editionId);
    if (edition.kind === 'absent') return { reason: 'EDITION_NOT_FOUND', field: 'editionId' };
    const committee = await knowledge.organization(edition.terms.committeeId);
    if (!committee || !branch.unitPath.startsWith(committee.path))
      return { reason: 'UNIT_OUTSIDE_EDITION', field: 'branchId' };
    return leaderRefusal(request.leaderPersonId, branch.unitId);
  };
  return {
    plan: async (
      request: PlanProject,
      call: CallContext,
    ): Promise<Readonly<{ projectId: string; handled: ProjectHandled }>> => {
      const { editionId, branchId } = request;
      const branch = await knowledge.branch(branchId);
      const refusal = await branchRefusal(request, branch);
      const unitId = branch?.unitId ?? '';
      const projectId = partIdOf(unitEditionStream(editionId, unitId), call.requestId, 'project');
      // Without a unit there is no stream to ask: the refusal is final, and nothing was stored that a repeat could find.
      if (refusal && unitId === '') return { projectId, handled: { kind: 'refused', refusal } };
      const handled = await unitEditions.send(
        { editionId, unitId, body: { rpc: 'PlanProject', ...request }, context: call },
        (terms) =>
          refusal
            ? { kind: 'refused', refusal }
            : {
                kind: 'order',
                order: {
                  type: 'PlanProject',
                  now: call.now,
                  terms,
                  projectId,
                  branchId,
                  ...planOf(request, projectId, call.requestId),
                },
              },
      );
      return { projectId, handled };
    },
    revise: (request: ReviseProject, call: CallContext): Promise<ProjectHandled> =>
      calls.send(request.projectId, { rpc: 'ReviseProject', ...request }, call, async (base, { unitId }) => {
        const refusal = await leaderRefusal(request.leaderPersonId, unitId);
        if (refusal) return { kind: 'refused', refusal };
        return {
          kind: 'order',
          order: {
            type: 'ReviseProject',
            ...base,
            ...planOf(request, request.projectId, call.requestId),
            why: request.why,
          },
        };
      }),
  };
};
