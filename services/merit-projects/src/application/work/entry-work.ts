import { reaches, type Reach } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { type By, nominatorRefusal, partyRefusal } from '../../domain/by.ts';
import { type EditionTerms, isActOpen } from '../../domain/edition/terms.ts';
import { isBringing } from '../../domain/entries/bringing.ts';
import { type Act, trackOf } from '../../domain/programme.ts';
import { ENTRY_STEPS, type EntryStep, NOMINATING } from './work-kinds.ts';

/** An open edition, as far as work depends on it. */
export type WorkEdition = Pick<EditionTerms, 'editionId' | 'committeeId' | 'tables' | 'stages' | 'lateEntries'> &
  Readonly<{ titleZh: string; titleEn: string; committeePath: string }>;

/** Entries of one nominator that stand alike, under one place of the tree: counted, never listed. */
export type EntryGroup = Readonly<{
  editionId: string;
  nominatorId: string;
  track: string;
  standing: string;
  organizationPath: string;
  concerned: boolean;
  /** Of what was returned; else empty. */
  redeclareUntil: string;
  entries: number;
  /** Of them, those that take a place of the quota. */
  placed: number;
  /** Of them, those on a roll that have brought nothing of their own yet. */
  unbrought: number;
  /** Of them, those that a colleague has said to be reviewing. */
  othersReview: number;
}>;

/** Where the caller may do an action, in one role. */
export type ReachOf = (action: string, role: EntryStep['role']) => Reach;

export const byOf = (role: string): By => ({ personId: '', role, organizationId: '' });

/** The template leaves it to another party. */
const isOthers = (edition: WorkEdition, { by, role }: Pick<EntryStep, 'by' | 'role'>): boolean =>
  (by === 'nominator' ? nominatorRefusal(edition, byOf(role)) : partyRefusal(edition, byOf(role), ...by)) !== undefined;

/** The last moment of the act; once that is past, the last of those in which it is possible still. */
export const dueOf = (edition: WorkEdition, due: Act, acts: readonly Act[], now: string): string => {
  const ends = (wanted: readonly Act[]): readonly string[] =>
    edition.stages
      .filter(({ act, closesAt }) => wanted.includes(act) && closesAt > now)
      .map(({ closesAt }) => closesAt);
  return ends([due]).toSorted()[0] ?? ends(acts).toSorted().at(-1) ?? '';
};

export const aboutEdition = ({ editionId, titleZh, titleEn }: WorkEdition) => ({
  ...{ subjectKind: 'edition', subjectId: editionId, editionId, titleZh, titleEn },
});

const sum = (groups: readonly EntryGroup[], of: (group: EntryGroup) => number): number =>
  groups.reduce((total, group) => total + of(group), 0);

const stepWork = (
  step: EntryStep,
  { edition, mine, now }: Readonly<{ edition: WorkEdition; mine: readonly EntryGroup[]; now: string }>,
): readonly WorkItem[] => {
  const standing = step.waiting(edition);
  if (standing === undefined || isOthers(edition, step)) return [];
  if (step.acts.length > 0 && !step.acts.some((act) => isActOpen(edition, act, now))) return [];
  const isReturn = step.kind === 'answer-returns';
  const waiting = mine.filter((group) => group.standing === standing && (!isReturn || group.redeclareUntil > now));
  // What a colleague is reviewing is not left for the caller.
  const left = sum(
    waiting,
    ({ entries, othersReview }) => entries - (step.kind === 'review-entries' ? othersReview : 0),
  );
  if (left === 0) return [];
  const done = sum(
    mine.filter((group) => step.done.some((kind) => kind === group.standing)),
    ({ entries }) => entries,
  );
  const deadlines = waiting.map(({ redeclareUntil }) => redeclareUntil).toSorted();
  const dueAt = isReturn ? (deadlines[0] ?? '') : dueOf(edition, step.due, step.acts, now);
  const total = done + left;
  return [{ kind: step.kind, role: step.role, ...aboutEdition(edition), dueAt, done, total }];
};

/** Places that are free still, of the entries of one nominator that count together; null: no number holds. */
const freeOf = (edition: WorkEdition, groups: readonly EntryGroup[], track: string): number | null => {
  const ownOf = (id: string): number | null => trackOf(edition.tables, id)?.quota ?? null;
  const quota = ownOf(track) ?? edition.tables.quota;
  if (quota === null) return null;
  const together = groups.filter((group) =>
    ownOf(track) === null ? ownOf(group.track) === null : group.track === track,
  );
  return Math.max(0, quota - sum(together, ({ placed }) => placed));
};

const DECLARING = 'entry.declare';

/** Whoever may declare, in one role, and where. */
type Declaring = Readonly<{ role: EntryStep['role']; reach: Reach; now: string }>;

/** What was planned and confirmed, and candidates of branches, whose vote is over once declaring is open. */
const READY: readonly string[] = ['underway', 'proposed'];

