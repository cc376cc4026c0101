import { answeredBy } from './needs.ts';
import type { Template } from './template/template.ts';
import type { Test } from './template/tests.ts';

type Asking = Pick<Template, 'intake' | 'calendar' | 'subjects' | 'outcome'>;

/** Acts in which somebody looks up what the platform does not hear of: the review, or, where there is none, clearing. */
export const LOOKING_UP: readonly Template['calendar'][number]['act'][] = ['review', 'clear'];

/** Ways in which each entry is put forward by somebody; rolls are put right by their office. */
const PUT_FORWARD: readonly Template['intake']['how'][] = ['nominate', 'plan-then-declare'];

/** What somebody is given because of what he needs; whoever lacks it is not kept from what nobody wishes for. */
const WISHED_FOR: readonly Template['outcome'][number]['gives'][] = ['honour', 'level', 'place', 'recommendation'];

/** Where nobody looks at entries before they are judged, the office looks up what a need asks before the body decides. */
const areAskedAtAward = ({ intake, calendar, subjects, outcome }: Asking): boolean =>
  PUT_FORWARD.includes(intake.how) &&
  !calendar.some(({ act }) => LOOKING_UP.includes(act)) &&
  subjects.length === 1 &&
  outcome.length > 0 &&
  outcome.every(({ to, order, gives }) => to === 'entry' && order === undefined && WISHED_FOR.includes(gives));

/** Whether a need is one that every award of the template asks in its place: a person answers all of it. */
export const isAskedAtAward = (template: Asking, kind: Template['subjects'][number]['kind'], test: Test): boolean =>
  areAskedAtAward(template) &&
  ('anyOf' in test ? test.anyOf : [test]).every((asked) => answeredBy(asked, kind, template.intake.how) === 'person');

/** What awards ask beside what their own rules say. */
export const neededAtAward = (template: Asking): readonly Test[] =>
  template.subjects.flatMap(({ kind, needs }) => needs.filter((test) => isAskedAtAward(template, kind, test)));
