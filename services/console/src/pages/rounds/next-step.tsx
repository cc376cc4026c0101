import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';

type Round = Schemas['Round'];

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

const nextOf = ({ status, sources, goesOnTo }: Round): keyof typeof NEXT | undefined => {
  switch (status) {
    case 'prepared':
      return sources.some(({ seats }) => seats === 0) ? 'convene' : 'wait';
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

/** What comes next in a round, and the way to it. */
export const NextStep = ({ round, isButton = false }: Readonly<{ round: Round; isButton?: boolean }>) => {
  const { t } = useTranslation();
  const next = nextOf(round);
  return next === undefined ? (
    <>{t('none')}</>
  ) : (
    <Link to={NEXT[next]} params={{ roundId: round.roundId }} className={isButton ? 'primary' : undefined}>
      {t(`rounds.next.${next}`)}
    </Link>
  );
};
