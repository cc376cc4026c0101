import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { Mark, type Tone } from './mark.tsx';

export type Brought = Exclude<Schemas['EntryLine']['brought'], 'none'>;

const TONES: Readonly<Record<Brought, Tone>> = { awaited: 'waiting', overdue: 'bad', brought: 'good' };

export const BROUGHT_WORDS = Object.keys(TONES) as readonly Brought[];

/** Of whoever stands on a roll: what it was to bring itself. Nothing, where nothing was asked of it. */
export const BroughtMark = ({ brought }: Readonly<{ brought: Brought | 'none' }>) => {
  const { t } = useTranslation();
  return brought === 'none' ? null : <Mark tone={TONES[brought]}>{t(`brought.${brought}`)}</Mark>;
};
