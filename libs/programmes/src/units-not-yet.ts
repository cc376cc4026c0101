import type { Faults } from './faults.ts';
import type { StageRule } from './template/calendar.ts';
import { decidesByMeetings } from './meetings-not-yet.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';
import { refuseUndivided } from './undivided.ts';

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

/** Of what units decided nothing is appealed or put forward by parts yet. */
const AFTER: readonly StageRule['act'][] = ['appeal', 'put-forward'];

/** A unit's officers make known what their committee, or the branches below it, decided, and nothing before that. */
export const mayUnitMakeKnown = (template: Template, { id }: StageRule, party: string): boolean => {
  const { calendar } = template;
  const decides = calendar.findIndex(({ act }) => act === 'decide');
  const at = calendar.findIndex((stage) => stage.id === id);
  return (decidesByUnits(template) || decidesByMeetings(template)) && at > decides && mayUnitDecide(template, party);
};

/** Rules and stages of a programme that units decide, which can not be divided among them. */
export const unitsNotYet = (template: Template, faults: Faults): void => {
  if (decidesByUnits(template)) refuseUndivided(template, faults, { partOf: undividedPart, after: AFTER });
};
