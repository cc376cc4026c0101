import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { honours } from '../../api/questions/public.ts';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { HonoursSearch } from '../../searches/public.ts';

type Honour = Schemas['Honour'];

export const HONOUR_TONES: Readonly<Record<Honour['standing'], Tone>> = {
  stands: 'good',
  expired: 'plain',
  withdrawn: 'bad',
};
const STANDINGS = ['stands', 'expired', 'withdrawn'] as const;
const page = getRouteApi('/public/honours');

const useColumns = (): readonly Column<Honour>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'title',
      title: t('honours.name'),
      isHead: true,
      // What an organization itself is honoured for has no title of its own.
      cell: ({ title, organizationZh, organizationEn }) => title || either(organizationZh, organizationEn),
    },
    { key: 'grade', title: t('honours.grade'), cell: ({ gradeZh, gradeEn }) => either(gradeZh, gradeEn) },
    {
      key: 'unit',
      title: t('honours.unit'),
      cell: ({ organizationZh, organizationEn }) => either(organizationZh, organizationEn),
    },
    { key: 'year', title: t('honours.year'), isNumber: true, cell: ({ year }) => year },
    { key: 'document', title: t('honours.document'), cell: ({ documentNumber }) => documentNumber },
    {
      key: 'standing',
      title: t('honours.standing'),
      cell: ({ standing }) => <Mark tone={HONOUR_TONES[standing]}>{t(`honours.standings.${standing}`)}</Mark>,
    },
  ];
};

/** What was granted and what of it stands; for everybody. */
export const Honours = () => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = useNavigate({ from: '/public/honours' });
  const change = (changed: Partial<HonoursSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  const query = useInfiniteQuery({ ...honours(search), placeholderData: (before) => before });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  const filtered = Object.values(search).some((filter) => filter !== undefined);
  return (
    <Page title={t('honours.title')} lead={t('honours.lead')}>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={search.q ?? ''} onSearch={(q) => change({ q })} />
        <Choice
          label={t('honours.year')}
          value={search.year}
          all={t('all')}
          options={Object.entries(first?.facets?.year ?? {})
            .toReversed()
            .map(([year, count]) => ({ value: year, label: year, count }))}
          onChoose={(year) => change({ year })}
        />
        <Choice
          label={t('honours.standing')}
          value={search.standing}
          all={t('all')}
          options={STANDINGS.map((word) => ({ value: word, label: t(`honours.standings.${word}`) }))}
          onChoose={(standing) => change({ standing })}
        />
      </form>
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice title={t('honours.emptyTitle')}>
          {filtered ? t('honours.emptyFiltered') : t('honours.empty')}
        </EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable label={t('honours.title')} columns={columns} rows={rows} keyOf={({ honourId }) => honourId} />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
        </>
      )}
    </Page>
  );
};
