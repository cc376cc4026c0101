import { covers } from '@jiangong/access';
import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import type { Plan, Subject } from '../domain/entries/facts.ts';
import { broughtOf, type Brought } from '../domain/entries/bringing.ts';
import { entryOf } from '../domain/entries/state.ts';
import { TAKING_PART } from '../domain/entries/taking-part.ts';
import { type EditionTerms, isActOpen } from '../domain/edition/terms.ts';
import { byOf } from './callers.ts';
import type { Editions } from './editions.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { PeopleNamed } from './people-named.ts';
import type { BranchPlace, CampaignKnowledge, EntryPlace } from './ports.ts';
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
/** What whoever stands on a roll means to do: all of it. */
export type PlanMilestones = Readonly<{
  entryId: string;
  milestones: readonly Readonly<{ title: string; dueOn: string }>[];
}>;
export type ConfirmEntry = Readonly<{ entryId: string; opinion: string }>;

export type PlanStanding = Readonly<{
  brought: Brought;
  mayPlan: boolean;
  mayDeliver: boolean;
  planUntil: string;
  deliverUntil: string;
}>;

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
  privacy: KeyVault;
}>;

/** Planning, revising and confirming: the orders that name a branch and people in charge. */
export const planEntries = ({ editions, entries, calls, knowledge, people, privacy }: Ports) => {
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
    /** The same words for the same day are the same promise: its id follows from them by a keyed fingerprint, for the words are sealed. */
    planOwn: async ({ entryId, milestones }: PlanMilestones, call: CallContext): Promise<EntryHandled> => {
      const key = dossierKey({ entryId });
      const made = await Promise.all(
        milestones.map(async ({ title, dueOn }) => ({
          ...{ title, dueOn },
          milestoneId: partIdOf(`${entryId} ${dueOn}`, await privacy.fingerprint(key, { title }), 'milestone'),
        })),
      );
      const open = { rpc: 'PlanMilestones', entryId, dueOn: milestones.map(({ dueOn }) => dueOn) };
      const prose = { titles: milestones.map(({ title }) => title) };
      return calls.send(entryId, { open, prose }, call, (base) =>
        order({ type: 'PlanMilestones', ...base, milestones: made }),
      );
    },
    /** How far a plan on a roll is, and what its owner may do now; undefined: it takes no part any more. */
    standingOf: async (
      { entryId, editionId, nominatorId }: EntryPlace,
      now: string,
    ): Promise<PlanStanding | undefined> => {
      const terms = await entries.termsOf(editionId, nominatorId);
      const entry = entryOf((await entries.read(editionId, nominatorId)).state, entryId);
      if (terms === undefined || entry === undefined || !TAKING_PART.includes(entry.standing.kind)) return undefined;
      const endOf = (act: 'plan' | 'deliver'): string =>
        terms.stages
          .filter((stage) => stage.act === act)
          .map(({ closesAt }) => closesAt)
          .toSorted()
          .at(-1) ?? '';
      return {
        brought: broughtOf(entry, terms, now) ?? 'awaited',
        mayPlan: isActOpen(terms, 'plan', now),
        mayDeliver: isActOpen(terms, 'deliver', now),
        planUntil: endOf('plan'),
        deliverUntil: endOf('deliver'),
      };
    },
    confirm: ({ entryId, opinion }: ConfirmEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(entryId, { open: { rpc: 'ConfirmEntry', entryId }, prose: { opinion } }, call, (base) =>
        order({ type: 'ConfirmEntry', ...base, opinion }),
      ),
  };
};
