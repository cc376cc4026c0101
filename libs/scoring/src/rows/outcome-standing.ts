import { compareRationals, type Rational } from '../rational.ts';
import { compareIds } from '../ids.ts';
import { inHundredths } from './exact.ts';
import type { HolderKind } from './outcome-rule.ts';
import type { OutcomeEntry, OutcomeInputs, OutcomeProblem } from './outcome-types.ts';
import type { RankedValue } from './phase-result.ts';
import type { Within } from './phase.ts';

/** An admitted entry with its place in the result, where it has one. */
export type Stander = Readonly<{ entry: OutcomeEntry; ranked: RankedValue | null; value: Rational | null }>;

/** The admitted entries and how they stand, by id. */
export class Standing {
  readonly standers: readonly Stander[];
  readonly problems: OutcomeProblem[] = [];
  private readonly inputs: OutcomeInputs;

  constructor(inputs: OutcomeInputs) {
    this.inputs = inputs;
    const ranked = new Map(inputs.ranking?.result.entries.map((entry) => [entry.entryId, entry]));
    this.standers = [...inputs.entries]
      .sort((a, b) => compareIds(a.entryId, b.entryId))
      .map((entry) => {
        const own = ranked.get(entry.entryId) ?? null;
        return { entry, ranked: own, value: own === null ? null : this.valueOf(own) };
      });
    const known = new Set(inputs.entries.map(({ entryId }) => entryId));
    for (const entryId of ranked.keys())
      if (!known.has(entryId)) this.problems.push({ reason: 'UNKNOWN_ENTRY', path: entryId });
  }

  /** Ranked entries; all admitted ones where nothing is scored. */
  get pool(): readonly Stander[] {
    return this.inputs.ranking === null ? this.standers : this.standers.filter(({ ranked }) => ranked !== null);
  }

  /** Compared as the ranking compares: the exact score, or the rounded one, in hundredths. */
  private valueOf({ score, numerator, denominator }: RankedValue): Rational {
    const { phase } = this.inputs.ranking as NonNullable<OutcomeInputs['ranking']>;
    return phase.rank.on === 'rounded'
      ? inHundredths(BigInt(score), phase.decimals)
      : { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  }

  /** Better first, 0 where equal. By rank, where the ranking has these classes; else by value. */
  comparing(within: Within): (a: Stander, b: Stander) => number {
    const phase = this.inputs.ranking?.phase;
    if (phase === undefined) return () => 0;
    if (phase.within === 'all' || phase.within === within)
      return (a, b) => (a.ranked?.rank ?? Infinity) - (b.ranked?.rank ?? Infinity);
    const sign = phase.rank.better === 'higher' ? -1 : 1;
    return (a, b) => (a.value === null || b.value === null ? 0 : sign * compareRationals(a.value, b.value));
  }

  /** The class of an entry; undefined (and a problem) where it must have one and has none. */
  classOf({ entry }: Stander, within: Within): string | null | undefined {
    if (within === 'all') return null;
    const own = within === 'category' ? entry.category : entry.home;
    if (own === undefined) this.problems.push({ reason: 'CLASS_MISSING', path: `${entry.entryId}/${within}` });
    return own;
  }
}

/** Who holds what an entry wins. */
export const holdersOf = ({ entryId, home, leaders, authors, secretaries }: OutcomeEntry, to: HolderKind) => {
  switch (to) {
    case 'entry':
      return [entryId];
    case 'home':
      return home === undefined ? [] : [home];
    case 'leader':
      return leaders ?? [];
    case 'author':
      return authors ?? [];
    case 'secretary':
      return secretaries ?? [];
  }
};
