import type { CallContext } from '@jiangong/service-host';
import type { EvidenceFiles } from './evidence-files.ts';
import type { CampaignKnowledge } from './ports.ts';
import {
  type Base,
  type Made,
  order,
  type ProblemCalls,
  problemCalls,
  type ProblemHandled,
  type ProblemPorts,
  refused,
} from './problem-calls.ts';
import { partIdOf } from './streams.ts';

export type FoundProblem = Readonly<{
  title: string;
  kind: string;
  severity: string;
  foundOn: string;
  description: string;
  entryId: string;
}>;
export type FindProblem = Readonly<{
  editionId: string;
  organizationId: string;
  source: string;
  problem: FoundProblem;
}>;
export type AssignProblem = Readonly<{ problemId: string; ownerId: string; ownerRole: string; dueOn: string }>;
export type HandOverProblem = AssignProblem & Readonly<{ cause: string; why: string }>;
export type WithDay = Readonly<{ problemId: string; dueOn: string; why: string }>;
export type WithWhy = Readonly<{ problemId: string; why: string }>;
export type WithNote = Readonly<{ problemId: string; note: string }>;
export type AddMeasure = Readonly<{ problemId: string; measure: string; evidence: readonly string[] }>;
export type RemoveMeasure = WithWhy & Readonly<{ measureId: string }>;
export type OfProposal = WithWhy & Readonly<{ proposalId: string }>;

type Ports = ProblemPorts & Readonly<{ evidence: EvidenceFiles }>;

/** Finding: an office does it, or whoever it is about; one id follows from the request. */
const finding = (calls: ProblemCalls, knowledge: CampaignKnowledge) => {
  const find = async (
    rpc: 'FindProblem' | 'AdmitProblem',
    { editionId, organizationId, source, problem }: FindProblem,
    call: CallContext,
  ): Promise<Readonly<{ problemId: string; handled: ProblemHandled }>> => {
    const problemId = calls.idOf(call);
    const { description, entryId, ...what } = problem;
    const open = { editionId, organizationId, source, ...what, entryId };
    const make = async (): Promise<Made> => {
      const place = await calls.placed(editionId, problemId, call);
      if ('kind' in place) return place;
      const refusal = await calls.ownerRefusal(place, { organizationId, role: null, field: 'organizationId' });
      if (refusal) return refusal;
      const entry = entryId === '' ? undefined : await knowledge.entry(entryId);
      if (entryId !== '' && entry?.editionId !== editionId) return refused('ENTRY_NOT_FOUND', 'entryId');
      const of = { organizationId, source, ...what, description, entryId: entryId === '' ? null : entryId };
      return order({ type: 'FindProblem', ...place.base, ...of });
    };
    const handled = await calls.send({ rpc, problemId, open, prose: { description } }, await make(), call);
    return { problemId, handled };
  };
  return {
    find: (request: FindProblem, call: CallContext) => find('FindProblem', request, call),
    admit: (request: Omit<FindProblem, 'source'>, call: CallContext) =>
      find('AdmitProblem', { ...request, source: 'admitted' }, call),
  };
};

/** Who has to solve it until when. */
const assigning = (calls: ProblemCalls) => ({
  assign: async ({ problemId, ...open }: AssignProblem, call: CallContext): Promise<ProblemHandled> => {
    const made = await calls.over(problemId, call, async (place) => {
      const owner = { organizationId: open.ownerId, role: open.ownerRole, field: 'ownerId' };
      return (await calls.ownerRefusal(place, owner)) ?? order({ type: 'AssignProblem', ...place.base, ...open });
    });
    return calls.send({ rpc: 'AssignProblem', problemId, open, prose: {} }, made, call);
  },
  extend: async ({ problemId, dueOn, why }: WithDay, call: CallContext): Promise<ProblemHandled> => {
    const made = await calls.over(problemId, call, ({ base }) =>
      order({ type: 'ExtendDeadline', ...base, dueOn, why }),
    );
    return calls.send({ rpc: 'ExtendProblem', problemId, open: { dueOn }, prose: { why } }, made, call);
  },
  handOver: async ({ problemId, why, ...open }: HandOverProblem, call: CallContext): Promise<ProblemHandled> => {
    const made = await calls.over(problemId, call, async (place) => {
      const owner = { organizationId: open.ownerId, role: open.ownerRole, field: 'ownerId' };
      return (
        (await calls.ownerRefusal(place, owner)) ?? order({ type: 'HandOverProblem', ...place.base, ...open, why })
      );
    });
    return calls.send({ rpc: 'HandOverProblem', problemId, open, prose: { why } }, made, call);
  },
});

