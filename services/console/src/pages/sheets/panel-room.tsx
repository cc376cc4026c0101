import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { entry } from '../../api/questions/entries.ts';
import { panelEntries, panelProgress, panelRound } from '../../api/questions/sheets.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import '../../look/sheets.css';

const page = getRouteApi('/rounds/$roundId/panel');

type Round = Schemas['GetV1RoundsByRoundIdAnswer'];
type Line = Schemas['GetV1RoundsByRoundIdEntriesAnswer']['items'][number];

/** Arrow keys, the space bar, and what clickers for presentations send. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

const useClicker = (step: (by: number) => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = STEPS[event.key];
      // A button that has the focus is pressed by the space bar; fields keep their keys.
      if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, button, a, summary')) {
        if (event.key === ' ') return;
      }
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [step]);
};

/** How many have sealed their sheets: counts, and nobody's name. */
const Seals = ({ round }: Readonly<{ round: Round }>) => {
  const { t } = useTranslation();
  const nameOf = ({ vote, sourceId }: Round['sources'][number]): string =>
    round.sources.filter((source) => source.vote === vote).length > 1
      ? `${t(`panel.vote.${vote}`)} ${sourceId}`
      : t(`panel.vote.${vote}`);
  return (
    <div className="panel-seals" role="status">
      <h3>{t('panel.progress')}</h3>
      {round.sources.map((source) => (
        <p key={source.sourceId}>
          {nameOf(source)}{' '}
          <strong>
            {source.submitted}/{source.seats}
          </strong>{' '}
          <progress value={source.submitted} max={Math.max(source.seats, 1)} aria-label={nameOf(source)} />
        </p>
      ))}
    </div>
  );
};

const Fact = ({ name, children }: Readonly<{ name: string; children: ReactNode }>) =>
  children === null || children === undefined || children === '' ? null : (
    <>
      <h3>{name}</h3>
      <p className="prose">{children}</p>
    </>
  );

const OneEntry = ({ line, progress }: Readonly<{ line: Line; progress: Schemas['EntryProgress'] | undefined }>) => {
  const { t } = useTranslation();
  const { data } = useQuery(entry(line.entryId));
  const summary = data?.declarations.at(-1)?.summary;
  return (
    <article className="panel-entry" aria-live="polite">
      <h2>{line.title}</h2>
      <Fact name={t('panel.unit')}>{nameIn(line.homeName)}</Fact>
      <Fact name={t('panel.task')}>{data?.entry.keyTask}</Fact>
      <Fact name={t('panel.summary')}>{summary}</Fact>
      {progress !== undefined && (
        <p className="panel-marks">{t('panel.marks', { given: progress.marksGiven, wanted: progress.marksWanted })}</p>
      )}
    </article>
  );
};

const Room = ({ round, lines }: Readonly<{ round: Round; lines: readonly Line[] }>) => {
  const { t } = useTranslation();
  const { number = 1 } = page.useSearch();
  const navigate = page.useNavigate();
  const room = useRef<HTMLDivElement>(null);
  const { data: progress } = useQuery(panelProgress(round.roundId));
  const at = Math.min(number, lines.length);
  const line = lines[at - 1];
  const step = (by: number): void => {
    const next = Math.min(Math.max(at + by, 1), lines.length);
    if (next !== at) void navigate({ search: { number: next }, replace: true, resetScroll: false });
  };
  useClicker(step);
  const full = (): void => {
    void (document.fullscreenElement === null ? room.current?.requestFullscreen() : document.exitFullscreen());
  };
  return (
    <div className="panel-room" ref={room}>
      <Seals round={round} />
      {line === undefined ? (
        <EmptyNotice title={t('panel.emptyTitle')}>{t('panel.empty')}</EmptyNotice>
      ) : (
        <>
          <p className="quiet">{t('panel.entryOf', { number: at, total: lines.length })}</p>
          <OneEntry
            key={line.entryId}
            line={line}
            progress={progress?.entries.find(({ entryId }) => entryId === line.entryId)}
          />
          <p className="row">
            <Button disabled={at === 1} onClick={() => step(-1)}>
              {t('panel.previous')}
            </Button>
            <Button type="primary" disabled={at === lines.length} onClick={() => step(1)}>
              {t('panel.next')}
            </Button>
            <Button onClick={full}>{t('panel.full')}</Button>
          </p>
        </>
      )}
      <p className="quiet">{t('panel.noScores')}</p>
    </div>
  );
};

/** For the screen of the room in which the panel meets: one entry at a time, how many have sealed, and nobody's marks. */
export const PanelRoom = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const lines = useQuery(panelEntries(roundId));
  return (
    <Answered query={useQuery(panelRound(roundId))}>
      {(round) => (
        <Page
          title={t('panel.title')}
          lead={[
            nameIn(round.roundName) ?? nameIn(round.editionName),
            round.closesAt === null ? undefined : t('panel.closes', { closes: sayDeadline(round.closesAt) }),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        >
          <Answered query={lines}>{(found) => <Room round={round} lines={found} />}</Answered>
        </Page>
      )}
    </Answered>
  );
};
