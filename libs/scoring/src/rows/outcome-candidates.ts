import { compareIds } from '../ids.ts';
import { compareAnswers, Facts, type GivenSoFar, type Subject, testOf } from './outcome-facts.ts';
import type { FactQuery, OutcomeRule } from './outcome-rule.ts';
import { holdersOf, type Stander, type Standing } from './outcome-standing.ts';

/** Somebody whom a rule looks at. */
export type Candidate = Readonly<{
  subject: Subject;
  within: string | null;
  /** The entry that is picked; null for a holder that is ordered by facts. */
  stander: Stander | null;
}>;

export const isByFacts = ({ order }: OutcomeRule): boolean => order.length > 0;

/** Entries, or holders with all their entries, by class; nobody is left out yet. */
export const everybody = (
  rule: OutcomeRule,
  standing: Standing,
  standers: readonly Stander[],
): readonly Candidate[] => {
  const classed = standers.flatMap((stander) => {
    const within = standing.classOf(stander, rule.within);
    return within === undefined ? [] : [{ stander, within }];
  });
  if (!isByFacts(rule))
    return classed.map(({ stander, within }) => ({
      subject: { id: stander.entry.entryId, kind: 'entry', entries: [stander] },
      within,
      stander,
    }));
  const holders = new Map<string, { within: string | null; id: string; entries: Stander[] }>();
  for (const { stander, within } of classed)
    for (const id of holdersOf(stander.entry, rule.to)) {
      const key = `${within ?? ''}/${id}`;
      const known = holders.get(key) ?? { within, id, entries: [] };
      holders.set(key, known);
      known.entries.push(stander);
    }
  return [...holders.values()].map(({ within, id, entries }) => ({
    subject: { id, kind: rule.to, entries },
    within,
    stander: null,
  }));
};

/** Whether a candidate has what an earlier rule gave: itself, or through one of its entries. */
export const hasRule = ({ subject }: Candidate, ruleId: string, so: GivenSoFar): boolean => {
  const given = so.get(ruleId);
  if (given === undefined) return false;
  if (given.to === subject.kind && (given.byFacts || subject.kind !== 'entry')) return given.holders.has(subject.id);
  return given.byFacts
    ? subject.entries.some(({ entry }) => holdersOf(entry, given.to).some((holder) => given.holders.has(holder)))
    : subject.entries.some(({ entry }) => given.entries.has(entry.entryId));
};

/** `unknown`: the queries that nobody answered, where that leaves it open whether the tests hold. */
export type Judged = Candidate & Readonly<{ verdict: 'in' | 'out' | 'undetermined'; unknown: readonly FactQuery[] }>;

export const judge = (rule: OutcomeRule, facts: Facts, so: GivenSoFar, candidate: Candidate): Judged => {
  const ask = (query: FactQuery) => facts.answer(query, candidate.subject, so);
  const needs = rule.needs.map((test) => testOf(test, ask));
  const never = rule.never.map((test) => testOf(test, ask));
  if (needs.includes(false) || never.includes(true)) return { ...candidate, verdict: 'out', unknown: [] };
  const unknown = [...needs, ...never].flatMap((result) => (typeof result === 'boolean' ? [] : result));
  return { ...candidate, verdict: unknown.length > 0 ? 'undetermined' : 'in', unknown };
};

/** The order in which a rule looks at its candidates: the result's, or the facts'; `last` from below. 0 where equal. */
export const ruleOrder = (
  rule: OutcomeRule,
  facts: Facts,
  standing: Standing,
  so: GivenSoFar,
): ((a: Candidate, b: Candidate) => number) => {
  const sign = rule.pick.by === 'last' || rule.pick.by === 'last-share' ? -1 : 1;
  if (!isByFacts(rule)) {
    const compare = standing.comparing(rule.within);
    return (a, b) => (a.stander === null || b.stander === null ? 0 : sign * compare(a.stander, b.stander));
  }
  const answers = new Map<Subject, ReturnType<Facts['answer']>[]>();
  const answersOf = (subject: Subject) => {
    const known = answers.get(subject) ?? rule.order.map(({ query }) => facts.answer(query, subject, so));
    answers.set(subject, known);
    return known;
  };
  return (a, b) => {
    const [left, right] = [answersOf(a.subject), answersOf(b.subject)];
    for (const [at, { better }] of rule.order.entries()) {
      const order = compareAnswers(left[at], right[at], better);
      if (order !== 0) return sign * order;
    }
    return 0;
  };
};

export const bySubject = (a: Candidate, b: Candidate): number => compareIds(a.subject.id, b.subject.id);