/** What a nominator may still declare: what is under way, so far as there are places, while declaring is open to it. */
const declaring = (
  edition: WorkEdition,
  groups: readonly EntryGroup[],
  { role, reach, now }: Declaring,
): readonly WorkItem[] => {
  if (isOthers(edition, { by: 'nominator', role })) return [];
  return [...new Set(groups.map(({ nominatorId }) => nominatorId))].flatMap((nominatorId) => {
    const own = groups.filter((group) => group.nominatorId === nominatorId);
    const late = edition.lateEntries.filter((entry) => entry.nominatorId === nominatorId);
    if (!isActOpen({ stages: edition.stages, lateEntries: late }, 'declare', now)) return [];
    const ready = own.filter((group) => READY.includes(group.standing) && reaches(reach, group));
    const waiting = ready.some(({ track }) => freeOf(edition, own, track) !== 0);
    if (!waiting) return [];
    const done = sum(own, ({ placed }) => placed);
    const free = ready.map(({ track }) => freeOf(edition, own, track) ?? Infinity);
    const open = Math.min(
      sum(ready, ({ entries }) => entries),
      Math.max(...free),
    );
    const until = [dueOf(edition, 'declare', ['declare'], now), ...late.map(({ untilAt }) => untilAt)];
    const dueAt = until.filter((at) => at > now).toSorted()[0] ?? '';
    return [{ kind: 'declare-entries', role, ...aboutEdition(edition), dueAt, done, total: done + open }];
  });
};

/** What those on a roll have still to bring themselves, unit by unit, while declaring is open to it. */
const bringing = (
  edition: WorkEdition,
  groups: readonly EntryGroup[],
  { role, reach, now }: Declaring,
): readonly WorkItem[] => {
  if (!isBringing(edition) || isOthers(edition, { by: ['declare'], role })) return [];
  return [...new Set(groups.map(({ nominatorId }) => nominatorId))].flatMap((nominatorId) => {
    const own = groups.filter((group) => group.nominatorId === nominatorId && reaches(reach, group));
    const late = edition.lateEntries.filter((entry) => entry.nominatorId === nominatorId);
    const left = sum(own, ({ unbrought }) => unbrought);
    if (left === 0 || !isActOpen({ stages: edition.stages, lateEntries: late }, 'declare', now)) return [];
    const total = sum(own, ({ entries }) => entries);
    const until = [dueOf(edition, 'declare', ['declare'], now), ...late.map(({ untilAt }) => untilAt)];
    const dueAt = until.filter((at) => at > now).toSorted()[0] ?? '';
    const about = { ...aboutEdition(edition), dueAt, done: total - left, total };
    return [{ kind: 'declare-entries', role, ...about }];
  });
};

const FOLLOWING = { action: 'edition.allow-late-entry', role: 'committee-officer' } as const;

/** Nominators that the office let in late and that have not acted yet: the one who allowed it sees it run out. */
const following = (
  edition: WorkEdition,
  groups: readonly EntryGroup[],
  reach: Reach,
  now: string,
): readonly WorkItem[] => {
  const late = edition.lateEntries.filter(({ from, untilAt }) => from <= now && now < untilAt);
  if (!reaches(reach, { organizationPath: edition.committeePath, concerned: false })) return [];
  const waiting = late.filter(({ nominatorId, act }) => {
    const own = groups.filter((group) => group.nominatorId === nominatorId);
    if (isBringing(edition) && act === 'declare') return sum(own, ({ unbrought }) => unbrought) > 0;
    return act === 'declare' ? sum(own, ({ placed }) => placed) === 0 : own.length === 0;
  });
  const dueAt = waiting.map(({ untilAt }) => untilAt).toSorted()[0];
  if (dueAt === undefined) return [];
  const [done, total] = [late.length - waiting.length, late.length];
  return [{ kind: 'follow-late-entries', role: FOLLOWING.role, ...aboutEdition(edition), dueAt, done, total }];
};

/** What entries of the open editions wait for from the caller: a line an edition and step. */
export const entryWork = (
  editions: readonly WorkEdition[],
  groups: readonly EntryGroup[],
  reachOf: ReachOf,
  now: string,
): readonly WorkItem[] =>
  editions.flatMap((edition) => {
    const all = groups.filter(({ editionId }) => editionId === edition.editionId);
    const steps = ENTRY_STEPS.flatMap((step) => {
      const reach = reachOf(step.action, step.role);
      return stepWork(step, { edition, mine: all.filter((group) => reaches(reach, group)), now });
    });
    return [
      ...steps,
      ...NOMINATING.flatMap((role) => {
        const acting = { role, reach: reachOf(DECLARING, role), now };
        return [...declaring(edition, all, acting), ...bringing(edition, all, acting)];
      }),
      ...following(edition, all, reachOf(FOLLOWING.action, FOLLOWING.role), now),
    ];
  });
