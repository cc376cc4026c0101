import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Mark, type Tone } from '../../components/mark.tsx';

export const ROUND_TONES: Readonly<Record<Schemas['RoundStatus'], Tone>> = {
  prepared: 'plain',
  open: 'waiting',
  closed: 'waiting',
  tallied: 'waiting',
  decided: 'waiting',
  commended: 'good',
  annulled: 'bad',
};

/** Where a round is; while it is filled, in the word of what fills it. */
export const RoundMark = ({
  round: { status, filledBy },
}: Readonly<{ round: Pick<Schemas['Round'], 'status' | 'filledBy'> }>) => {
  const { t } = useTranslation();
  return (
    <Mark tone={ROUND_TONES[status]}>
      {status === 'open' ? t(`rounds.by.${filledBy}.open`) : t(`rounds.status.${status}`)}
    </Mark>
  );
};
