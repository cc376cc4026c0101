import { covers, passesThrough } from '@jiangong/access';
import type { CallContext } from '@jiangong/service-host';
import type { Plan } from '../domain/unit-edition/facts.ts';
import type { Editions } from './editions.ts';
import type { BranchPlace, CampaignKnowledge } from './ports.ts';
import type { EntryCalls } from './entry-calls.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { partIdOf, unitEditionStream } from './streams.ts';
import type { EntryHandled, UnitEditions } from './unit-editions.ts';

export type PlanAsked = Readonly<{
  leaderPersonId: string;
  title: string;
  keyTask: string;
  measures: string;
  dueOn: string;
  milestones: readonly Readonly<{ title: string; dueOn: string }>[];
}>;
export type PlanEntry = PlanAsked & Readonly<{ editionId: string; branchId: string }>;
export type ReviseEntry = PlanAsked & Readonly<{ entryId: string; why: string }>;

const PLANNING_KINDS: readonly string[] = ['branch', 'general-branch', 'temporary-branch'];

const planOf = (request: PlanAsked, entryId: string, requestId: string): Plan => {
  const { leaderPersonId, title, keyTask, measures, dueOn } = request;
  const milestones = request.milestones.map((milestone, index) => ({
    milestoneId: partIdOf(`${entryId} ${index}`, requestId, 'milestone'),
    title: milestone.title,
    dueOn: milestone.dueOn,
  }));
  return { leaderPersonId, title, keyTask, measures, dueOn, milestones };
};

type Ports = Readonly<{
  editions: Editions;
  unitEditions: UnitEditions;
  calls: EntryCalls;
  knowledge: CampaignKnowledge;
}>;

/** Planning and revising: the orders that name a branch and a person in charge. */
export const planEntries = ({ editions, unitEditions, calls, knowledge }: Ports) => {
  const leaderRefusal = async (leaderPersonId: string, unitId: string): Promise<ReferenceRefusal | undefined> => {
    const path = await knowledge.personPath(leaderPersonId);
    if (path === undefined) return { reason: 'LEADER_NOT_FOUND', field: 'leaderPersonId' };
    return passesThrough(path, unitId) ? undefined : { reason: 'LEADER_OUTSIDE_UNIT', field: 'leaderPersonId' };
  };
  const branchRefusal = async (
    request: PlanEntry,
    branch: BranchPlace | undefined,
  ): Promise<ReferenceRefusal | undefined> => {
    if (!branch || branch.dissolved || !PLANNING_KINDS.includes(branch.kind))
      return { reason: 'BRANCH_NOT_FOUND', field: 'branchId' };
    if (branch.unitId === null || branch.unitPath === null)
      return { reason: 'BRANCH_NOT_IN_A_UNIT', field: 'branchId' };
    const edition = await editions.read(request.editionId);
    if (edition.kind === 'absent') return { reason: 'EDITION_NOT_FOUND', field: 'editionId' };
    const committee = await knowledge.organization(edition.terms.committeeId);
    if (!committee || !covers(committee.path, branch.unitPath))
      return { reason: 'UNIT_OUTSIDE_EDITION', field: 'branchId' };
    return leaderRefusal(request.leaderPersonId, branch.unitId);
  };
  return {
    plan: async (
      request: PlanEntry,
      call: CallContext,
    ): Promise<Readonly<{ entryId: string; handled: EntryHandled }>> => {
      const { editionId, branchId } = request;
      const branch = await knowledge.branch(branchId);
      const refusal = await branchRefusal(request, branch);
      const unitId = branch?.unitId ?? '';
      const entryId = partIdOf(unitEditionStream(editionId, unitId), call.requestId, 'entry');
      // Without a unit there is no stream to ask: the refusal is final, and nothing was stored that a repeat could find.
      if (refusal && unitId === '') return { entryId, handled: { kind: 'refused', refusal } };
      const handled = await unitEditions.send(
        { editionId, unitId, body: { rpc: 'PlanEntry', ...request }, context: call },
        (terms) =>
          refusal
            ? { kind: 'refused', refusal }
            : {
                kind: 'order',
                order: {
                  type: 'PlanEntry',
                  now: call.now,
                  terms,
                  entryId,
                  branchId,
                  ...planOf(request, entryId, call.requestId),
                },
              },
      );
      return { entryId, handled };
    },
    revise: (request: ReviseEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(request.entryId, { rpc: 'ReviseEntry', ...request }, call, async (base, { unitId }) => {
        const refusal = await leaderRefusal(request.leaderPersonId, unitId);
        if (refusal) return { kind: 'refused', refusal };
        return {
          kind: 'order',
          order: {
            type: 'ReviseEntry',
            ...base,
            ...planOf(request, request.entryId, call.requestId),
            why: request.why,
          },
        };
      }),
  };
};
