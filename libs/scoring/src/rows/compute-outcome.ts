import { compareRationals } from '../rational.ts';
import { compareIds } from '../ids.ts';
import {
  bySubject,
  type Candidate,
  everybody,
  hasRule,
  isByFacts,
  judge,
  type Judged,
  ruleOrder,
} from './outcome-candidates.ts';
import { Facts } from './outcome-facts.ts';
import { OutcomeLedger } from './outcome-ledger.ts';
import type { OutcomeRule } from './outcome-rule.ts';
import { Standing } from './outcome-standing.ts';
import type { OpenChoice, Outcome, OutcomeInputs, RuleOutcome } from './outcome-types.ts';
import { type Cut, cutAt, type Placed, placesOf } from './outcome-window.ts';

type Course = Readonly<{
  inputs: OutcomeInputs;
  standing: Standing;
  facts: Facts;
  ledger: OutcomeLedger;
}>;

const passesThreshold = ({ pick }: OutcomeRule, { stander }: Candidate): boolean => {
  if (pick.by !== 'at-least') return true;
  const value = stander?.value;
  if (value === null || value === undefined) return false;
  const limit = (points: number) => compareRationals(value, { numerator: BigInt(points), denominator: 1n });
  return limit(pick.score) >= 0 && (pick.below === undefined || limit(pick.below) < 0);
};

type Looked = Readonly<{
  /** In the rule's order; everybody who takes a place. */
  placed: readonly Placed<Judged>[];
  /** Those of them who may get it. */
  eligible: readonly Placed<Judged>[];
}>;

/** Everybody in reach of a rule in one class, in order and with places. */
const lookAt = ({ facts, standing, ledger }: Course, rule: OutcomeRule, candidates: readonly Candidate[]): Looked => {
  const { so } = ledger;
  const above = ledger.above(rule);
  const judged = candidates
    .filter(
      (one) =>
        (rule.among.length === 0 || rule.among.some((id) => hasRule(one, id, so))) &&
        (passesThreshold(rule, one) || ledger.hasFallenTo(rule.id, one.subject.id)),
    )
    .map((one) => judge(rule, facts, so, one));
  const standsAbove = (one: Judged): boolean =>
    above.some((id) => hasRule(one, id, so) || ledger.isPending(id, one.subject.id));
  const mayHave = (one: Judged): boolean =>
    one.verdict !== 'out' && !standsAbove(one) && !rule.notAlso.some((id) => hasRule(one, id, so));
  const takesPlace = (one: Judged): boolean => !rule.giveWay || mayHave(one) || standsAbove(one);
  const compare = ruleOrder(rule, facts, standing, so);
  const placed = placesOf(
    judged.filter(takesPlace).sort((a, b) => compare(a, b) || bySubject(a, b)),
    compare,
  );
  return { placed, eligible: placed.filter(({ item }) => mayHave(item)) };
};

/** How many places are left when a group's turn comes; `index`: how many eligible ones stand before it. */
const roomOf = (course: Course, rule: OutcomeRule, within: string | null) => {
  const planned = course.ledger.planned(rule, within);
  switch (rule.pick.by) {
    case 'first':
    case 'first-share':
    case 'last':
    case 'last-share':
      return ({ place }: Placed<Judged>) => planned - (place - 1);
    case 'next':
    case 'next-share': {
      const reach = course.ledger.reach(rule, within);
      return ({ place }: Placed<Judged>, index: number) => Math.min(planned - index, reach - (place - 1));
    }
    case 'at-least':
    case 'each':
    case 'choice':
      return (_: Placed<Judged>, index: number) => planned - index;
  }
};

const subjects = (placed: readonly Placed<Judged>[]): readonly string[] =>
  placed.map(({ item }) => item.subject.id).sort(compareIds);

type ClassOutcome = Pick<RuleOutcome, 'open' | 'undetermined'> &
  Readonly<{ window: RuleOutcome['windows'][number]; taken: Cut<Judged>['in']; placed: readonly Placed<Judged>[] }>;

