import { itemsIn } from '@jiangong/scoring';
import type { CallContext } from '@jiangong/service-host';
import { type ChecklistGround, groundOf } from '../domain/checklist/ground.ts';
import { periodCount } from '../domain/checklist/judged-time.ts';
import { markingFor } from '../domain/checklist/own-items.ts';
import { mayRead, type Reader } from '../domain/checklist/shown.ts';
import { turnsOf } from '../domain/checklist/turns.ts';
import { isOpenIn, stageToName, type SetStage } from '../domain/round/stages.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import { facingIn } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { oversees } from './show-checklist.ts';

type OfItem = Readonly<{ sourceId: string; itemId: string; lastAt: string }>;

/** What one entry's list holds, as the read models know it. */
export type ListCounts = Readonly<{
  findings: readonly (OfItem & Readonly<{ standing: number; answered: number }>)[];
  marks: readonly (OfItem & Readonly<{ period: number; giver: string }>)[];
  closed: number;
  proposals: number;
}>;

export const PROGRESS = ['untouched', 'behind', 'entered', 'closed'] as const;

/** How far one entry's list is, in the items that the reader may read. */
export type ListProgress = Readonly<{
  entryId: string;
  title: string;
  homeId: string;
  track: string;
  /** Whom it is about; empty where it is about nobody in particular. */
  personId: string;
  findings: number;
  answered: number;
  marksWanted: number;
  marksGiven: number;
  periods: number;
  periodsClosed: number;
  proposals: number;
  lastAt: string;
  progress: (typeof PROGRESS)[number];
}>;

type Wanted = Readonly<{ sourceId: string; itemId: string; periods: number; marked: boolean }>;

/** The items that a reader may read, and in how many periods a review is wanted of them. */
const itemsFor = (reader: Reader): readonly Wanted[] =>
  reader.ground.lists.flatMap((open) =>
    open.source.areas.flatMap((area) => {
      const periods = periodCount(open.rules.time, open.rules.parts[area.id] ?? 'round');
      return itemsIn(area, 1)
        .filter(({ id }) => mayRead(open, id, reader))
        .map(({ id, per }) => ({ sourceId: open.source.id, itemId: id, periods, marked: per === null }));
    }),
  );

