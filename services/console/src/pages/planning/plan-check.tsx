import { useTranslation } from 'react-i18next';
import type { CheckedAnswer } from '../../components/check-answers.tsx';
import { sayDay } from '../../components/dates.ts';
import { type Plan, PLAN_FIELDS, type PlanField, saidOf } from './plan.ts';

export const useFieldNames = (): Readonly<Record<PlanField, string>> => {
  const { t } = useTranslation();
  return {
    title: t('projects.name'),
    keyTask: t('projects.task'),
    measures: t('project.measures'),
    dueOn: t('projects.due'),
    answerable: t('project.answerable'),
    milestones: t('project.milestones'),
  };
};

/** A plan as it is looked at once more. */
export const usePlanAnswers = (): ((plan: Plan, nameOf: (personId: string) => string) => readonly CheckedAnswer[]) => {
  const names = useFieldNames();
  return (plan, nameOf) =>
    PLAN_FIELDS.map((field) => ({
      name: names[field],
      said: field === 'dueOn' && plan.dueOn !== '' ? sayDay(plan.dueOn) : saidOf(plan, field, nameOf),
    }));
};
