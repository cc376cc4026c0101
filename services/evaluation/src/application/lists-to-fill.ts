import { type Grant, reaches, reachOf } from '@jiangong/access';
import { localDateOf } from '@jiangong/calendar';
import { type ChecklistItem, itemsIn } from '@jiangong/scoring';
import type { CallContext } from '@jiangong/service-host';
import { type ChecklistGround, groundOf, type OpenList } from '../domain/checklist/ground.ts';
import { daysOf, periodCount } from '../domain/checklist/judged-time.ts';
import { marksIn } from '../domain/checklist/own-items.ts';
import { rightsIn } from '../domain/checklist/shown.ts';
import { stagesOfParty, stagesOfSelf } from '../domain/checklist/turns.ts';
import { isOpenIn } from '../domain/round/stages.ts';
import type { Candidate } from '../domain/round/holders.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import { facingIn } from './change-checklist.ts';
import type { ListCounts } from './checklist-progress.ts';
import type { Evaluation } from './evaluation.ts';

/** Marks that the caller is asked for in lists of one round, in what is open to him now. Findings are asked of nobody: they are what was found. */
export type ToFill = Readonly<{
  round: PreparedRound;
  as: 'office' | 'subject';
  done: number;
  total: number;
  /** When the last stage of these closes, or the round. */
  until: string;
}>;

/** Where an entry stands in the tree, and which periods of its list are closed (`quarter 1`). */
export type ListPlace = Readonly<{ organizationPath: string; closed: readonly string[] }>;

export type FillingKnowledge = Readonly<{
  counts: (roundId: string) => Promise<(entryId: string) => ListCounts>;
  places: (roundId: string) => Promise<ReadonlyMap<string, ListPlace>>;
}>;

type Place = Readonly<{ open: OpenList; item: ChecklistItem; period: number }>;
type One = Readonly<{ ground: ChecklistGround; counted: ListCounts; closed: readonly string[]; now: string }>;

/** Every item that is marked, in each period that has begun and is not closed. */
const markedPlaces = ({ ground: { lists }, closed, now }: One): readonly Place[] => {
  const today = localDateOf(now);
  return lists.flatMap((open) =>
    open.source.areas.flatMap((area) => {
      const { time, parts } = open.rules;
      const part = parts[area.id] ?? 'round';
      return Array.from({ length: periodCount(time, part) }, (_, index) => index + 1)
        .filter((period) => (daysOf(time, part, period)?.first ?? today) <= today)
        .filter((period) => !closed.includes(`${part} ${period}`))
        .flatMap((period) =>
          itemsIn(area, period).flatMap((item) => (item.per === null ? [{ open, item, period }] : [])),
        );
    }),
  );
};

const isGiven = ({ marks }: ListCounts, { open, item, period }: Place, givers: readonly string[]): boolean =>
  marks.some(
    (mark) =>
      mark.sourceId === open.source.id &&
      mark.itemId === item.id &&
      mark.period === period &&
      givers.includes(mark.giver),
  );

type Counted = Readonly<{ done: number; total: number; until: readonly string[] }>;

const counted = (places: readonly Place[], { counted: counts }: One, givers: readonly string[]) => ({
  total: places.length,
  done: places.filter((place) => isGiven(counts, place, givers)).length,
});

/** By the parties that the caller acts for: each marks what it owns, or everything. */
const ofOffice = (one: One): Counted => {
  const { ground, now } = one;
  const parties = ground.actsFor
    .map(({ party }) => party)
    .filter((party) => ground.lists.some((list) => marksIn(list, party)));
  const places = markedPlaces(one).filter(({ open, item }) => rightsIn(open, item, one).reviewable);
  const stages = parties.flatMap((party) => stagesOfParty(ground, party));
  return { ...counted(places, one, parties), until: closingsOf(stages, now) };
};

const ofSelf = (one: One): Counted => {
  const { ground, now } = one;
  const asked = ground.lists.filter((list) => list.source.self && isOpenIn(stagesOfSelf(ground, list), now));
  const places = markedPlaces(one).filter(({ open }) => asked.includes(open));
  const stages = asked.flatMap((list) => stagesOfSelf(ground, list));
  return { ...counted(places, one, ['self']), until: closingsOf(stages, now) };
};

const closingsOf = (
  stages: readonly Readonly<{ opensAt: string; closesAt: string }>[],
  now: string,
): readonly string[] =>
  stages.filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt).map(({ closesAt }) => closesAt);

/** Where the caller may mark at all, by the access rule: over what stands below him, and never in his own matter. */
const reachOfCaller = (
  { personId }: Candidate,
  { parties }: PreparedRound['tables'],
  grants: readonly Grant[],
  now: string,
) => {
  const roles = grants.map(({ role }) => role).filter((role) => parties.some((party) => party.role === role));
  return reachOf({ subject: { kind: 'person', personId }, grants, action: 'checklist.record', roles, now });
};

const together = (round: PreparedRound, as: ToFill['as'], all: readonly Counted[]): readonly ToFill[] => {
  const [done, total] = [all.reduce((sum, one) => sum + one.done, 0), all.reduce((sum, one) => sum + one.total, 0)];
  const ends = round.kind === 'open' ? round.closesAt : '';
  return done < total
    ? [
        {
          round,
          as,
          done,
          total,
          until:
            all
              .flatMap(({ until }) => until)
              .toSorted()
              .at(-1) ?? ends,
        },
      ]
    : [];
};

/** What of one round's lists waits for the caller's marks. */
export const listsToFill =
  (evaluation: Evaluation, { counts, places }: FillingKnowledge) =>
  async (round: PreparedRound, grants: readonly Grant[], call: CallContext): Promise<readonly ToFill[]> => {
    const { now } = call;
    const person = await facingIn(evaluation, round, call);
    const grounds = entriesIn(round).map(({ entryId }) => ({ entryId, ground: groundOf(round, entryId, person, now) }));
    if (!grounds.some(({ ground }) => ground.hindrance === null && (ground.isSubject || ground.actsFor.length > 0)))
      return [];
    const [countsOf, placeOf] = await Promise.all([counts(round.roundId), places(round.roundId)]);
    const reach = reachOfCaller(person, round.tables, grants, now);
    const open = grounds
      .filter(({ ground }) => ground.hindrance === null)
      .map(({ entryId, ground }) => {
        const { organizationPath = '', closed = [] } = placeOf.get(entryId) ?? {};
        return { organizationPath, one: { ground, counted: countsOf(entryId), closed, now } };
      });
    const mine = open.filter(({ organizationPath, one: { ground } }) =>
      reaches(reach, { organizationPath, concerned: ground.answerable.includes(person.personId) }),
    );
    return [
      ...together(
        round,
        'office',
        mine.map(({ one }) => ofOffice(one)),
      ),
      ...together(
        round,
        'subject',
        open.filter(({ one }) => one.ground.isSubject).map(({ one }) => ofSelf(one)),
      ),
    ];
  };
