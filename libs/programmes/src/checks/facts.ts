import { itemsOfArea } from '../template/items-of-area.ts';
import { manyOf } from '../template/names.ts';
import type { ComparedFact, FactAsked, FactName, Test } from '../template/tests.ts';
import type { Path } from '../tree.ts';
import type { Checked } from './checked.ts';

type Argument = 'code' | 'kind' | 'state' | 'holder' | 'over' | 'distinct' | 'source' | 'share';
type FactRule = Readonly<{
  value: 'number' | 'flag' | 'word';
  needs?: readonly Argument[];
  may?: readonly Argument[];
  /** Where nothing is compared: which end of an order comes first. */
  better?: 'higher' | 'lower';
}>;

const COUNT = { value: 'number', may: ['code', 'kind', 'state', 'holder', 'over', 'distinct', 'share'] } as const;
const PLAIN = { value: 'number' } as const;

/** What can be asked, with which arguments, and what the answer is. */
export const factRules: Readonly<Record<FactName, FactRule>> = {
  'org.kind': { value: 'word' },
  'org.level': { value: 'word' },
  'org.age-months': PLAIN,
  'org.members': PLAIN,
  'org.children': PLAIN,
  'org.term-overdue': { value: 'flag' },
  'org.weak': { value: 'flag' },
  'person.stage': { value: 'word' },
  'person.standing-years': PLAIN,
  'person.office': { value: 'word' },
  'person.tenure-months': PLAIN,
  'person.sanction-free-months': PLAIN,
  'entry.planned-in': { value: 'word' },
  'entry.category': { value: 'word' },
  'entry.documents': PLAIN,
  'count.declared': COUNT,
  'count.honours': { ...COUNT, needs: ['code'] },
  'count.awards': { ...COUNT, needs: ['kind'] },
  'count.cards': { ...COUNT, needs: ['kind'] },
  'count.activities': COUNT,
  'count.duties-missed': COUNT,
  'count.problems': COUNT,
  'count.milestones': COUNT,
  'count.members': COUNT,
  'count.entries': COUNT,
  'mean.result': PLAIN,
  'mean.rank': { ...PLAIN, better: 'lower' },
  'best.result': PLAIN,
  'best.rank': { ...PLAIN, may: ['kind'], better: 'lower' },
  item: { value: 'number', needs: ['source', 'kind'] },
  step: { value: 'number', needs: ['kind'] },
  measure: { value: 'number', needs: ['source'] },
  answer: { value: 'number', may: ['source', 'kind'] },
};

const ARGUMENTS: readonly Argument[] = ['code', 'kind', 'state', 'holder', 'over', 'distinct', 'source', 'share'];

const FORMS = { number: /^-?[0-9][0-9.]*%?$/, flag: /^(true|false)$/, word: /^[a-z0-9-]+$/ } as const;

/** What `kind` and the value of some facts must be a name of. `above`: the rules that stand before the asking one. */
const checkNames = (
  asked: FactAsked | ComparedFact,
  path: Path,
  above: readonly string[] | undefined,
  checked: Checked,
): void => {
  const { template, faults } = checked;
  const kinds = manyOf(asked.kind as string | readonly string[] | undefined);
  const at = (index: number): Path => (typeof asked.kind === 'string' ? [...path, 'kind'] : [...path, 'kind', index]);
  kinds.forEach((kind, index) => {
    if (asked.fact === 'count.awards' && !(above ?? template.outcome.map(({ id }) => id)).includes(kind)) {
      const known = template.outcome.some(({ id }) => id === kind);
      faults.add(known ? 'RULE_FORWARD' : 'RULE_UNKNOWN', at(index), { given: kind });
    }
    if (asked.fact === 'count.duties-missed' && !template.duties.some(({ id }) => id === kind))
      faults.add('DUTY_UNKNOWN', at(index), { given: kind });
    if (asked.fact === 'step' && !template.result.some(({ steps }) => steps.some(({ id }) => id === kind)))
      faults.add('STEP_UNKNOWN', at(index), { given: kind });
  });
  const list = asked.fact === 'item' && asked.source !== undefined ? template.sources[asked.source] : undefined;
  if (list?.kind === 'checklist') {
    const known = ['veto', ...list.areas.flatMap((area) => itemsOfArea(area).map(({ id }) => id))];
    kinds.forEach((kind, index) => {
      if (!known.includes(kind)) faults.add('ITEM_UNKNOWN', at(index), { given: kind, source: asked.source ?? '' });
    });
  }
  if (asked.source !== undefined && !Object.hasOwn(template.sources, asked.source))
    faults.add('SOURCE_UNKNOWN', [...path, 'source'], { given: asked.source });
};

export const checkFact = (
  asked: FactAsked | ComparedFact,
  path: Path,
  above: readonly string[] | undefined,
  checked: Checked,
): void => {
  const { needs = [], may = [] } = factRules[asked.fact];
  const given = asked as Readonly<Partial<Record<Argument, unknown>>>;
  for (const argument of ARGUMENTS) {
    if (needs.includes(argument) && given[argument] === undefined)
      checked.faults.add('FACT_ARGUMENT_MISSING', path, { fact: asked.fact, argument });
    if (given[argument] !== undefined && !needs.includes(argument) && !may.includes(argument))
      checked.faults.add('FACT_ARGUMENT_NOT_HERE', [...path, argument], { fact: asked.fact, argument }, 'key');
  }
  checkNames(asked, path, above, checked);
};

const checkCompared = (
  test: ComparedFact,
  path: Path,
  above: readonly string[] | undefined,
  checked: Checked,
): void => {
  const { template, faults } = checked;
  const keys = (['atLeast', 'atMost', 'is', 'oneOf'] as const).filter((key) => test[key] !== undefined);
  if (keys.length !== 1) faults.add('TEST_NOT_ONE', path);
  checkFact(test, path, above, checked);
  const { value: kind } = factRules[test.fact];
  for (const key of keys) {
    const fits = kind === 'number' || key === 'is' || key === 'oneOf';
    if (!fits || !manyOf(test[key]).every((value) => FORMS[kind].test(value)))
      faults.add('FACT_VALUE_KIND', [...path, key], { fact: test.fact, kind });
  }
  if (test.fact === 'entry.planned-in')
    for (const stage of [...manyOf(test.is), ...(test.oneOf ?? [])])
      if (!template.calendar.some(({ id }) => id === stage))
        faults.add('STAGE_UNKNOWN', [...path, 'is'], { given: stage });
};

/** Tests compare one fact with one thing of its kind, and name only what is there. */
export const checkTests = (
  tests: readonly Test[],
  path: Path,
  above: readonly string[] | undefined,
  checked: Checked,
): void => {
  tests.forEach((test, at) => {
    if ('anyOf' in test)
      test.anyOf.forEach((one, index) => checkCompared(one, [...path, at, 'anyOf', index], above, checked));
    else checkCompared(test, [...path, at], above, checked);
  });
};
