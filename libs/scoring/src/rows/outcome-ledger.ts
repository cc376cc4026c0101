import { everybody, isByFacts, type Judged } from './outcome-candidates.ts';
import type { GivenSoFar } from './outcome-facts.ts';
import type { HolderKind, OutcomeRule } from './outcome-rule.ts';
import { holdersOf, type Stander, type Standing } from './outcome-standing.ts';
import type { Given, OutcomeInputs, OutcomeProblem } from './outcome-types.ts';
import { type Cut, type Placed, placesOf, plannedOf } from './outcome-window.ts';

type Entered = { to: HolderKind; entries: Set<string>; holders: Set<string>; byFacts: boolean };

/** What earlier rules gave, left open and passed down while an outcome is read; and how far each rule reaches. */
export class OutcomeLedger {
  private readonly entered = new Map<string, Entered>();
  private readonly pending = new Map<string, ReadonlySet<string>>();
  private readonly fallen = new Map<string, Set<string>>();
  private readonly places = new Map<string, ReadonlyMap<string, Placed<Stander>>>();
  private readonly found = new Map<string, OutcomeProblem>();
  private readonly rules: readonly OutcomeRule[];
  private readonly inputs: OutcomeInputs;
  private readonly standing: Standing;

  constructor(rules: readonly OutcomeRule[], inputs: OutcomeInputs, standing: Standing) {
    this.rules = rules;
    this.inputs = inputs;
    this.standing = standing;
  }

  get so(): GivenSoFar {
    return this.entered;
  }

  get problems(): readonly OutcomeProblem[] {
    for (const { reason, path } of this.standing.problems) this.problem(reason, path);
    return [...this.found.values()];
  }

  problem(reason: OutcomeProblem['reason'], path: string): void {
    this.found.set(`${reason} ${path}`, { reason, path });
  }

  /** The rules above this one in its chain of ranks or its ladder of thresholds, nearest first. */
  above({ pick }: OutcomeRule): readonly string[] {
    const after = 'after' in pick ? this.rules.find(({ id }) => id === pick.after) : undefined;
    return after === undefined ? [] : [after.id, ...this.above(after)];
  }

  isPending(ruleId: string, subject: string): boolean {
    return this.pending.get(ruleId)?.has(subject) ?? false;
  }

  hasFallenTo(ruleId: string, subject: string): boolean {
    return this.fallen.get(ruleId)?.has(subject) ?? false;
  }

  fall(ruleId: string, subjects: readonly string[]): void {
    this.fallen.set(ruleId, new Set([...(this.fallen.get(ruleId) ?? []), ...subjects]));
  }

  /** How many a rule plans in a class; Infinity where it sets no number. */
  planned(rule: OutcomeRule, within: string | null): number {
    return plannedOf(rule, this.whole(rule, within));
  }

  /** The last rank that a rule reaches together with those it follows. */
  reach(rule: OutcomeRule, within: string | null): number {
    const [above] = this.above(rule);
    const before = this.rules.find(({ id }) => id === above);
    return this.planned(rule, within) + (before === undefined ? 0 : this.reach(before, within));
  }

  private whole(rule: OutcomeRule, within: string | null): number {
    const needsWhole = 'share' in rule.pick || rule.cap?.share !== undefined;
    if (!needsWhole) return 0;
    if (rule.of === 'roll') {
      const roll = this.inputs.rolls.find((one) => one.rule === rule.id && one.within === within);
      if (roll === undefined) this.problem('ROLL_MISSING', `${rule.id}/${within ?? ''}`);
      return roll?.count ?? 0;
    }
    const standers = rule.of === 'ranked' ? this.standing.pool : this.standing.standers;
    return everybody(rule, this.standing, standers).filter((one) => one.within === within).length;
  }

  /** Equal entries (more than one) that a first and a last rule of the same classes both reach: in neither. */
  reachesBothEnds(rule: OutcomeRule, { stander, within }: Judged): boolean {
    if (stander === null || !/^(?:first|next|last)/.test(rule.pick.by)) return false;
    const alike = this.rules.filter((one) => !isByFacts(one) && one.within === rule.within && one.among.length === 0);
    const top = alike.filter(({ pick }) => /^(?:first|next)/.test(pick.by)).map((one) => this.reach(one, within));
    const bottom = alike.filter(({ pick }) => pick.by.startsWith('last')).map((one) => this.planned(one, within));
    if (top.length === 0 || bottom.length === 0 || rule.among.length > 0) return false;
    const places = this.placesIn(rule, within);
    const own = places.get(stander.entry.entryId);
    if (own === undefined || own.size === 1) return false;
    const fromBelow = places.size - own.place - own.size + 2;
    return own.place <= Math.max(...top) && fromBelow <= Math.max(...bottom);
  }

  private placesIn({ within: kind }: OutcomeRule, within: string | null): ReadonlyMap<string, Placed<Stander>> {
    const key = `${kind}/${within ?? ''}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const compare = this.standing.comparing(kind);
    const standers = this.standing.pool.filter((one) => this.standing.classOf(one, kind) === within).sort(compare);
    const places = new Map(placesOf(standers, compare).map((one) => [one.item.entry.entryId, one]));
    this.places.set(key, places);
    return places;
  }

  /** Enters what a rule gives; everybody gets it once. */
  give(rule: OutcomeRule, taken: Cut<Judged>['in'], pending: readonly string[]): readonly Given[] {
    const byFacts = isByFacts(rule);
    const entered: Entered = { to: rule.to, entries: new Set(), holders: new Set(), byFacts };
    this.entered.set(rule.id, entered);
    this.pending.set(rule.id, new Set(pending));
    return taken.flatMap(({ item, place, size, atEdge }) => {
      const { subject, stander, within } = item;
      if (stander !== null) entered.entries.add(stander.entry.entryId);
      const holders = stander === null ? [subject.id] : holdersOf(stander.entry, rule.to);
      return holders.flatMap((holder): readonly Given[] => {
        if (entered.holders.has(holder)) return [];
        entered.holders.add(holder);
        return [
          {
            holder,
            subject: subject.id,
            within,
            place: place === 0 ? null : place,
            rank: stander?.ranked?.rank ?? null,
            shared: size > 1,
            atEdge,
          },
        ];
      });
    });
  }
}
