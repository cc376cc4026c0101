import type { Schemas } from '../../api/client.ts';
import { bracketed, comma } from '../../components/names.ts';

/** What is typed of a plan: texts, as long as nobody has sent it. */
export type Plan = Readonly<{
  title: string;
  keyTask: string;
  measures: string;
  dueOn: string;
  /** Answers for it first. */
  leader: string;
  others: readonly string[];
  milestones: readonly Readonly<{ title: string; dueOn: string }>[];
}>;

export const EMPTY_PLAN: Plan = {
  title: '',
  keyTask: '',
  measures: '',
  dueOn: '',
  leader: '',
  others: [],
  milestones: [],
};

export const PLAN_FIELDS = ['title', 'keyTask', 'measures', 'dueOn', 'answerable', 'milestones'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A plan out of what a draft holds; what an earlier page wrote and this one does not know is left out. */
export const planIn = (kept: unknown): Plan => {
  const { title, keyTask, measures, dueOn, leader, others, milestones } = record(kept);
  return {
    ...{ title: text(title), keyTask: text(keyTask), measures: text(measures), dueOn: text(dueOn) },
    ...{ leader: text(leader), others: list(others).map(text) },
    milestones: list(milestones)
      .map(record)
      .map((one) => ({ title: text(one['title']), dueOn: text(one['dueOn']) })),
  };
};

export const planOf = (
  entry: Schemas['Entry'],
  milestones: readonly Pick<Schemas['Milestone'], 'title' | 'dueOn'>[],
): Plan => {
  const [leader = '', ...others] = entry.answerable;
  return {
    ...{ title: entry.title, keyTask: entry.keyTask ?? '', measures: entry.measures, dueOn: entry.dueOn ?? '' },
    ...{ leader, others },
    milestones: milestones.map(({ title, dueOn }) => ({ title, dueOn })),
  };
};

/** As the platform takes it. */
export const bodyOf = ({ leader, others, milestones, ...rest }: Plan) => ({
  ...{ title: rest.title.trim(), keyTask: rest.keyTask.trim(), measures: rest.measures.trim(), dueOn: rest.dueOn },
  answerable: [leader, ...others.filter((one) => one !== leader)],
  milestones: milestones.map(({ title, dueOn }) => ({ title: title.trim(), dueOn })),
});

/** One field as a text that two people can compare. */
export const saidOf = (plan: Plan, field: PlanField, nameOf: (personId: string) => string): string => {
  if (field === 'answerable')
    return [plan.leader, ...plan.others]
      .filter((one) => one !== '')
      .map(nameOf)
      .join(comma());
  if (field === 'milestones')
    return plan.milestones.map(({ title, dueOn }) => `${title}${bracketed(dueOn)}`).join('\n');
  return plan[field];
};

const raw = (plan: Plan, field: PlanField): string => saidOf(plan, field, (personId) => personId);

export type Clash = Readonly<{
  /** Fields that somebody else changed and the writer did not: taken over. */
  taken: readonly PlanField[];
  /** Fields that both changed, each to something else: one must choose. */
  both: readonly PlanField[];
}>;

/** What somebody else's change means for what is being written: `base` is what both began with. */
export const clashOf = (base: Plan, theirs: Plan, mine: Plan): Clash => {
  const changed = PLAN_FIELDS.filter((field) => raw(theirs, field) !== raw(base, field));
  const both = changed.filter(
    (field) => raw(mine, field) !== raw(base, field) && raw(mine, field) !== raw(theirs, field),
  );
  return { both, taken: changed.filter((field) => !both.includes(field) && raw(mine, field) !== raw(theirs, field)) };
};

/** `mine`, with the named fields as `theirs` has them. */
export const withTheirs = (mine: Plan, theirs: Plan, fields: readonly PlanField[]): Plan => {
  const of = (field: PlanField): Plan => (fields.includes(field) ? theirs : mine);
  return {
    title: of('title').title,
    keyTask: of('keyTask').keyTask,
    measures: of('measures').measures,
    dueOn: of('dueOn').dueOn,
    leader: of('answerable').leader,
    others: of('answerable').others,
    milestones: of('milestones').milestones,
  };
};
