import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { isActOpen } from '../domain/edition/terms.ts';
import { broughtOf, type Brought } from '../domain/entries/bringing.ts';
import { entryOf } from '../domain/entries/state.ts';
import { TAKING_PART } from '../domain/entries/taking-part.ts';
import { type EntryCalls, order } from './entry-calls.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { EntryPlace } from './ports.ts';
import { dossierKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';

/** What whoever stands on a roll means to do: all of it. */
export type PlanMilestones = Readonly<{
  entryId: string;
  milestones: readonly Readonly<{ title: string; dueOn: string }>[];
}>;
export type PlanStanding = Readonly<{
  brought: Brought;
  mayPlan: boolean;
  mayDeliver: boolean;
  planUntil: string;
  deliverUntil: string;
}>;

type Ports = Readonly<{ entries: NominatorsEntries; calls: EntryCalls; privacy: KeyVault }>;

/** What whoever stands on a roll promises, and how far that is. */
export const ownPlans = ({ entries, calls, privacy }: Ports) => ({
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
});
