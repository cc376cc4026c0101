import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayDay } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';

export type Problem = Schemas['ListedProblem'];
export type Told = Schemas['ProblemTold'];
export type Step = Schemas['ProblemStep'];

const STATE_TONES: Readonly<Record<Problem['state'], Tone>> = {
  found: 'waiting',
  assigned: 'waiting',
  'handed-in': 'waiting',
  closed: 'good',
  withdrawn: 'plain',
};
const DUE_TONES: Readonly<Record<Problem['due'], Tone>> = {
  overdue: 'bad',
  soon: 'waiting',
  later: 'plain',
  none: 'plain',
};

export const StateMark = ({ state }: Pick<Problem, 'state'>) => {
  const { t } = useTranslation();
  return <Mark tone={STATE_TONES[state]}>{t(`problems.states.${state}`)}</Mark>;
};

/** Its last day, and in a word with a sign how near that is. */
export const DueMark = ({ due, dueOn }: Pick<Problem, 'due' | 'dueOn'>) => {
  const { t } = useTranslation();
  if (dueOn === null) return <>{t('none')}</>;
  return (
    <>
      {sayDay(dueOn)}{' '}
      {due !== 'none' && due !== 'later' && <Mark tone={DUE_TONES[due]}>{t(`problems.dues.${due}`)}</Mark>}
    </>
  );
};

/** What every order about problems makes old. */
export const TOUCHES = [['problems'], ['problem'], ['work']] as const;
