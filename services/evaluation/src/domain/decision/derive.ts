import type { FactOrder, FactTest } from '@jiangong/scoring';
import type { Holder } from './award.ts';
import type { Decidable, DecidedEntry } from './decidable.ts';
import type { AwardRule } from './outcome-table.ts';

/** What entries have by now: entry ids by rule. */
export type Held = ReadonlyMap<string, ReadonlySet<string>>;

export type Derived = Readonly<{ holder: Holder; entryId: string | null; rank: number | null; shared: boolean }>;

/** Who gets what an entry is given for. */
const holdersOf = ({ to }: AwardRule, entry: DecidedEntry): readonly Holder[] => {
  if (to === 'entry') return [entry.subject];
  if (to === 'home') return [{ kind: 'organization', id: entry.homeId }];
  return entry.answerable.map((id) => ({ kind: 'person', id }));
};

const keyOf = ({ kind, id }: Holder): string => `${kind} ${id}`;

const heldBy = (held: Held, rules: readonly string[], { entryId }: DecidedEntry): boolean =>
  rules.some((rule) => held.get(rule)?.has(entryId) === true);

type Candidate = Readonly<{ holder: Holder; entries: readonly DecidedEntry[] }>;

const candidatesOf = (rule: AwardRule, decidable: Decidable): readonly Candidate[] => {
  const found = new Map<string, { holder: Holder; entries: DecidedEntry[] }>();
  for (const entry of decidable.entries)
    for (const holder of holdersOf(rule, entry)) {
      const candidate = found.get(keyOf(holder)) ?? { holder, entries: [] };
      candidate.entries.push(entry);
      found.set(keyOf(holder), candidate);
    }
  return [...found.values()];
};

/** A fact about a holder that follows from this result; undefined: nobody knows it here. */
const factOf = (
  { fact, ...given }: FactOrder['query'],
  { entries }: Candidate,
  { held, ranks }: Readonly<{ held: Held; ranks: ReadonlyMap<string, number> }>,
): number | undefined => {
  const { kind } = given;
  const rules = Array.isArray(kind) ? (kind as readonly string[]) : typeof kind === 'string' ? [kind] : [];
  const counted = rules.length === 0 ? entries : entries.filter((entry) => heldBy(held, rules, entry));
  switch (fact) {
    case 'count.awards':
      return counted.length;
    case 'count.entries':
      return entries.length;
    case 'best.rank': {
      const best = counted.map(({ entryId }) => ranks.get(entryId) ?? Infinity);
      return Math.min(Infinity, ...best);
    }
    default:
      return undefined;
  }
};

type Known = Readonly<{ held: Held; ranks: ReadonlyMap<string, number> }>;

/** Unknown never keeps anybody out by itself. */
const holds = (test: FactTest, candidate: Candidate, known: Known): boolean => {
  if ('anyOf' in test) return test.anyOf.some((one) => holds(one, candidate, known));
  const value = factOf(test.query, candidate, known);
  if (value === undefined) return true;
  if ('atLeast' in test) return value >= test.atLeast;
  if ('atMost' in test) return value <= test.atMost;
  return 'is' in test ? value === test.is : test.oneOf.includes(value);
};

const compared =
  (order: readonly FactOrder[], known: Known) =>
  (a: Candidate, b: Candidate): number => {
    for (const { query, better } of order) {
      const [left, right] = [factOf(query, a, known) ?? 0, factOf(query, b, known) ?? 0];
      if (left !== right) return (left < right ? -1 : 1) * (better === 'higher' ? -1 : 1);
    }
    return 0;
  };

/** Holders ordered by facts, equal ones at one place; the places up to the planned number. */
const ordered = (
  rule: AwardRule,
  candidates: readonly Candidate[],
  known: Known,
  planned: number,
): readonly Derived[] => {
  const compare = compared(rule.order, known);
  const sorted = candidates.toSorted((a, b) => compare(a, b) || (keyOf(a.holder) < keyOf(b.holder) ? -1 : 1));
  const places = sorted.map((candidate) => 1 + sorted.filter((other) => compare(other, candidate) < 0).length);
  return sorted.flatMap(({ holder }, at) => {
    const place = places[at] ?? 0;
    const size = places.filter((one) => one === place).length;
    if (place > planned || (rule.edge === 'out' && place + size - 1 > planned)) return [];
    return [{ holder, entryId: null, rank: place, shared: size > 1 }];
  });
};

/** What a rule gives to those behind the entries: everybody once, by what the entries have, or ordered by facts. */
export const derivedBy = (
  rule: AwardRule,
  decidable: Decidable,
  held: Held,
  planned: number | null,
): readonly Derived[] => {
  const ranks = new Map(decidable.result?.ranking.map(({ entryId, rank }) => [entryId, rank]));
  const known = { held, ranks };
  const able = candidatesOf(rule, decidable).filter(
    (candidate) =>
      rule.needs.every((test) => holds(test, candidate, known)) &&
      !rule.never.some((test) => holds(test, candidate, known)),
  );
  if (rule.order.length > 0) return ordered(rule, able, known, planned ?? able.length);
  return able
    .flatMap(({ holder, entries }) => {
      const [best] = entries
        .filter((entry) => rule.among.length === 0 || heldBy(held, rule.among, entry))
        .toSorted((a, b) => (ranks.get(a.entryId) ?? Infinity) - (ranks.get(b.entryId) ?? Infinity));
      return best === undefined
        ? []
        : [{ holder, entryId: best.entryId, rank: ranks.get(best.entryId) ?? null, shared: false }];
    })
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (keyOf(a.holder) < keyOf(b.holder) ? -1 : 1))
    .slice(0, planned ?? undefined);
};
