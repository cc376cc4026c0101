import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paperBoxes } from '../../api/questions/paper-boxes.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import '../../look/ballots.css';
import { runsRounds } from '../rounds/may-do.ts';
import { type Grants, RoundFrame } from '../rounds/round-frame.tsx';
import { CountDialog } from './count-dialog.tsx';
import { Counts, PapersTold } from './counts.tsx';
import { OpenDialog } from './settle-dialogs.tsx';
import { type Box, type BoxEntry, onOnePaper, stoodBy } from './shared.ts';

const TONES: Readonly<Record<BoxEntry['standing'], Tone>> = {
  uncounted: 'plain',
  waiting: 'waiting',
  confirmed: 'good',
};
const BASIS_POINTS = 100;

const Standing = ({ box, entry: { standing, opened } }: Readonly<{ box: Box; entry: BoxEntry }>) => {
  const { t } = useTranslation();
  if (opened === null) return <Mark tone={TONES[standing]}>{t(`paperBoxes.standing.${standing}`)}</Mark>;
  return (
    <div>
      <Mark tone={opened.why === null ? 'good' : 'bad'}>{t(`paperBoxes.result.${opened.why ?? 'counted'}`)}</Mark>
      <PapersTold box={box} papers={opened} />
    </div>
  );
};

/** What was opened stands: its only opposite is said where it is looked for. */
const Stands = ({ roundId, grants }: Readonly<{ roundId: string; grants: Grants }>) => {
  const { t } = useTranslation();
  return (
    <p className="note">
      {t('paperBoxes.stands')}{' '}
      {runsRounds(grants) && (
        <Link to="/rounds/$roundId/proposals" params={{ roundId }}>
          {t('paperBoxes.toAnnul')}
        </Link>
      )}
    </p>
  );
};

const PollOnPaper = ({
  roundId,
  box,
  personId,
  grants,
}: Readonly<{ roundId: string; box: Box; personId: string; grants: Grants }>) => {
  const { t } = useTranslation();
  const [counting, setCounting] = useState<readonly BoxEntry[]>();
  const [isOpening, setOpening] = useState(false);
  const counts = box.isTeller && box.hindrance === null;
  const uncounted = box.entries.filter(
    (entry) => entry.standing === 'uncounted' && !onOnePaper(box, entry).some(({ isOwn }) => isOwn),
  );
  const columns: readonly Column<BoxEntry>[] = [
    { key: 'entry', title: t('ballots.entry'), isHead: true, cell: ({ title }) => title },
    { key: 'standing', title: t('ballots.state'), cell: (entry) => <Standing box={box} entry={entry} /> },
    ...(counts
      ? [
          {
            key: 'count',
            title: t('paperBoxes.act'),
            cell: (entry: BoxEntry) => {
              const together = onOnePaper(box, entry);
              if (together.some(({ isOwn }) => isOwn)) return t('paperBoxes.own');
              if (stoodBy(box, entry.entryId, personId)) return t('paperBoxes.byYou');
              return (
                <Button disabled={entry.standing === 'waiting'} onClick={() => setCounting(together)}>
                  {t(entry.standing === 'confirmed' ? 'paperBoxes.correct' : 'paperBoxes.count')}
                </Button>
              );
            },
          },
        ]
      : []),
  ];
  return (
    <>
      <p className="quiet">{t('paperBoxes.floors', { least: box.least, share: box.turnoutFloor / BASIS_POINTS })}</p>
      {box.isOpened && <Stands roundId={roundId} grants={grants} />}
      {counts && (
        <p className="row">
          {uncounted.length > 1 && (
            <Button type="primary" onClick={() => setCounting(uncounted)}>
              {t('paperBoxes.countAll', { count: uncounted.length })}
            </Button>
          )}
          {box.isOver && <Button onClick={() => setOpening(true)}>{t('paperBoxes.open')}</Button>}
        </p>
      )}
      <ListTable label={t('paperBoxes.title')} columns={columns} rows={box.entries} keyOf={({ entryId }) => entryId} />
      <Counts roundId={roundId} box={box} personId={personId} />
      {counting !== undefined && (
        <CountDialog roundId={roundId} box={box} entries={counting} onClose={() => setCounting(undefined)} />
      )}
      {isOpening && <OpenDialog roundId={roundId} sourceId={box.sourceId} onClose={() => setOpening(false)} />}
    </>
  );
};

/** Polls that are held on paper: counted in the hall by two persons, opened once the vote is over. Three calls. */
export const PaperBoxes = () => {
  const { t } = useTranslation();
  const { roundId } = getRouteApi('/rounds/$roundId/paper-boxes').useParams();
  const query = useQuery(paperBoxes(roundId));
  return (
    <RoundFrame roundId={roundId} here="paperBoxes" title={t('paperBoxes.title')}>
      {({ personId, grants }) => (
        <Answered query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyNotice title={t('paperBoxes.none')}>{t('paperBoxes.noneWhy')}</EmptyNotice>
            ) : (
              items.map((box) => <PollOnPaper key={box.paperBoxId} {...{ roundId, box, personId, grants }} />)
            )
          }
        </Answered>
      )}
    </RoundFrame>
  );
};
