import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { contest as contestOf } from '../../api/questions/contest.ts';
import { Answered } from '../../components/answered.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import '../../look/contest.css';
import { sayScore } from '../rounds/points.ts';
import { type Contest, type ContestEntry, entryIn, scoreWord, titleOf } from './shared.ts';

const page = getRouteApi('/rounds/$roundId/hall');

/** The hall is told nothing by itself where the stream was cut: it looks again. */
const LOOK_AGAIN_MS = 10_000;

const OnStage = ({ entry }: Readonly<{ entry: ContestEntry }>) => {
  const { t } = useTranslation();
  const { place, marksIn, marksWanted } = entry;
  return (
    <div className="hall-stage" role="status">
      <p className="hall-word">
        {t('contest.onStage')}
        {place > 0 && ` · ${place}`}
      </p>
      <p className="hall-title">{titleOf(entry)}</p>
      <p className="hall-home">{nameIn(entry.homeName)}</p>
      <p className="hall-marks">
        {t('contest.marksIn', { given: marksIn, wanted: marksWanted })}{' '}
        <progress value={marksIn} max={Math.max(marksWanted, 1)} aria-label={t('contest.marks')} />
      </p>
    </div>
  );
};

const LastShown = ({ entry, contest }: Readonly<{ entry: ContestEntry; contest: Contest }>) => {
  const { t } = useTranslation();
  const { decimals } = contest;
  return (
    <div className="hall-stage" role="status">
      <p className="hall-word">{t(scoreWord(contest))}</p>
      <p className="hall-title">{titleOf(entry)}</p>
      <p className="hall-score">{sayScore(entry.score, decimals)}</p>
    </div>
  );
};

/** By rank; equal scores beside each other, in the order of appearance. */
const ranked = ({ entries }: Contest): readonly ContestEntry[] =>
  entries.filter(({ rank }) => rank > 0).toSorted((a, b) => a.rank - b.rank || a.place - b.place);

const Ranking = ({ contest }: Readonly<{ contest: Contest }>) => {
  const { t } = useTranslation();
  const rows = ranked(contest);
  if (rows.length === 0) return null;
  return (
    <table className="hall-ranking">
      <caption>{t('contest.ranking')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('contest.rank')}</th>
          <th scope="col">{t('contest.entry')}</th>
          <th scope="col">{t(scoreWord(contest))}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <tr key={entry.entryId}>
            <td>{entry.rank}</td>
            <th scope="row">{titleOf(entry)}</th>
            <td>{sayScore(entry.score, contest.decimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Whoever is on the stage; between two, the score that was shown last and who is next. */
const Now = ({ contest }: Readonly<{ contest: Contest }>) => {
  const { t } = useTranslation();
  const { onStage, next, lastShown } = contest;
  const there = entryIn(contest, onStage);
  const latest = entryIn(contest, lastShown);
  const following = entryIn(contest, next);
  if (there !== undefined) return <OnStage entry={there} />;
  return (
    <>
      {latest !== undefined && <LastShown {...{ entry: latest, contest }} />}
      <p className="hall-next">
        {following !== undefined
          ? `${t('contest.next')} ${titleOf(following)}`
          : t(latest === undefined && contest.standing !== 'closed' ? 'contest.hallWait' : 'contest.hallDone')}
      </p>
    </>
  );
};

/** For the wall of the hall: who is on, how many marks are in, what was shown, and nobody's marks. One call, and again whenever something happens. */
export const Hall = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const hall = useRef<HTMLDivElement>(null);
  const full = (): void => {
    void (document.fullscreenElement === null ? hall.current?.requestFullscreen() : document.exitFullscreen());
  };
  return (
    <Answered query={useQuery({ ...contestOf(roundId), refetchInterval: LOOK_AGAIN_MS })}>
      {(contest) => (
        <Page title={t('contest.hall')} lead={either(contest.titleZh, contest.titleEn)}>
          <div className="hall" ref={hall}>
            <p className="hall-head">{either(contest.titleZh, contest.titleEn)}</p>
            <Now contest={contest} />
            <Ranking contest={contest} />
            <p className="hall-tools">
              <Button onClick={full}>{t('contest.full')}</Button>
            </p>
          </div>
        </Page>
      )}
    </Answered>
  );
};
