import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { ballotTurnouts } from '../../api/questions/ballots.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { BoxGroups } from './groups.tsx';
import { VoteCodes } from './vote-codes.tsx';
import { RoundFrame } from '../rounds/round-frame.tsx';

type Turnout = Schemas['BallotTurnout'];
type Box = Turnout['boxes'][number];

const TONES: Readonly<Record<Schemas['BallotStanding'], Tone>> = {
  waiting: 'waiting',
  counted: 'good',
  VOTERS_BELOW_MINIMUM: 'bad',
  TURNOUT_BELOW_FLOOR: 'bad',
};

const BASIS_POINTS = 100;

const Boxes = ({ ballot }: Readonly<{ ballot: Turnout }>) => {
  const { t } = useTranslation();
  const isOver = ballot.stage === 'closed';
  const columns: readonly Column<Box>[] = [
    { key: 'entry', title: t('ballots.entry'), isHead: true, cell: ({ title }) => title },
    ...(ballot.boxes.some(({ groups }) => groups.length > 0)
      ? [{ key: 'groups', title: t('ballots.group'), cell: ({ groups }: Box) => <BoxGroups groups={groups} /> }]
      : []),
    { key: 'issued', title: t('ballots.issued'), isNumber: true, cell: ({ issued }) => issued },
    {
      key: 'cast',
      title: t('ballots.cast'),
      isNumber: true,
      cell: ({ cast }) => (isOver ? cast : t('ballots.atLeast', { count: cast })),
    },
    {
      key: 'standing',
      title: t('ballots.state'),
      cell: ({ standing }) => <Mark tone={TONES[standing]}>{t(`ballots.standing.${standing}`)}</Mark>,
    },
  ];
  const { issueUntil, voters, least, turnoutFloor, stage } = ballot;
  return (
    <>
      <p>
        {t(`ballots.stage.${stage}`)} · {t('ballots.issueUntil', { at: sayDeadline(issueUntil) })} ·{' '}
        {t('ballots.voters', { count: voters })}
      </p>
      <p className="quiet">{t('ballots.floors', { least, share: turnoutFloor / BASIS_POINTS })}</p>
      <ListTable label={t('ballots.turnout')} columns={columns} rows={ballot.boxes} keyOf={({ boxId }) => boxId} />
      {!isOver && <p className="quiet">{t('ballots.inSteps')}</p>}
    </>
  );
};

/** Tokens and turnout of a round's secret ballots: no choice before the closing, and none with a name ever; and the codes of the public. Four calls. */
export const BallotTurnout = () => {
  const { t } = useTranslation();
  const { roundId } = getRouteApi('/rounds/$roundId/ballots').useParams();
  const query = useQuery(ballotTurnouts(roundId));
  return (
    <RoundFrame roundId={roundId} here="ballots" title={t('ballots.turnout')}>
      {({ grants, personId }) => (
        <Answered query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyNotice title={t('ballots.noneTitle')}>{t('ballots.noneYet')}</EmptyNotice>
            ) : (
              <>
                {items.map((ballot) => (
                  <Boxes key={ballot.ballotId} ballot={ballot} />
                ))}
                <VoteCodes roundId={roundId} grants={grants} personId={personId} />
              </>
            )
          }
        </Answered>
      )}
    </RoundFrame>
  );
};
