import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { Mark, type Tone } from './mark.tsx';
import { type Standing, StandingMark } from './standing-mark.tsx';

export type Brought = Exclude<Schemas['EntryLine']['brought'], 'none'>;

const TONES: Readonly<Record<Brought, Tone>> = { awaited: 'waiting', overdue: 'bad', brought: 'good' };

export const BROUGHT_WORDS = Object.keys(TONES) as readonly Brought[];

type Of = Readonly<{ standing: Standing; brought: Brought | 'none' }>;

/**
 * Where an entry stands, and, of whoever stands on a roll, what it was to bring itself. Listed, it stands as declared: of one that has declared
 * nothing yet that would say the contrary of what is so.
 */
export const EntryMarks = ({ standing, brought }: Of) => {
  const { t } = useTranslation();
  const isSilent = standing === 'declared' && (brought === 'awaited' || brought === 'overdue');
  return (
    <>
      {!isSilent && <StandingMark standing={standing} />}{' '}
      {brought !== 'none' && <Mark tone={TONES[brought]}>{t(`brought.${brought}`)}</Mark>}
    </>
  );
};
