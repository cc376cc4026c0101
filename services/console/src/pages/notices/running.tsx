import '../../look/review.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { notices } from '../../api/questions/public.ts';
import { edition as editionQuestion } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { Day } from '../../components/day.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { RunningSearch } from '../../searches/notices.ts';
import { NoticeClock } from '../public/notice-clock.tsx';
import { EditionSteps } from '../review/edition-steps.tsx';
import { PapersPart } from './papers-part.tsx';
import { ReadyPart } from './ready-part.tsx';

type Notice = Schemas['PublicNotice'];

const STATES = ['running', 'over', 'stopped', 'corrected'] as const;
const page = getRouteApi('/editions/$editionId/notices');

const useColumns = (): readonly Column<Notice>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'title',
      title: t('projects.name'),
      isHead: true,
      cell: ({ entryId, title, about }) => (
        <>
          <Link to="/entries/$entryId" params={{ entryId }}>
            {title}
          </Link>
          <div className="quiet">{t(`notices.about.${about}`)}</div>
        </>
      ),
    },
    { key: 'unit', title: t('notices.unit'), cell: ({ nominatorName }) => nameIn(nominatorName) ?? t('none') },
    {
      key: 'period',
      title: t('running.begun'),
      cell: ({ firstDay, lastDay, workingDays }) => (
        <>
          <Day day={firstDay} /> – <Day day={lastDay} />
          {workingDays !== null && <div className="quiet">{t('notices.workingDays', { count: workingDays })}</div>}
        </>
      ),
    },
    { key: 'until', title: t('notices.until'), cell: (notice) => <NoticeClock notice={notice} /> },
    {
      key: 'outcome',
      title: t('running.outcome'),
      cell: ({ outcome }) => (outcome === null ? t('none') : t('notices.outcome', outcome)),
    },
    {
      key: 'public',
      title: t('running.public'),
      cell: ({ entryId }) => (
        <Link to="/public/notices/$entryId" params={{ entryId }}>
          {t('running.public')}
        </Link>
      ),
    },
  ];
};

const List = ({ editionId }: Readonly<{ editionId: string }>) => {
  const { t } = useTranslation();
  const { q, state = 'running' } = page.useSearch();
  const navigate = useNavigate({ from: '/editions/$editionId/notices' });
  const change = (changed: RunningSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  const query = useInfiniteQuery({
    ...notices({ editionId, q, state, sort: 'until' }),
    placeholderData: (before) => before,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  return (
    <section className="part" aria-labelledby="running">
      <h2 id="running">{t('running.notices')}</h2>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={q ?? ''} onSearch={(words) => change({ q: words })} />
        <Choice
          label={t('projects.standing')}
          value={state}
          options={STATES.map((word) => ({
            value: word,
            label: t(`notices.state.${word}`),
            count: first?.facets?.state[word],
          }))}
          onChoose={(chosen) => change({ state: chosen })}
        />
      </form>
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice title={t('running.emptyTitle')}>{t('running.empty')}</EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable
            label={t('running.notices')}
            columns={columns}
            rows={rows}
            keyOf={({ entryId, noticeRound, about }) => `${entryId} ${about} ${noticeRound}`}
          />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
        </>
      )}
    </section>
  );
};

/** What the office publishes, what runs, and its papers: five calls. */
export const Running = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  return (
    <Answered query={useQuery(editionQuestion(editionId))}>
      {(edition) => (
        <Page
          title={t('running.title')}
          lead={either(edition.titleZh, edition.titleEn)}
          actions={<EditionSteps editionId={editionId} />}
        >
          <ReadyPart edition={edition} />
          <List editionId={editionId} />
          <PapersPart editionId={editionId} />
        </Page>
      )}
    </Answered>
  );
};
