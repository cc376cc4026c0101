import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '../../components/mark.tsx';
import type { Standing } from './shared.ts';

const TONES: Readonly<Record<Standing, Tone>> = {
  waiting: 'plain',
  'put-off': 'bad',
  'on-stage': 'waiting',
  closed: 'waiting',
  shown: 'good',
  out: 'bad',
};

export const StandingOfEntry = ({ standing }: Readonly<{ standing: Standing }>) => {
  const { t } = useTranslation();
  return <Mark tone={TONES[standing]}>{t(`contest.standings.${standing}`)}</Mark>;
};