/** What a rule gives in one class by itself. */
const proposal = (course: Course, rule: OutcomeRule, within: string | null, looked: Looked): ClassOutcome => {
  const { ledger } = course;
  const planned = ledger.planned(rule, within);
  const window = { within, planned: Number.isFinite(planned) ? planned : null, given: 0, beyond: 0 };
  if (rule.pick.by === 'choice') {
    const open = {
      within,
      why: 'choice' as const,
      subjects: subjects(looked.eligible),
      places: planned,
      atMost: planned,
    };
    return { window, taken: [], open: [open], undetermined: [], placed: looked.placed };
  }
  const torn = looked.eligible.filter(({ item }) => ledger.reachesBothEnds(rule, item));
  const room = roomOf(course, rule, within);
  const cut = cutAt(
    rule,
    looked.eligible.filter((one) => !torn.includes(one)),
    (first, index) => room(first, index),
  );
  const open: OpenChoice[] = cut.open
    ? [{ within, why: 'edge', subjects: subjects(cut.open.group), places: cut.open.places, atMost: cut.open.atMost }]
    : [];
  const [first] = torn;
  if (first !== undefined) {
    const places = Math.max(0, Math.min(torn.length, room(first, looked.eligible.indexOf(first))));
    open.push({ within, why: 'both-ends', subjects: subjects(torn), places, atMost: places });
  }
  if (rule.fall !== undefined) ledger.fall(rule.fall, subjects(cut.out));
  const taken = cut.in.filter(({ item }) => item.verdict === 'in');
  const undetermined = cut.in.filter(({ item }) => item.verdict === 'undetermined');
  return {
    window: { ...window, given: taken.length, beyond: Math.max(0, cut.in.length - planned) },
    taken,
    open,
    undetermined: undetermined.map(({ item, place }) => ({
      subject: item.subject.id,
      within,
      place,
      unknown: item.unknown,
    })),
    placed: looked.placed,
  };
};

/** What a body chose in one class in place of the proposal. */
const chosen = (
  course: Course,
  rule: OutcomeRule,
  within: string | null,
  looked: Looked & Readonly<{ chosen: readonly Judged[] }>,
): ClassOutcome => {
  const planned = course.ledger.planned(rule, within);
  const taken = looked.chosen.map((item) => {
    const found = looked.placed.find((one) => one.item.subject.id === item.subject.id);
    return { item, place: found?.place ?? 0, size: found?.size ?? 1, atEdge: false };
  });
  return {
    window: {
      within,
      planned: Number.isFinite(planned) ? planned : null,
      given: taken.length,
      beyond: Math.max(0, taken.length - planned),
    },
    taken: taken.sort((a, b) => (a.place || Infinity) - (b.place || Infinity) || bySubject(a.item, b.item)),
    open: [],
    undetermined: [],
    placed: looked.placed,
  };
};

const choiceOf = ({ inputs, ledger }: Course, rule: OutcomeRule, all: readonly Candidate[]) => {
  const choice = inputs.choices.find((one) => one.rule === rule.id);
  if (choice === undefined) return undefined;
  const known = new Set(all.map(({ subject }) => subject.id));
  choice.subjects.forEach((subject, at) => {
    if (!known.has(subject)) ledger.problem('CHOICE_UNKNOWN', `${rule.id}/${subject}`);
    if (choice.subjects.indexOf(subject) !== at) ledger.problem('CHOICE_TWICE', `${rule.id}/${subject}`);
  });
  return new Set(choice.subjects);
};

const readRule = (course: Course, rule: OutcomeRule): RuleOutcome => {
  const { standing, ledger, facts } = course;
  const all = everybody(rule, standing, standing.standers);
  const pool = isByFacts(rule) ? all : everybody(rule, standing, standing.pool);
  const choice = choiceOf(course, rule, all);
  const classes = [...new Set(all.map(({ within }) => within))].sort((a, b) => compareIds(a ?? '', b ?? ''));
  const outcomes = classes.map((within) => {
    const looked = lookAt(
      course,
      rule,
      pool.filter((one) => one.within === within),
    );
    if (choice === undefined) return proposal(course, rule, within, looked);
    const picked = all.filter((one) => one.within === within && choice.has(one.subject.id));
    return chosen(course, rule, within, {
      ...looked,
      chosen: picked.map((one) => judge(rule, facts, ledger.so, one)),
    });
  });
  const given = ledger.give(
    rule,
    outcomes.flatMap(({ taken }) => taken),
    outcomes.flatMap(({ open }) => open.flatMap((one) => one.subjects)),
  );
  return {
    rule: rule.id,
    windows: outcomes.map(({ window }) => window),
    given,
    open: outcomes.flatMap(({ open }) => open),
    undetermined: outcomes.flatMap(({ undetermined }) => undetermined),
  };
};

/**
 * What a result earns by the rules of an outcome, read in order. Pure; the order of the inputs never matters. It proposes
 * and says where a body must choose; given the body's choices, it says what follows from them. Assumes rules that
 * `validateOutcome` let pass.
 */
export const computeOutcome = (rules: readonly OutcomeRule[], inputs: OutcomeInputs): Outcome => {
  const standing = new Standing(inputs);
  const ledger = new OutcomeLedger(rules, inputs, standing);
  const course: Course = { inputs, standing, facts: new Facts(inputs), ledger };
  const read = rules.map((rule) => readRule(course, rule));
  return { rules: read, problems: ledger.problems };
};
