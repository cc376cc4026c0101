import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { progressOf, seats } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayMoment } from '../../components/dates.ts';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import type { RoundTold } from './round-frame.tsx';
import type { Rules } from './rules.ts';
import { RecuseDialog, type Seat as Chosen, VacateDialog } from './seat-orders.tsx';
import { useRulesWords } from './use-rules-words.ts';

type Seat = Schemas['GetV1RoundsByRoundIdSeatsAnswer']['items'][number];
type Progress = Schemas['EvaluatorProgress'];
/** A seat as far as the reader may know it: who convenes sees more of it than who looks after it. */
type Sitting = Pick<Seat, 'seatId' | 'personId' | 'sourceId' | 'submitted' | 'personName'> &
  Partial<Pick<Seat, 'held' | 'drawn' | 'homeName'>>;
type Line = Readonly<{ seat: Sitting; progress: Progress | undefined }>;
type Act = 'vacate' | 'recuse';

const page = getRouteApi('/rounds/$roundId/seats');

const SheetMark = ({ line: { seat, progress } }: Readonly<{ line: Line }>) => {
  const { t } = useTranslation();
  if (seat.held !== undefined && seat.held !== 'held')
    return <Mark tone="bad">{t(`rounds.seats.held.${seat.held}`)}</Mark>;
  if (seat.submitted) return <Mark tone="good">{t('rounds.seats.submitted')}</Mark>;
  return (
    <Mark tone={progress?.awaited ? 'waiting' : 'plain'}>
      {t(progress?.awaited ? 'rounds.seats.awaited' : 'rounds.seats.notYet')}
    </Mark>
  );
};

const Scored = ({ progress }: Readonly<{ progress: Progress | undefined }>) => {
  const { t } = useTranslation();
  if (progress === undefined || progress.entriesWanted === 0) return <>{t('none')}</>;
  const { entriesScored, entriesWanted, recused, lastAt } = progress;
  return (
    <>
      <span className="progress">
        <progress value={entriesScored} max={entriesWanted} aria-label={t('rounds.seats.scored')} /> {entriesScored}/
        {entriesWanted}
      </span>
      {recused > 0 && <div className="quiet">{t('rounds.seats.recused', { count: recused })}</div>}
      {lastAt !== null && <div className="quiet">{sayMoment(lastAt)}</div>}
    </>
  );
};

const useColumns = (rules: Rules, onAct: ((act: Act, seat: Chosen) => void) | undefined): readonly Column<Line>[] => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  const acts: Column<Line> = {
    key: 'acts',
    title: t('rounds.seats.acts'),
    cell: ({ seat }) => {
      const chosen = { personId: seat.personId, name: nameIn(seat.personName) ?? '' };
      if (seat.held !== 'held') return t('none');
      return (
        <span className="acts">
          <button type="button" className="linklike" onClick={() => onAct?.('recuse', chosen)}>
            {t('rounds.seats.recuse')}
          </button>
          <button type="button" className="linklike" onClick={() => onAct?.('vacate', chosen)}>
            {t('rounds.seats.vacate')}
          </button>
        </span>
      );
    },
  };
  return [
    {
      key: 'name',
      title: t('rounds.seats.evaluator'),
      isHead: true,
      cell: ({ seat }) => (
        <>
          {nameIn(seat.personName) ?? t('none')}
          {seat.homeName && <div className="quiet">{nameIn(seat.homeName)}</div>}
          {seat.drawn && <span className="tag">{t('rounds.seats.drawn')}</span>}
        </>
      ),
    },
    { key: 'source', title: t('rounds.seats.source'), cell: ({ seat }) => say.source(seat.sourceId) },
    { key: 'sheet', title: t('rounds.seats.sheet'), cell: (line) => <SheetMark line={line} /> },
    { key: 'scored', title: t('rounds.seats.scored'), cell: ({ progress }) => <Scored progress={progress} /> },
    {
      key: 'reminded',
      title: t('rounds.seats.reminded'),
      cell: ({ progress }) =>
        progress?.remindedAt
          ? t('rounds.seats.remindedAt', { date: sayMoment(progress.remindedAt), count: progress.remindedTimes })
          : t('rounds.seats.neverReminded'),
    },
    ...(onAct === undefined ? [] : [acts]),
  ];
};

