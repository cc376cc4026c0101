import type { Award } from '../domain/decision/award.ts';
import type { Decidable } from '../domain/decision/decidable.ts';
import { isShown } from '../domain/decision/shown.ts';
import type { Decisions } from './decisions.ts';

/** Of what was awarded, what everybody who is signed in may read: nothing that is classified now. */
export const shownAwards = async (
  { known }: Decisions,
  { entries, outcome }: Decidable,
  awards: readonly Award[],
): Promise<readonly Award[]> => {
  const homes = entries.map(({ homeId }) => homeId);
  const holders = awards.flatMap(({ holder }) => (holder.kind === 'organization' ? [holder.id] : []));
  const [organizations, hidden] = await Promise.all([
    known.classified([...new Set([...homes, ...holders])]),
    known.classifiedEntries(entries.map(({ entryId }) => entryId)),
  ]);
  // What a holder is to mend is his own matter.
  const mended = new Set(outcome.flatMap(({ id, recheck }) => (recheck?.finding === 'to-rectify' ? [id] : [])));
  return awards.filter(
    (award) => !mended.has(award.rule) && isShown(award, entries, { organizations, entries: hidden }),
  );
};

/** Of what a naming looked at, the same. */
export const shownOrganizations = async <T extends Readonly<{ organizationId: string }>>(
  { known }: Decisions,
  subjects: readonly T[],
): Promise<readonly T[]> => {
  const classified = new Set(await known.classified(subjects.map(({ organizationId }) => organizationId)));
  return subjects.filter(({ organizationId }) => !classified.has(organizationId));
};