/** What its owner does. */
const solving = (calls: ProblemCalls, evidence: EvidenceFiles) => ({
  addMeasure: async (
    { problemId, measure, evidence: files }: AddMeasure,
    call: CallContext,
  ): Promise<Readonly<{ measureId: string; handled: ProblemHandled }>> => {
    const measureId = partIdOf(problemId, call.requestId, 'problem-measure');
    const made = await calls.over(problemId, call, async ({ base }): Promise<Made> => {
      const missing = await evidence.missing(files, null, call);
      if (missing) return { kind: 'refused', refusal: missing };
      return order({ type: 'AddMeasure', ...base, measureId, measure, evidence: files });
    });
    const sent = { rpc: 'AddProblemMeasure', problemId, open: { evidence: files }, prose: { measure } };
    return { measureId, handled: await calls.send(sent, made, call) };
  },
  removeMeasure: async ({ problemId, measureId, why }: RemoveMeasure, call: CallContext): Promise<ProblemHandled> => {
    const made = await calls.over(problemId, call, ({ base }) =>
      order({ type: 'RemoveMeasure', ...base, measureId, why }),
    );
    return calls.send({ rpc: 'RemoveProblemMeasure', problemId, open: { measureId }, prose: { why } }, made, call);
  },
  handIn: async ({ problemId, note }: WithNote, call: CallContext): Promise<ProblemHandled> => {
    const made = await calls.over(problemId, call, ({ base }) => order({ type: 'HandInProblem', ...base, note }));
    return calls.send({ rpc: 'HandInProblem', problemId, open: {}, prose: { note } }, made, call);
  },
  takeBack: async ({ problemId, why }: WithWhy, call: CallContext): Promise<ProblemHandled> => {
    const made = await calls.over(problemId, call, ({ base }) => order({ type: 'TakeBackProblem', ...base, why }));
    return calls.send({ rpc: 'TakeBackProblem', problemId, open: {}, prose: { why } }, made, call);
  },
});

type Judged = Base & Readonly<{ ofOwner: boolean }>;

/** What the office says to it. */
const judging = (calls: ProblemCalls) => {
  const judged = (problemId: string, call: CallContext, make: (base: Judged) => Made): Promise<Made> =>
    calls.over(problemId, call, async ({ base }) => make({ ...base, ofOwner: await calls.isOfOwner(problemId, call) }));
  return {
    close: async ({ problemId, note }: WithNote, call: CallContext): Promise<ProblemHandled> => {
      const made = await judged(problemId, call, (base) => order({ type: 'CloseProblem', ...base, note }));
      return calls.send({ rpc: 'CloseProblem', problemId, open: {}, prose: { note } }, made, call);
    },
    sendBack: async ({ problemId, dueOn, why }: WithDay, call: CallContext): Promise<ProblemHandled> => {
      const made = await judged(problemId, call, (base) => order({ type: 'SendBackProblem', ...base, dueOn, why }));
      return calls.send({ rpc: 'SendBackProblem', problemId, open: { dueOn }, prose: { why } }, made, call);
    },
    reopen: async ({ problemId, dueOn, why }: WithDay, call: CallContext): Promise<ProblemHandled> => {
      const made = await judged(problemId, call, (base) => order({ type: 'ReopenProblem', ...base, dueOn, why }));
      return calls.send({ rpc: 'ReopenProblem', problemId, open: { dueOn }, prose: { why } }, made, call);
    },
    proposeWithdrawal: async (
      { problemId, why }: WithWhy,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: ProblemHandled }>> => {
      const proposalId = partIdOf(problemId, call.requestId, 'proposal');
      const made = await calls.over(problemId, call, ({ base }) =>
        order({ type: 'ProposeWithdrawal', ...base, proposalId, why }),
      );
      const sent = { rpc: 'ProposeProblemWithdrawal', problemId, open: {}, prose: { why } };
      return { proposalId, handled: await calls.send(sent, made, call) };
    },
    rejectWithdrawal: async (
      { problemId, proposalId, why }: OfProposal,
      call: CallContext,
    ): Promise<ProblemHandled> => {
      const made = await calls.over(problemId, call, ({ base }) =>
        order({ type: 'RejectWithdrawal', ...base, proposalId, why }),
      );
      return calls.send(
        { rpc: 'RejectProblemWithdrawal', problemId, open: { proposalId }, prose: { why } },
        made,
        call,
      );
    },
    withdraw: async ({ problemId, proposalId, why }: OfProposal, call: CallContext): Promise<ProblemHandled> => {
      const made = await judged(problemId, call, (base) =>
        order({ type: 'WithdrawProblem', ...base, proposalId, why }),
      );
      return calls.send({ rpc: 'WithdrawProblem', problemId, open: { proposalId }, prose: { why } }, made, call);
    },
  };
};

/** Problems of an edition: found, assigned, solved with evidence, closed by a second person. */
export const problems = (ports: Ports) => {
  const calls = problemCalls(ports);
  return {
    ...finding(calls, ports.knowledge),
    ...assigning(calls),
    ...solving(calls, ports.evidence),
    ...judging(calls),
  };
};
