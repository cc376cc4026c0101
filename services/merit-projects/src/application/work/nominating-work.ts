import { passesThrough, reaches } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { nominatorRefusal, partyRefusal } from '../../domain/by.ts';
import { isActOpen } from '../../domain/edition/terms.ts';
import { standsForVote } from '../../domain/programme.ts';
import { aboutEdition, byOf, dueOf, type ReachOf, type WorkEdition } from './entry-work.ts';
import { NOMINATING } from './work-kinds.ts';

/** A unit or branch of the caller's, and whether it has an entry in the edition. */
export type PutForwardBy = Readonly<{
  editionId: string;
  organizationId: string;
  kind: 'unit' | 'branch';
  organizationPath: string;
  entered: boolean;
}>;

/** For whom each role puts forward. */
const KIND_OF = { 'unit-officer': 'unit', 'branch-secretary': 'branch' } as const;

/** The act in which something is put forward: candidates are proposed. */
const actOf = ({ tables }: WorkEdition): 'propose' | 'declare' => (standsForVote(tables) ? 'propose' : 'declare');

/** Somebody else puts forward in this edition, or nobody does. */
const isOthers = (edition: WorkEdition, role: string): boolean => {
  const { tables } = edition;
  if (standsForVote(tables)) return partyRefusal(edition, byOf(role), 'propose') !== undefined;
  return tables.intake !== 'nominate' || nominatorRefusal(edition, byOf(role)) !== undefined;
};

/** By the calendar, or late: what lets a unit in lets in its branches. */
const isOpenFor = (edition: WorkEdition, path: string, now: string): boolean => {
  const { stages, lateEntries } = edition;
  const late = lateEntries.filter(({ nominatorId }) => passesThrough(path, nominatorId));
  return isActOpen({ stages, lateEntries: late }, actOf(edition), now);
};

const lateUntil = (edition: WorkEdition, paths: readonly string[]): readonly string[] =>
  edition.lateEntries
    .filter(({ act, nominatorId }) => act === actOf(edition) && paths.some((path) => passesThrough(path, nominatorId)))
    .map(({ untilAt }) => untilAt);

/** Units or branches that have put nothing forward yet, while nominating is open to them. */
export const nominatingWork = (
  editions: readonly WorkEdition[],
  found: readonly PutForwardBy[],
  reach: ReachOf,
  now: string,
): readonly WorkItem[] =>
  editions.flatMap((edition) =>
    NOMINATING.flatMap((role) => {
      if (isOthers(edition, role)) return [];
      const mine = found.filter(
        (one) =>
          one.editionId === edition.editionId &&
          one.kind === KIND_OF[role] &&
          isOpenFor(edition, one.organizationPath, now) &&
          reaches(reach('entry.nominate', role), { ...one, concerned: false }),
      );
      const done = mine.filter(({ entered }) => entered).length;
      if (done === mine.length) return [];
      const waiting = mine.filter(({ entered }) => !entered).map(({ organizationPath }) => organizationPath);
      const until = [dueOf(edition, actOf(edition), [actOf(edition)], now), ...lateUntil(edition, waiting)];
      const dueAt = until.filter((at) => at > now).toSorted()[0] ?? '';
      return [{ kind: 'nominate-entries', role, ...aboutEdition(edition), dueAt, done, total: mine.length }];
    }),
  );
