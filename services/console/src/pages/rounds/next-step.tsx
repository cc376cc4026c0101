import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';

type Round = Schemas['Round'];

/** Where each step is done; what only has to be waited for is told without a link. */
const NEXT = {
  convene: '/rounds/$roundId/seats',
  wait: '/rounds/$roundId/seats',
  collect: '/rounds/$roundId/seats',
  tally: '/rounds/$roundId/result',
  decide: '/rounds/$roundId/decision',
  issue: '/rounds/$roundId/circular',
  print: '/rounds/$roundId/circular',
  goesOn: '/rounds/$roundId/result',
} as const;
type Step = keyof typeof NEXT;

const nextOf = ({ status, sources, goesOnTo, filledBy }: Round): Step | undefined => {
  switch (status) {
    case 'prepared':
      return filledBy === 'marks' && sources.some(({ seats }) => seats === 0) ? 'convene' : 'wait';
    case 'open':
      return 'collect';
    case 'closed':
      return 'tally';
    case 'tallied':
      return goesOnTo.length > 0 ? 'goesOn' : 'decide';
    case 'decided':
      return 'issue';
    case 'commended':
      return 'print';
    case 'annulled':
      return undefined;
  }
};

/** Nobody is seated where a body chooses or people vote: there is a turnout to see, or nothing. */
const placeOf = (step: Step, { filledBy }: Round): (typeof NEXT)[Step] | '/rounds/$roundId/ballots' | undefined => {
  if (filledBy === 'marks' || (step !== 'wait' && step !== 'collect')) return NEXT[step];
  return filledBy === 'votes' ? '/rounds/$roundId/ballots' : undefined;
};

/** What comes next in a round, and the way to it. */
export const NextStep = ({ round, isButton = false }: Readonly<{ round: Round; isButton?: boolean }>) => {
  const { t } = useTranslation();
  const next = nextOf(round);
  if (next === undefined) return <>{t('none')}</>;
  const place = placeOf(next, round);
  const text =
    next === 'wait' || next === 'collect' || next === 'tally'
      ? t(`rounds.by.${round.filledBy}.next.${next}`)
      : t(`rounds.next.${next}`);
  return place === undefined ? (
    <>{text}</>
  ) : (
    <Link to={place} params={{ roundId: round.roundId }} className={isButton ? 'primary' : undefined}>
      {text}
    </Link>
  );
};
