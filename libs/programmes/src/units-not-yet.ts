import type { Faults } from './faults.ts';
import type { StageRule } from './template/calendar.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';

/** Whether committees of units decide over the entries of their own subtrees: the party of the first deciding stage says so. */
export const decidesByUnits = ({ calendar, parties }: Template): boolean => {
  const [party = ''] = manyOf(calendar.find(({ act }) => act === 'decide')?.by ?? []);
  return parties[party]?.role === 'unit-officer';
};

/** A unit decides over what stands below it, and never over itself. */
export const mayUnitDecide = ({ parties }: Template, party: string): boolean => parties[party]?.scope === 'superior';

type Rule = Template['outcome'][number];

/** What one unit's committee could not decide without the others: an edge or a choice of all of them, and awards that are no single entry's. */
const undividedPart = (rule: Rule): string | undefined => {
  if (rule.to !== 'entry') return 'to';
  if (rule.order !== undefined) return 'order';
  if (rule.choice !== undefined) return 'choice';
  if (rule.gives === 'recommendation') return 'gives';
  return rule.edge === 'body' ? 'edge' : undefined;
};

/** What units decide ends with their decisions: nothing of it is appealed, shown, made known or put forward by parts yet. */
const AFTER: readonly StageRule['act'][] = ['appeal', 'notice', 'commend', 'put-forward'];

/** Rules and stages of a programme that units decide, which can not be divided among them. */
export const unitsNotYet = (template: Template, faults: Faults): void => {
  if (!decidesByUnits(template)) return;
  const { calendar, outcome, parties } = template;
  outcome.forEach((rule, at) => {
    const part = undividedPart(rule);
    if (part !== undefined) faults.add('OUTCOME_NOT_YET', ['outcome', at, part], { rule: rule.id });
  });
  const decides = calendar.findIndex(({ act }) => act === 'decide');
  calendar.forEach(({ act, by }, at) => {
    if (at < decides || !AFTER.includes(act)) return;
    const [party = ''] = manyOf(by);
    faults.add('ACT_NOT_YET', ['calendar', at, 'act'], { act, role: parties[party]?.role ?? '' });
  });
};
