import '../../look/review.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { me } from '../../api/questions/own.ts';
import { clearances, edition as editionQuestion } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ListFoot } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { OfWhat, useWhat, whatIn } from '../../components/what-it-is.tsx';
import type { ClearancesSearch } from '../../searches/review.ts';
import { EditionSteps } from '../review/edition-steps.tsx';
import { useKeys } from '../review/use-keys.ts';
import { ClearanceDesk } from './clearance-desk.tsx';

type Edition = Schemas['Edition'];
type Line = Schemas['ClearanceLine'];

const page = getRouteApi('/editions/$editionId/clearances');
const STATES = ['requested', 'cleared', 'blocked', 'lifted'] as const;
const ALL = 'all';
const TONES: Readonly<Record<Line['state'], Tone>> = {
  requested: 'waiting',
  cleared: 'good',
  blocked: 'bad',
  lifted: 'plain',
};

const Row = ({ line, isOpen }: Readonly<{ line: Line; isOpen: boolean }>) => {
  const { t } = useTranslation();
  const { title, nominatorName, entryId, state, dueAt, answeredAt } = line;
  return (
    <li className={isOpen ? 'queue-row bare open' : 'queue-row bare'}>
      <Link
        from="/editions/$editionId/clearances"
        to="/editions/$editionId/clearances"
        search={(before) => ({ ...before, entry: entryId })}
        replace
        resetScroll={false}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className="queue-title">{title}</span>
        <span className="quiet">{nameIn(nominatorName)}</span>
        <span className="quiet queue-notes">
          <Mark tone={TONES[state]}>{t(`clearances.state.${state}`)}</Mark>
          {answeredAt !== null && <span>{t('clearances.answeredAt', { date: sayDay(answeredAt) })}</span>}
          {state === 'requested' && dueAt !== null && (
            <span>{t('clearances.due', { date: sayDay(lastDayOf(dueAt)) })}</span>
          )}
        </span>
      </Link>
    </li>
  );
};

const useCases = (edition: Edition) => {
  const { state = 'requested', entry } = page.useSearch();
  const navigate = useNavigate({ from: '/editions/$editionId/clearances' });
  const change = (changed: ClearancesSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  const search = {
    organizationId: edition.committeeId,
    editionId: edition.editionId,
    ...(state === ALL ? {} : { state }),
  };
  const query = useInfiniteQuery({
    ...clearances(search),
    placeholderData: (before) => before,
  });
  const lines = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const openId = entry ?? lines[0]?.entryId;
  const at = lines.findIndex(({ entryId }) => entryId === openId);
  const go = (to: number): void => {
    const line = lines[to];
    if (line !== undefined) change({ entry: line.entryId });
  };
  return { state, entry, change, search, query, lines, openId, at, go, first: query.data?.pages[0] };
};

type Shown = ReturnType<typeof useCases>;

const QueueSide = ({ shown }: Readonly<{ shown: Shown }>) => {
  const { t } = useTranslation();
  const what = useWhat();
  const { state, change, search, query, lines, openId, first } = shown;
  const counts = first?.facets?.state ?? {};
  const total = STATES.reduce((sum, word) => sum + (counts[word] ?? 0), 0);
  return (
    <div className="review-queue">
      <p className="queue-done">
        <strong>{t('clearances.done', { done: total - (counts['requested'] ?? 0), total })}</strong>
      </p>
      <p className="quiet">{t('clearances.lead', { what })}</p>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={t('projects.standing')}
          value={state}
          options={[
            ...STATES.map((word) => ({
              value: word,
              label: t(`clearances.state.${word}`),
              count: first && (counts[word] ?? 0),
            })),
            { value: ALL, label: t('clearances.all'), count: first && total },
          ]}
          onChoose={(chosen) => change({ state: chosen, entry: undefined })}
        />
      </form>
      <ExportButton list="/v1/clearances" query={search} />
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {lines.length > 0 && (
        <>
          <ol className="queue" aria-label={t('clearances.title')}>
            {lines.map((line) => (
              <Row key={line.clearanceId} line={line} isOpen={line.entryId === openId} />
            ))}
          </ol>
          <ListFoot pages={query} shown={lines.length} total={first?.total ?? lines.length} />
        </>
      )}
      {first !== undefined && lines.length === 0 && (
        <EmptyNotice title={t('clearances.emptyTitle', { what })}>{t('clearances.empty')}</EmptyNotice>
      )}
    </div>
  );
};

const Cases = ({ edition, isInspector }: Readonly<{ edition: Edition; isInspector: boolean }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [lastNumber, setLastNumber] = useState('');
  const shown = useCases(edition);
  const { entry, change, lines, openId, at, go } = shown;
  useKeys(({ act }) => {
    if (act === 'next') go(at + 1);
    if (act === 'previous') go(at - 1);
  });
  return (
    <Page
      title={t('clearances.title')}
      lead={either(edition.titleZh, edition.titleEn)}
      actions={<EditionSteps editionId={edition.editionId} />}
    >
      <div className={entry === undefined ? 'review' : 'review is-open'}>
        <QueueSide shown={shown} />
        <div className="review-desk">
          <button type="button" className="linklike to-queue" onClick={() => change({ entry: undefined })}>
            {t('review.toQueue')}
          </button>
          {openId !== undefined && (
            <ClearanceDesk
              key={openId}
              entryId={openId}
              isInspector={isInspector}
              lastNumber={lastNumber}
              onGiven={(title, number) => {
                setLastNumber(number);
                tell(t('clearances.given', { title }));
                change({ entry: (lines[at + 1] ?? lines[at - 1])?.entryId });
              }}
            />
          )}
        </div>
      </div>
    </Page>
  );
};

/** What discipline inspection was asked about, and its opinion: seven calls at most, and one more for what is read on record. */
export const Clearances = () => {
  const { editionId } = page.useParams();
  const who = useQuery(me);
  return (
    <Answered query={useQuery(editionQuestion(editionId))}>
      {(edition) => (
        <OfWhat what={whatIn(edition)}>
          <Cases
            edition={edition}
            isInspector={who.data?.grants.some(({ role }) => role === 'discipline-inspector') ?? false}
          />
        </OfWhat>
      )}
    </Answered>
  );
};
