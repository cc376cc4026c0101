import type { OutcomeRule as RankingRule, Selection } from '@jiangong/scoring';
import { ruleFollowedBy } from '../checks/outcome.ts';
import { neededAtAward } from '../needs-at-award.ts';
import { countOf } from '../parameters.ts';
import { hundredthsOf } from '../shape/word-forms.ts';
import type { OutcomeRule } from '../template/outcome.ts';
import type { Template } from '../template/template.ts';
import type { Test } from '../template/tests.ts';
import { compileTests, orderOf } from './compile-facts.ts';
import type { CompiledRule } from './compiled.ts';

/** The rule whose places the next ones follow: the last one above that takes from the top of the same holders and classes. */
const placesBefore = (rule: OutcomeRule, rules: readonly OutcomeRule[]): string => {
  const before = ruleFollowedBy(rule, rules);
  if (!before) throw new Error(`a validated template has a first before ${rule.id}`);
  return before.id;
};

/** The threshold above on the same ladder: both are open to all entries. */
const ladderAbove = (rule: OutcomeRule, rules: readonly OutcomeRule[]): Readonly<{ after?: string }> => {
  if (rule.among) return {};
  const above = rules
    .slice(0, rules.indexOf(rule))
    .findLast(({ atLeast, among, within }) => atLeast !== undefined && !among && within === rule.within);
  return above ? { after: above.id } : {};
};

const selectionOf = (rule: OutcomeRule, rules: readonly OutcomeRule[]): Selection => {
  const least = rule.least === undefined ? {} : { least: countOf(rule.least) };
  if (rule.first !== undefined) return { by: 'first', count: countOf(rule.first) };
  if (rule.firstShare !== undefined) return { by: 'first-share', share: hundredthsOf(rule.firstShare), ...least };
  if (rule.next !== undefined) return { by: 'next', after: placesBefore(rule, rules), count: countOf(rule.next) };
  if (rule.nextShare !== undefined)
    return { by: 'next-share', after: placesBefore(rule, rules), share: hundredthsOf(rule.nextShare), ...least };
  if (rule.last !== undefined) return { by: 'last', count: countOf(rule.last) };
  if (rule.lastShare !== undefined) return { by: 'last-share', share: hundredthsOf(rule.lastShare), ...least };
  if (rule.choice) return { by: 'choice', count: countOf(rule.choice.atMost) };
  if (rule.atLeast === undefined) return { by: 'each' };
  const below = rule.below === undefined ? {} : { below: hundredthsOf(rule.below) };
  return { by: 'at-least', score: hundredthsOf(rule.atLeast), ...below, ...ladderAbove(rule, rules) };
};

const capOf = ({ atMost, atMostShare }: OutcomeRule): Pick<RankingRule, 'cap'> => {
  if (atMost === undefined && atMostShare === undefined) return {};
  const count = atMost === undefined ? {} : { count: countOf(atMost) };
  const share = atMostShare === undefined ? {} : { share: hundredthsOf(atMostShare) };
  return { cap: { ...count, ...share } };
};

const rankingOf = (rule: OutcomeRule, rules: readonly OutcomeRule[], needed: readonly Test[]): RankingRule => ({
  id: rule.id,
  to: rule.to,
  among: rule.among ?? [],
  within: rule.within,
  pick: selectionOf(rule, rules),
  ...capOf(rule),
  of: rule.of ?? 'ranked',
  order: (rule.order ?? []).map(orderOf),
  edge: rule.edge ?? 'body',
  ...(rule.edgeMax === undefined ? {} : { edgeMax: countOf(rule.edgeMax) }),
  ...(rule.fall === undefined ? {} : { fall: rule.fall }),
  notAlso: rule.notAlso,
  needs: compileTests([...rule.needs, ...needed]),
  never: compileTests(rule.never),
  giveWay: rule.giveWay,
});

export const compileRule = (rule: OutcomeRule, template: Template): CompiledRule => ({
  ranking: rankingOf(rule, template.outcome, neededAtAward(template)),
  id: rule.id,
  name: rule.name,
  code: rule.code,
  gives: rule.gives,
  to: rule.to,
  decide: rule.decide,
  appeal: rule.appeal ?? null,
  termYears: rule.term === undefined ? null : Number(rule.term.replace('y', '')),
  recheck: rule.recheck ?? null,
  until: rule.until ?? null,
  bars: rule.bars ?? [],
  upTo: rule.upTo ?? null,
  feeds: rule.feeds,
  duty: rule.duty ?? null,
  shown: rule.shown,
});
