import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { notices } from '../../api/questions/public.ts';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { NoticesSearch } from '../../searches/public.ts';
import { NoticeClock } from './notice-clock.tsx';

type Notice = Schemas['PublicNotice'];

const STATES = ['running', 'over', 'stopped', 'corrected'] as const;
const page = getRouteApi('/public/notices');

const useColumns = (): readonly Column<Notice>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'title',
      title: t('projects.name'),
      isHead: true,
      cell: ({ entryId, title, about }) => (
        <>
          <Link to="/public/notices/$entryId" params={{ entryId }}>
            {title}
          </Link>
          <div className="quiet">{t(`notices.about.${about}`)}</div>
        </>
      ),
    },
    { key: 'unit', title: t('notices.unit'), cell: ({ nominatorName }) => nameIn(nominatorName) ?? t('none') },
    { key: 'edition', title: t('projects.edition'), cell: ({ editionName }) => nameIn(editionName) ?? t('none') },
    { key: 'until', title: t('notices.until'), cell: (notice) => <NoticeClock notice={notice} /> },
  ];
};

/** What is on public notice; for everybody. */
export const Notices = () => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = useNavigate({ from: '/public/notices' });
  const change = (changed: Partial<NoticesSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  const query = useInfiniteQuery({ ...notices({ ...search, sort: 'until' }), placeholderData: (before) => before });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  const filtered = Object.values(search).some((filter) => filter !== undefined);
  return (
    <Page
      title={t('notices.title')}
      lead={t('notices.lead')}
      actions={<Link to="/public/objections">{t('objections.title')}</Link>}
    >
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={search.q ?? ''} onSearch={(q) => change({ q })} />
        <Choice
          label={t('projects.standing')}
          value={search.state}
          all={t('all')}
          options={STATES.map((word) => ({
            value: word,
            label: t(`notices.state.${word}`),
            count: first?.facets?.state[word],
          }))}
          onChoose={(state) => change({ state })}
        />
      </form>
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice title={t('notices.emptyTitle')}>
          {filtered ? t('notices.emptyFiltered') : t('notices.empty')}
        </EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable
            label={t('notices.title')}
            columns={columns}
            rows={rows}
            keyOf={({ entryId, noticeRound, about }) => `${entryId} ${about} ${noticeRound}`}
          />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
        </>
      )}
    </Page>
  );
};
