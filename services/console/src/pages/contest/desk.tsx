import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contest as contestOf, contestDesk } from '../../api/questions/contest.ts';
import { Answered } from '../../components/answered.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import '../../look/contest.css';
import { runsRounds } from '../rounds/may-do.ts';
import { sayScore } from '../rounds/points.ts';
import { ProposeDialog } from '../rounds/proposal-form.tsx';
import { RoundFrame } from '../rounds/round-frame.tsx';
import { OrderPart } from './order-part.tsx';
import { type Contest, type ContestEntry, type DeskEntry, scoreWord, titleOf } from './shared.ts';
import { ReopenDialog } from './stage-dialogs.tsx';
import { StagePart, useContestOrder } from './stage-part.tsx';
import { StandingOfEntry } from './standing-of-entry.tsx';

const page = getRouteApi('/rounds/$roundId/contest');

type Acting = Readonly<{ contest: Contest; entry: ContestEntry; called: DeskEntry | undefined }>;

/** What can be done about an entry that has had its turn. */
const EntryActs = ({ contest, entry, called }: Acting) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const show = useContestOrder('show');
  const { roundId, atOnce, standing, onStage } = contest;
  const { entryId } = entry;
  const isOver = entry.standing === 'closed' || entry.standing === 'shown';
  if (!isOver || called === undefined) return null;
  const mayReopen = standing === 'open' && onStage === null;
  return (
    <>
      {show.isError && <ProblemNotice error={show.error} />}
      <span className="row">
        {atOnce && entry.standing === 'closed' && (
          <Button type="primary" loading={show.isPending} onClick={() => show.mutate({ roundId, entryId })}>
            {t('contest.show')}
            <span className="unseen"> {titleOf(entry)}</span>
          </Button>
        )}
        {mayReopen && (
          <Button onClick={() => setAsked(true)}>
            {t(called.opened ? 'contest.proposeReopen' : 'contest.reopen')}
            <span className="unseen"> {titleOf(entry)}</span>
          </Button>
        )}
      </span>
      {isAsked && !called.opened && (
        <ReopenDialog roundId={roundId} entry={entry} seats={called.seats} onClose={() => setAsked(false)} />
      )}
      {isAsked && called.opened && (
        <ProposeDialog roundId={roundId} act="ReopenEntry" first={{ entryId }} onClose={() => setAsked(false)} />
      )}
    </>
  );
};

const useColumns = (contest: Contest, called: readonly DeskEntry[], runs: boolean): readonly Column<ContestEntry>[] => {
  const { t } = useTranslation();
  const { decimals, byLot, atOnce } = contest;
  const place: Column<ContestEntry> = {
    key: 'place',
    title: t('contest.place'),
    isNumber: true,
    cell: (entry) => (entry.place === 0 ? t('none') : entry.place),
  };
  const shown: readonly Column<ContestEntry>[] = [
    {
      key: 'score',
      title: t(scoreWord(contest)),
      isNumber: true,
      cell: ({ score }) => sayScore(score, decimals) ?? t('none'),
    },
    {
      key: 'rank',
      title: t('contest.rank'),
      isNumber: true,
      cell: ({ rank }) => (rank === 0 ? t('none') : rank),
    },
  ];
  const acts: Column<ContestEntry> = {
    key: 'acts',
    title: t('contest.acts'),
    cell: (entry) => (
      <EntryActs contest={contest} entry={entry} called={called.find(({ entryId }) => entryId === entry.entryId)} />
    ),
  };
  return [
    ...(byLot ? [place] : []),
    {
      key: 'entry',
      title: t('contest.entry'),
      isHead: true,
      cell: (entry) => (
        <>
          {titleOf(entry)}
          <div className="quiet">{nameIn(entry.homeName)}</div>
        </>
      ),
    },
    { key: 'standing', title: t('contest.standing'), cell: ({ standing }) => <StandingOfEntry standing={standing} /> },
    {
      key: 'marks',
      title: t('contest.marks'),
      isNumber: true,
      cell: ({ marksIn, marksWanted }) => `${marksIn}/${marksWanted}`,
    },
    ...(atOnce ? shown : []),
    ...(runs ? [acts] : []),
  ];
};

const Entries = ({
  contest,
  called,
  runs,
}: Readonly<{ contest: Contest; called: readonly DeskEntry[]; runs: boolean }>) => {
  const { t } = useTranslation();
  const columns = useColumns(contest, called, runs);
  return (
    <section className="part" aria-labelledby="entries">
      <h2 id="entries">{t('contest.entry')}</h2>
      <ListTable label={t('contest.entry')} columns={columns} rows={contest.entries} keyOf={({ entryId }) => entryId} />
      {contest.atOnce && <p className="quiet">{t(contest.stageAlone ? 'contest.stageAlone' : 'contest.tiesOpen')}</p>}
    </section>
  );
};

const Desk = ({ contest, runs }: Readonly<{ contest: Contest; runs: boolean }>) => {
  const { t } = useTranslation();
  const { roundId, standing } = contest;
  const { data } = useQuery({ ...contestDesk(roundId), enabled: runs });
  const called = data?.entries ?? [];
  return (
    <>
      <p>
        <Link to="/rounds/$roundId/hall" params={{ roundId }}>
          {t('contest.toHall')}
        </Link>
      </p>
      {standing !== 'open' && <p className="quiet">{t('contest.notOpen')}</p>}
      <OrderPart contest={contest} runs={runs} />
      {runs && standing === 'open' && <StagePart contest={contest} called={called} />}
      <Entries contest={contest} called={called} runs={runs} />
    </>
  );
};

/** For whoever runs a contest: the draw, the stage, and what was shown. Four calls. */
export const ContestDesk = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const query = useQuery(contestOf(roundId));
  return (
    <RoundFrame roundId={roundId} here="contest" title={t('contest.title')}>
      {({ grants }) => (
        <Answered query={query}>{(contest) => <Desk contest={contest} runs={runsRounds(grants)} />}</Answered>
      )}
    </RoundFrame>
  );
};
