import type { Choice } from './award.ts';
import type { Decidable, RankOfEntry } from './decidable.ts';
import type { AwardRule } from './outcome-table.ts';

/** What a rule gives an entry, with how many it was planned for. */
export type Earned = Readonly<{
  rule: AwardRule;
  entryIds: readonly string[];
  planned: number | null;
  open: readonly string[];
  room: number;
}>;

/** Rules that give by rank or choice what entries were put forward for; the others are derived from these. */
export const isOnEntries = ({ to, order }: AwardRule): boolean => to === 'entry' && order.length === 0;

const SHARE_WHOLE = 10_000;

const wholeOf = ({ of }: AwardRule, { entries, result }: Decidable): number =>
  of === 'ranked' ? (result?.ranking.length ?? 0) : entries.length;

const share = (basisPoints: number, whole: number, least: number): number =>
  Math.max(least, Math.floor((whole * basisPoints) / SHARE_WHOLE));

const capped = ({ cap }: AwardRule, count: number, whole: number): number => {
  const shareMax = cap?.share === undefined ? count : share(cap.share, whole, 0);
  return Math.min(count, cap?.count ?? count, shareMax);
};

/** How many a rule is planned for; null: nobody said. */
export const plannedOf = (rule: AwardRule, decidable: Decidable): number | null => {
  const { pick } = rule;
  const whole = wholeOf(rule, decidable);
  switch (pick.by) {
    case 'first':
    case 'next':
    case 'choice':
    case 'last':
      return capped(rule, pick.count, whole);
    case 'first-share':
    case 'next-share':
    case 'last-share':
      return capped(rule, share(pick.share, whole, pick.least ?? 0), whole);
    case 'each':
    case 'at-least':
      return rule.cap === undefined ? null : capped(rule, whole, whole);
  }
};

/** The rules before a `next` one, up to the first of its ladder. */
const ladderOf = (rule: AwardRule, rules: readonly AwardRule[]): readonly AwardRule[] => {
  const above: AwardRule[] = [];
  let pick = rule.pick;
  while (pick.by === 'next' || pick.by === 'next-share') {
    const { after } = pick;
    const before = rules.find(({ id }) => id === after);
    if (before === undefined || above.includes(before)) return above;
    above.push(before);
    pick = before.pick;
  }
  return above;
};

type Edge = Readonly<{ inside: readonly RankOfEntry[]; tied: readonly RankOfEntry[]; room: number }>;

/** Whole groups of equal ones inside the limit, and the group that lies across it. */
const edgeOf = (candidates: readonly RankOfEntry[], limit: number): Edge => {
  const sizes = new Map<number, number>();
  for (const { rank } of candidates) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  const inside: RankOfEntry[] = [];
  for (const rank of [...sizes.keys()].sort((a, b) => a - b)) {
    if (rank > limit) break;
    const group = candidates.filter((one) => one.rank === rank);
    if (rank + group.length - 1 > limit) return { inside, tied: group, room: limit - rank + 1 };
    inside.push(...group);
  }
  return { inside, tied: [], room: 0 };
};

const idsOf = (entries: readonly RankOfEntry[]): readonly string[] => entries.map(({ entryId }) => entryId);

/** By rank up to the limit; those equal at the edge all in, all out, or as the body chooses. */
const byRank = (
  rule: AwardRule,
  candidates: readonly RankOfEntry[],
  limit: number,
  chosen: readonly string[] | undefined,
): Omit<Earned, 'rule' | 'planned'> => {
  const { inside, tied, room } = edgeOf(candidates, limit);
  const extra = tied.length - room;
  const letIn = rule.edge === 'in' && extra <= (rule.edgeMax ?? Infinity);
  if (tied.length === 0 || rule.edge === 'out') return { entryIds: idsOf(inside), open: [], room: 0 };
  if (letIn) return { entryIds: idsOf([...inside, ...tied]), open: [], room: 0 };
  return { entryIds: [...idsOf(inside), ...(chosen ?? [])], open: idsOf(tied), room };
};

const earnedBy = (
  rule: AwardRule,
  decidable: Decidable,
  before: readonly Earned[],
  choices: readonly Choice[],
): Earned => {
  const planned = plannedOf(rule, decidable);
  const has = (rules: readonly string[], entryId: string): boolean =>
    before.some((one) => rules.includes(one.rule.id) && one.entryIds.includes(entryId));
  const ranking = decidable.result?.ranking ?? [];
  const everybody =
    decidable.basis === 'list' ? decidable.entries.map(({ entryId }) => ({ entryId, rank: 1 })) : ranking;
  const ladder = ladderOf(rule, decidable.outcome);
  const passed = ladder.map(({ id }) => id);
  const candidates = everybody.filter(
    ({ entryId }) =>
      (rule.among.length === 0 || has(rule.among, entryId)) && !has([...rule.notAlso, ...passed], entryId),
  );
  const chosen = choices.find((choice) => choice.rule === rule.id)?.entryIds;
  if (rule.pick.by === 'each') return { rule, planned, entryIds: idsOf(candidates), open: [], room: 0 };
  if (rule.pick.by === 'choice')
    return { rule, planned, entryIds: chosen ?? [], open: idsOf(candidates), room: planned ?? 0 };
  const start = ladder.reduce((sum, step) => sum + (plannedOf(step, decidable) ?? 0), 0);
  return { rule, planned, ...byRank(rule, candidates, start + (planned ?? 0), chosen) };
};

/** What the ranking and the body's choices give entries, before any departure; in the order of the rules. */
export const earnedOf = (decidable: Decidable, choices: readonly Choice[]): readonly Earned[] =>
  decidable.outcome
    .filter(isOnEntries)
    .reduce<readonly Earned[]>((before, rule) => [...before, earnedBy(rule, decidable, before, choices)], []);
