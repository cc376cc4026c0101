import { covers } from '@jiangong/access';
import type { CallContext } from '@jiangong/service-host';
import type { Plan, Subject } from '../domain/entries/facts.ts';
import type { EditionTerms } from '../domain/edition/terms.ts';
import { byOf } from './callers.ts';
import type { Editions } from './editions.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { PeopleNamed } from './people-named.ts';
import type { BranchPlace, CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { dossierKey } from './sealed-fields.ts';
import { entriesStream, entryIdOf, partIdOf } from './streams.ts';

export type PlanAsked = Readonly<{
  answerable: readonly string[];
  title: string;
  keyTask: string;
  measures: string;
  dueOn: string;
  milestones: readonly Readonly<{ title: string; dueOn: string }>[];
}>;
export type PlanEntry = PlanAsked & Readonly<{ editionId: string; branchId: string; track: string }>;
export type ReviseEntry = PlanAsked & Readonly<{ entryId: string; why: string }>;
export type ConfirmEntry = Readonly<{ entryId: string; opinion: string }>;

const PLANNING_KINDS: readonly string[] = ['branch', 'general-branch', 'temporary-branch'];

const planOf = (request: PlanAsked, entryId: string, requestId: string): Plan & { measures: string } => {
  const { title, keyTask, measures, dueOn } = request;
  const milestones = request.milestones.map((milestone, index) => ({
    milestoneId: partIdOf(`${entryId} ${index}`, requestId, 'milestone'),
    title: milestone.title,
    dueOn: milestone.dueOn,
  }));
  return { title, keyTask, measures, dueOn, milestones };
};

/** The track that is asked for; where none is, the only one of projects. */
export const trackAsked = (terms: EditionTerms | undefined, track: string): string =>
  track === '' ? (terms?.tables.tracks.find(({ kind }) => kind === 'project')?.trackId ?? '') : track;

type Ports = Readonly<{
  editions: Editions;
  entries: NominatorsEntries;
  calls: EntryCalls;
  knowledge: CampaignKnowledge;
  people: PeopleNamed;
}>;

/** Planning, revising and confirming: the orders that name a branch and people in charge. */
export const planEntries = ({ editions, entries, calls, knowledge, people }: Ports) => {
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
    return people.refusal(request.answerable, branch.unitPath);
  };
  return {
    plan: async (
      request: PlanEntry,
      call: CallContext,
    ): Promise<Readonly<{ entryId: string; handled: EntryHandled }>> => {
      const { editionId, branchId, measures, ...open } = request;
      const branch = await knowledge.branch(branchId);
      const refusal = await branchRefusal(request, branch);
      const nominatorId = branch?.unitId ?? '';
      // Of a project the id is made here: what is planned exists nowhere before.
      const subject: Subject = {
        kind: 'project',
        id: partIdOf(entriesStream(editionId, nominatorId), call.requestId, 'project'),
      };
      // Without a unit there is no stream to ask: the refusal is final, and nothing was stored that a repeat could find.
      if (refusal && nominatorId === '') return { entryId: '', handled: { kind: 'refused', refusal } };
      const track = trackAsked(await entries.termsOf(editionId, nominatorId), request.track);
      const entryId = entryIdOf(editionId, track, subject);
      const sent = { open: { rpc: 'PlanEntry', ...open, editionId, branchId }, prose: { measures } };
      const body = await calls.bodyOf({ ...sent, key: dossierKey({ entryId }) }, entryId);
      const handled = await entries.send({ editionId, nominatorId, body, context: call }, (terms) => {
        if (refusal) return { kind: 'refused', refusal };
        const identity = { subject, track, homeId: nominatorId, proposerId: branchId, answerable: request.answerable };
        const plan = planOf(request, entryId, call.requestId);
        return order({ type: 'PlanEntry', now: call.now, by: byOf(call), terms, entryId, ...identity, ...plan });
      });
      return { entryId, handled: await entries.asOfEntry(handled, { entryId, editionId, nominatorId }) };
    },
    revise: ({ measures, why, ...open }: ReviseEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(
        open.entryId,
        { open: { rpc: 'ReviseEntry', ...open }, prose: { measures, why } },
        call,
        async (base, { nominatorId }) => {
          const unit = await knowledge.organization(nominatorId);
          if (!unit) return refused('UNIT_NOT_FOUND', 'entryId');
          const refusal = await people.refusal(open.answerable, unit.path);
          if (refusal) return { kind: 'refused', refusal };
          const plan = planOf({ ...open, measures }, open.entryId, call.requestId);
          return order({ type: 'ReviseEntry', ...base, ...plan, answerable: open.answerable, why });
        },
      ),
    confirm: ({ entryId, opinion }: ConfirmEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(entryId, { open: { rpc: 'ConfirmEntry', entryId }, prose: { opinion } }, call, (base) =>
        order({ type: 'ConfirmEntry', ...base, opinion }),
      ),
  };
};
