import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { Mark, type Tone } from './mark.tsx';

export type Standing = Schemas['EntryLine']['standing'];

const TONES: Readonly<Record<Standing, Tone>> = {
  planned: 'plain',
  underway: 'plain',
  proposed: 'plain',
  declared: 'waiting',
  returned: 'bad',
  reviewed: 'good',
  rejected: 'bad',
  'clearance-requested': 'waiting',
  cleared: 'good',
  blocked: 'bad',
  published: 'waiting',
  removed: 'bad',
  withdrawn: 'plain',
  'in-evaluation': 'waiting',
  missed: 'plain',
  commended: 'good',
  abandoned: 'plain',
};

export const STANDINGS = Object.keys(TONES) as readonly Standing[];

export const StandingMark = ({ standing }: Readonly<{ standing: Standing }>) => {
  const { t } = useTranslation();
  return <Mark tone={TONES[standing]}>{t(`standing.${standing}`)}</Mark>;
};