/** Areas of one part share their periods: they are closed together. */
const periodsOf = ({ ground }: Reader): number => {
  const parts = new Map(
    ground.lists.flatMap(({ rules }) =>
      Object.values(rules.parts).map((part) => [part, periodCount(rules.time, part)] as const),
    ),
  );
  return [...parts.values()].reduce((sum, one) => sum + one, 0);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const progressOf = (
  items: readonly Wanted[],
  { findings, marks, closed }: ListCounts,
  periods: number,
): Pick<ListProgress, 'findings' | 'answered' | 'marksWanted' | 'marksGiven' | 'lastAt' | 'progress'> => {
  const isIn = (one: OfItem, wanted: (item: Wanted) => boolean = () => true): boolean =>
    items.some((item) => item.sourceId === one.sourceId && item.itemId === one.itemId && wanted(item));
  const [found, given] = [findings.filter((one) => isIn(one)), marks.filter((one) => isIn(one))];
  const reviewed = given.filter((one) => one.giver !== 'self' && isIn(one, ({ marked }) => marked));
  const marksGiven = new Set(reviewed.map(({ sourceId, itemId, period }) => `${sourceId} ${itemId} ${period}`)).size;
  const marksWanted = sum(items.filter(({ marked }) => marked).map((item) => item.periods));
  const lastAt = [...found, ...given].reduce((latest, one) => (one.lastAt > latest ? one.lastAt : latest), '');
  const begun = lastAt === '' ? 'untouched' : marksGiven < marksWanted ? 'behind' : 'entered';
  return {
    findings: sum(found.map(({ standing }) => standing)),
    answered: sum(found.map(({ answered }) => answered)),
    ...{ marksWanted, marksGiven, lastAt },
    progress: closed >= periods ? 'closed' : begun,
  };
};

/** What the read models know of the lists of a round: how much they hold, and which of them the caller may open by the access rule. */
export type ListKnowledge = Readonly<{
  counts: (roundId: string) => Promise<(entryId: string) => ListCounts>;
  openable: (roundId: string, call: CallContext) => Promise<(entryId: string) => boolean>;
}>;

/**
 * How far the lists of a round are for the caller: an office sees its own items counted, and entries of which it may read none, or which lie
 * where it may not open them, are left out.
 */
export const checklistProgress =
  (evaluation: Evaluation, { counts: countsIn, openable }: ListKnowledge) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly ListProgress[]> => {
    const [person, counts, mayOpen] = await Promise.all([
      facingIn(evaluation, round, call),
      countsIn(round.roundId),
      openable(round.roundId, call),
    ]);
    const overseer = oversees(round, person);
    return entriesIn(round).flatMap(({ entryId, title, homeId, track, subject }) => {
      const reader: Reader = { ground: groundOf(round, entryId, person, call.now), overseer };
      const items = itemsFor(reader);
      if (items.length === 0 || !(overseer || reader.ground.isSubject || mayOpen(entryId))) return [];
      const counted = counts(entryId);
      const periods = periodsOf(reader);
      return [
        {
          ...{ entryId, title, homeId, track, periods },
          personId: subject.kind === 'person' ? subject.id : '',
          ...progressOf(items, counted, periods),
          periodsClosed: counted.closed,
          proposals: overseer ? counted.proposals : 0,
        },
      ];
    });
  };

/** A list that the caller fills, or by which he is judged. */
export type MyList = Readonly<{
  round: PreparedRound;
  concern: 'office' | 'subject';
  entryId: string;
  title: string;
  hindrance: string;
  /** The own stage that is open, or the one to wait for; null: the round has one window, or the caller the whole of it. */
  stage: SetStage | null;
  findings: number;
}>;

/** Whether somebody with these turns may write now, and which stage is his. */
const standingNow = (
  { hindrance }: ChecklistGround,
  turns: readonly (readonly SetStage[])[],
  now: string,
): Pick<MyList, 'hindrance' | 'stage'> => {
  const isWaiting = turns.length > 0 && !turns.some((stages) => isOpenIn(stages, now));
  const own = turns.flat();
  const open = own.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);
  return {
    hindrance: hindrance ?? (isWaiting ? 'STAGE_NOT_YOURS_NOW' : ''),
    stage: open ?? stageToName(own, now) ?? null,
  };
};

/** Whether the caller marks something of an entry. */
const marksSome = (ground: ChecklistGround): boolean =>
  ground.lists.some((list) =>
    Object.keys(list.rules.owners).some((itemId) => markingFor(list, itemId, ground).length > 0),
  );

/** What of one round's lists concerns the caller. */
export const myListsIn =
  (evaluation: Evaluation, knowledge: ListKnowledge) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly MyList[]> => {
    const person = await facingIn(evaluation, round, call);
    const entries = entriesIn(round).map((entry) => ({
      ...{ entryId: entry.entryId, title: entry.title },
      ground: groundOf(round, entry.entryId, person, call.now),
    }));
    const [first] = entries;
    if (first === undefined) return [];
    const mine = entries.filter(({ ground }) => ground.isSubject);
    const owners = new Set((round.tables.checklists ?? []).flatMap(({ owners: of }) => Object.values(of)));
    const { lists, actsFor } = first.ground;
    const reviewing = lists.flatMap(({ source }) => source.reviews);
    const office =
      actsFor.some(({ party }) => owners.has(party) || reviewing.includes(party)) ||
      entries.some(({ ground }) => marksSome(ground));
    if (!office && mine.length === 0) return [];
    const counts = await knowledge.counts(round.roundId);
    const standing = (entryId: string): number => sum(counts(entryId).findings.map((one) => one.standing));
    const whole = await (office ? checklistProgress(evaluation, knowledge)(round, call) : []);
    return [
      ...(office
        ? [
            {
              ...({ round, concern: 'office', entryId: '', title: '' } as const),
              ...standingNow(first.ground, turnsOf(first.ground).office, call.now),
              findings: sum(whole.map(({ findings }) => findings)),
            },
          ]
        : []),
      ...mine.map(({ entryId, title, ground }) => ({
        ...({ round, concern: 'subject', entryId, title } as const),
        ...standingNow(ground, turnsOf(ground).self, call.now),
        findings: standing(entryId),
      })),
    ];
  };
