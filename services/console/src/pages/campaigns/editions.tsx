import '../../look/campaigns.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { editionList } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { Choice } from '../../components/choice.tsx';
import { today } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { colon, comma, either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { EditionsSearch } from '../../searches/campaigns.ts';
import { useStageName } from './stage-name.tsx';
import type { Edition } from './stages.ts';

const page = getRouteApi('/editions');
const STATES = ['open', 'closed', 'abandoned'] as const;
const TONES: Readonly<Record<Edition['state'], Tone>> = { open: 'waiting', closed: 'good', abandoned: 'bad' };

const useChange = () => {
  const navigate = useNavigate({ from: '/editions' });
  return (changed: Partial<EditionsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
};

/** The stages that run today, in one line. */
const useNow = (): ((edition: Edition) => string) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  const day = today();
  return ({ stages, state }) => {
    if (state !== 'open') return t('none');
    const now = stages.filter(({ opensOn, closesOn }) => opensOn <= day && day <= closesOn);
    return now.length === 0 ? t('campaigns.between') : now.map(({ stageId }) => nameOf(stages, stageId)).join(comma());
  };
};

const useColumns = (mayOpen: boolean): readonly Column<Edition>[] => {
  const { t } = useTranslation();
  const now = useNow();
  return [
    {
      key: 'title',
      title: t('campaigns.name'),
      isHead: true,
      cell: ({ editionId, titleZh, titleEn }) => (
        <Link to="/editions/$editionId" params={{ editionId }}>
          {either(titleZh, titleEn)}
        </Link>
      ),
    },
    { key: 'year', title: t('campaigns.ofYear'), isNumber: true, cell: ({ year }) => year },
    {
      key: 'state',
      title: t('campaigns.state'),
      cell: ({ state }) => <Mark tone={TONES[state]}>{t(`campaigns.editionState.${state}`)}</Mark>,
    },
    { key: 'now', title: t('campaigns.now'), cell: now },
    {
      key: 'quota',
      title: t('campaigns.quota'),
      isNumber: true,
      cell: ({ quota }) => (quota === 0 ? t('campaigns.noQuota') : quota),
    },
    ...(mayOpen
      ? [
          {
            key: 'next',
            title: t('campaigns.acts'),
            cell: ({ editionId, titleZh, titleEn }: Edition) => (
              <Link
                to="/editions/$editionId/next"
                params={{ editionId }}
                aria-label={`${t('campaigns.openNext')}${colon()}${either(titleZh, titleEn)}`}
              >
                {t('campaigns.openNext')}
              </Link>
            ),
          },
        ]
      : []),
  ];
};

/** Nothing is listed: why, and for whoever may open one, the way to it. */
const Empty = ({ filtered, mayOpen }: Readonly<{ filtered: boolean; mayOpen: boolean }>) => {
  const { t } = useTranslation();
  return (
    <EmptyNotice
      title={t('campaigns.emptyTitle')}
      action={!filtered && mayOpen ? <Link to="/editions/new">{t('campaigns.openFirst')}</Link> : undefined}
    >
      {t(filtered ? 'projects.emptyFiltered' : 'projects.noEdition')}
    </EmptyNotice>
  );
};

/** All campaigns, the latest year first. */
export const Editions = () => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const change = useChange();
  const who = useQuery(me);
  const mayOpen = who.data?.grants.some(({ role }) => role === 'committee-officer') ?? false;
  const columns = useColumns(mayOpen);
  const query = useInfiniteQuery({ ...editionList(search), placeholderData: (before) => before });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = Object.values(search).some((filter) => filter !== undefined);
  const exported = Object.fromEntries(
    Object.entries(search).filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
  return (
    <Page
      title={t('campaigns.title')}
      actions={
        <>
          {mayOpen && <Link to="/editions/new">{t('campaigns.openFirst')}</Link>}{' '}
          <Link to="/holidays">{t('campaigns.holidays')}</Link> <Link to="/public/policies">{t('policies.title')}</Link>{' '}
          <ExportButton list="/v1/editions" query={exported} />
        </>
      }
    >
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={search.q ?? ''} onSearch={(q) => change({ q })} />
        <Choice
          label={t('campaigns.state')}
          value={search.state}
          all={t('all')}
          options={STATES.map((value) => ({
            value,
            label: t(`campaigns.editionState.${value}`),
            count: first?.facets?.state[value],
          }))}
          onChoose={(state) => change({ state })}
        />
        <Choice
          label={t('campaigns.ofYear')}
          value={search.year}
          all={t('all')}
          options={Object.entries(first?.facets?.year ?? {})
            .toSorted(([a], [b]) => Number(b) - Number(a))
            .map(([value, count]) => ({ value, label: value, count }))}
          onChoose={(year) => change({ year })}
        />
      </form>
      {filtered && (
        <div className="list-tools">
          <Button onClick={() => change({ q: undefined, state: undefined, year: undefined })}>
            {t('clearFilters')}
          </Button>
        </div>
      )}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && <Empty filtered={filtered} mayOpen={mayOpen} />}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable label={t('campaigns.title')} columns={columns} rows={rows} keyOf={({ editionId }) => editionId} />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
        </>
      )}
    </Page>
  );
};