const Filters = ({
  rules,
  facets,
}: Readonly<{ rules: Rules; facets?: Schemas['GetV1RoundsByRoundIdSeatsAnswer']['facets'] | undefined }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  const search = page.useSearch();
  const navigate = useNavigate({ from: '/rounds/$roundId/seats' });
  const change = (changed: Partial<typeof search>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={t('rounds.seats.source')}
        value={search.source}
        all={t('all')}
        options={rules.seating.map(({ sourceId }) => ({
          value: sourceId,
          label: say.source(sourceId),
          count: facets?.source[sourceId],
        }))}
        onChoose={(source) => change({ source })}
      />
      <Choice
        label={t('rounds.seats.sheet')}
        value={search.sheet}
        all={t('all')}
        options={(['submitted', 'missing'] as const).map((word) => ({
          value: word,
          label: t(word === 'submitted' ? 'rounds.seats.submitted' : 'rounds.seats.notYet'),
          count: facets?.sheet[word],
        }))}
        onChoose={(sheet) => change({ sheet })}
      />
    </form>
  );
};

/** Everybody who sits, with how far he is, live, and when he was last reminded. Two calls. */
export const SeatTable = ({ told, rules, mayAct }: Readonly<{ told: RoundTold; rules: Rules; mayAct: boolean }>) => {
  const { t } = useTranslation();
  const { roundId } = told;
  const search = page.useSearch();
  const [asked, setAsked] = useState<Readonly<{ act: Act; seat: Chosen }>>();
  const query = useInfiniteQuery({ ...seats(roundId, search), placeholderData: (before) => before });
  const progress = useQuery(progressOf(roundId, told.status === 'open'));
  const bySeat = new Map(progress.data?.evaluators.map((one) => [one.seatId, one]));
  const columns = useColumns(rules, mayAct ? (act, seat) => setAsked({ act, seat }) : undefined);
  const close = (): void => setAsked(undefined);
  return (
    <Answered query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items).map((seat) => ({ seat, progress: bySeat.get(seat.seatId) }));
        return (
          <>
            <Filters rules={rules} facets={pages[0]?.facets} />
            {rows.length === 0 ? (
              <p className="quiet">{t('rounds.seats.noneFound')}</p>
            ) : (
              <ListTable
                label={t('rounds.seats.title')}
                columns={columns}
                rows={rows}
                keyOf={({ seat }) => `${seat.seatId} ${seat.personId}`}
              />
            )}
            <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? 0} />
            {asked?.act === 'vacate' && <VacateDialog roundId={roundId} seat={asked.seat} onClose={close} />}
            {asked?.act === 'recuse' && <RecuseDialog roundId={roundId} seat={asked.seat} onClose={close} />}
          </>
        );
      }}
    </Answered>
  );
};

/** The same for who looks after the round without convening it: counts and names, from one call. */
export const ProgressTable = ({ told, rules }: Readonly<{ told: RoundTold; rules: Rules }>) => {
  const { t } = useTranslation();
  const { source, sheet } = page.useSearch();
  const query = useQuery(progressOf(told.roundId, told.status === 'open'));
  const columns = useColumns(rules, undefined);
  return (
    <Answered query={query}>
      {({ evaluators }) => {
        const rows = evaluators
          .filter(({ sourceId }) => source === undefined || sourceId === source)
          .filter(({ submitted }) => sheet === undefined || submitted === (sheet === 'submitted'))
          .map((progress) => ({ seat: progress, progress }));
        return (
          <>
            <Filters rules={rules} />
            <ListTable
              label={t('rounds.seats.title')}
              columns={columns}
              rows={rows}
              keyOf={({ seat }) => seat.seatId}
            />
          </>
        );
      }}
    </Answered>
  );
};
