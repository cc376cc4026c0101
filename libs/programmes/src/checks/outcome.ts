import type { OutcomeRule } from '../template/outcome.ts';
import type { Path } from '../tree.ts';
import { type Checked, hasAct } from './checked.ts';
import { checkFact, checkTests } from './facts.ts';

export const SELECTORS = [
  'first',
  'firstShare',
  'next',
  'nextShare',
  'last',
  'lastShare',
  'atLeast',
  'each',
  'choice',
] as const;
export type Selector = (typeof SELECTORS)[number];

/** Takes by rank or by a cap, so that equals can stand across its edge. */
const EDGED: readonly (keyof OutcomeRule)[] = [
  'first',
  'firstShare',
  'next',
  'nextShare',
  'last',
  'lastShare',
  'atMost',
  'atMostShare',
];
const SHARES: readonly (keyof OutcomeRule)[] = ['firstShare', 'nextShare', 'lastShare', 'atMostShare'];
const BY_RESULT: readonly (keyof OutcomeRule)[] = [...EDGED.slice(0, 6), 'atLeast'];

export const selectorsOf = (rule: OutcomeRule): readonly Selector[] =>
  SELECTORS.filter((key) => rule[key] !== undefined && rule[key] !== false);

const takesFromTheTop = (rule: OutcomeRule): boolean => selectorsOf(rule).some((key) => /^(?:first|next)/.test(key));

/** The rule that a `next` follows. */
export const ruleFollowedBy = (rule: OutcomeRule, rules: readonly OutcomeRule[]): OutcomeRule | undefined =>
  rules
    .slice(0, rules.indexOf(rule))
    .findLast(
      (other) =>
        takesFromTheTop(other) &&
        other.within === rule.within &&
        other.to === rule.to &&
        (other.order === undefined) === (rule.order === undefined),
    );

const checkSelection = (rule: OutcomeRule, path: Path, { template, faults }: Checked): void => {
  const selectors = selectorsOf(rule);
  if (selectors.length !== 1) faults.add('SELECTOR_NOT_ONE', path, { given: selectors.join(', ') });
  const has = (keys: readonly (keyof OutcomeRule)[]): boolean => keys.some((key) => rule[key] !== undefined);
  if (has(EDGED) && rule.edge === undefined) faults.add('EDGE_NOT_STATED', path);
  if (rule.edge === 'body' && (rule.decide !== 'party' || !hasAct(template, 'decide')))
    faults.add('EDGE_NEEDS_A_BODY', [...path, 'edge']);
  if (rule.choice && rule.decide !== 'party') faults.add('CHOICE_NEEDS_A_BODY', [...path, 'choice']);
  if (rule.order && selectors.includes('atLeast')) faults.add('ORDER_WITH_THRESHOLD', [...path, 'order']);
  if (has(SHARES) && rule.of === undefined) faults.add('OF_NOT_STATED', path);
  if (has(BY_RESULT) && rule.order === undefined && template.result.length === 0)
    faults.add('RULE_NEEDS_A_RESULT', path);
  for (const key of ['next', 'nextShare'] as const)
    if (rule[key] !== undefined && !ruleFollowedBy(rule, template.outcome))
      faults.add('NEXT_WITHOUT_FIRST', [...path, key]);
};

const checkNames = (rule: OutcomeRule, at: number, path: Path, { template, faults }: Checked): void => {
  const above = template.outcome.slice(0, at).map(({ id }) => id);
  const known = (id: string): boolean => template.outcome.some((other) => other.id === id);
  for (const key of ['among', 'notAlso'] as const)
    (rule[key] ?? []).forEach((id, index) => {
      if (!above.includes(id))
        faults.add(known(id) ? 'RULE_FORWARD' : 'RULE_UNKNOWN', [...path, key, index], { given: id });
    });
  if (rule.fall !== undefined && (above.includes(rule.fall) || rule.fall === rule.id || !known(rule.fall)))
    faults.add(known(rule.fall) ? 'RULE_BACKWARD' : 'RULE_UNKNOWN', [...path, 'fall'], { given: rule.fall });
  const same = template.outcome.findIndex(({ code, gives }) => code === rule.code && gives !== 'withdrawal');
  if (rule.gives !== 'withdrawal' && same !== -1 && same < at)
    faults.add('CODE_TWICE', [...path, 'code'], { given: rule.code });
  if (rule.appeal && !Object.hasOwn(template.parties, rule.appeal.to))
    faults.add('PARTY_UNKNOWN', [...path, 'appeal', 'to'], { given: rule.appeal.to });
  if (rule.duty !== undefined && !template.duties.some(({ id }) => id === rule.duty))
    faults.add('DUTY_UNKNOWN', [...path, 'duty'], { given: rule.duty });
};

const checkHolder = (rule: OutcomeRule, path: Path, { template, faults }: Checked): void => {
  if (rule.to === 'entry' || rule.to === 'home') return;
  const without = template.subjects.find(({ answerable }) => answerable !== rule.to);
  if (without) faults.add('HOLDER_NOT_ANSWERABLE', [...path, 'to'], { to: rule.to, subject: without.id });
};

/** Every rule takes in one way, says what happens at its edge, names only what is there, and is decided by somebody. */
export const checkOutcome = (checked: Checked): void => {
  const { template, faults } = checked;
  template.outcome.forEach((rule, at) => {
    const path = ['outcome', at];
    const above = template.outcome.slice(0, at).map(({ id }) => id);
    checkSelection(rule, path, checked);
    checkNames(rule, at, path, checked);
    checkHolder(rule, path, checked);
    if (rule.decide !== 'system' && !hasAct(template, 'decide')) faults.add('DECISION_MISSING', path);
    checkTests(rule.needs, [...path, 'needs'], above, checked);
    checkTests(rule.never, [...path, 'never'], above, checked);
    (rule.order ?? []).forEach((fact, index) => checkFact(fact, [...path, 'order', index], above, checked));
  });
};
