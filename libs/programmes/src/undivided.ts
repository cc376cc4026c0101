import type { Faults } from './faults.ts';
import type { StageRule } from './template/calendar.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';

type Rule = Template['outcome'][number];

/**
 * What can not be divided among several who each decide over a part of one result: rules by the key that needs all of it, and acts behind the
 * decision that are not done by parts yet.
 */
export const refuseUndivided = (
  { calendar, outcome, parties }: Template,
  faults: Faults,
  { partOf, after }: Readonly<{ partOf: (rule: Rule) => string | undefined; after: readonly StageRule['act'][] }>,
): void => {
  outcome.forEach((rule, at) => {
    const part = partOf(rule);
    if (part !== undefined) faults.add('OUTCOME_NOT_YET', ['outcome', at, part], { rule: rule.id });
  });
  const decides = calendar.findIndex(({ act }) => act === 'decide');
  calendar.forEach(({ act, by }, at) => {
    // What its party may not do is named already.
    const isNamed = faults.all.some(({ path }) => path[0] === 'calendar' && path[1] === at);
    if (at < decides || !after.includes(act) || isNamed) return;
    faults.add('ACT_NOT_YET', ['calendar', at, 'act'], { act, role: parties[manyOf(by)[0] ?? '']?.role ?? '' });
  });
};
