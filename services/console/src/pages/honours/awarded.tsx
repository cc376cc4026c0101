import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { editions } from '../../api/questions/editions.ts';
import { awarded } from '../../api/questions/honours.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { AwardedSearch } from '../../searches/honours.ts';
import { HONOUR_TONES } from '../public/honours.tsx';

type Honour = Schemas['Honour'];
type Facets = Schemas['GetV1PublicHonoursAnswer']['facets'];

const STANDINGS = ['stands', 'expired', 'withdrawn'] as const;
const KINDS = ['entry', 'organization', 'pacesetter'] as const;
const page = getRouteApi('/honours');

const useChange = () => {
  const navigate = useNavigate({ from: '/honours' });
  return (changed: Partial<AwardedSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
};

const useColumns = (): readonly Column<Honour>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'title',
      title: t('honours.name'),
      isHead: true,
      cell: ({ honourId, title, organizationZh, organizationEn }) => (
        <Link to="/honours/$honourId" params={{ honourId }}>
          {title === '' ? either(organizationZh, organizationEn) : title}
        </Link>
      ),
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

const Filters = ({ facets, rows }: Readonly<{ facets: Facets | undefined; rows: readonly Honour[] }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const change = useChange();
  // Names stand in rows alone, and filtered rows have few of them.
  const unfiltered = useInfiniteQuery({ ...awarded({}), enabled: search.award !== undefined });
  const named = [...rows, ...(unfiltered.data?.pages.flatMap(({ items }) => items) ?? [])];
  const awardNames = new Map(named.map(({ award, gradeZh, gradeEn }) => [award, either(gradeZh, gradeEn)]));
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchBox value={search.q ?? ''} onSearch={(q) => change({ q })} />
      <Choice
        label={t('honours.year')}
        value={search.year}
        all={t('all')}
        options={Object.entries(facets?.year ?? {})
          .toReversed()
          .map(([year, count]) => ({ value: year, label: year, count }))}
        onChoose={(year) => change({ year })}
      />
      <Choice
        label={t('awarded.kind')}
        value={search.kind}
        all={t('all')}
        options={KINDS.map((kind) => ({
          value: kind,
          label: t(`awarded.kinds.${kind}`),
          count: facets?.kind[kind] ?? 0,
        }))}
        onChoose={(kind) => change({ kind })}
      />
      <Choice
        label={t('honours.grade')}
        value={search.award}
        all={t('all')}
        options={Object.entries(facets?.award ?? {}).map(([award, count]) => ({
          value: award,
          label: awardNames.get(award) ?? award,
          count,
        }))}
        onChoose={(award) => change({ award })}
      />
      <Choice
        label={t('honours.standing')}
        value={search.standing}
        all={t('awarded.standing')}
        options={STANDINGS.map((word) => ({ value: word, label: t(`honours.standings.${word}`) }))}
        onChoose={(standing) => change({ standing })}
      />
    </form>
  );
};

/** Where papers and namings are: by round, and by series. */
const Ways = () => {
  const { t } = useTranslation();
  const { data } = useQuery(editions);
  const series = [...new Map((data?.items ?? []).map((one) => [one.seriesId, one])).values()];
  return (
    <nav className="row" aria-label={t('awarded.ways')}>
      <Link to="/rounds">{t('awarded.documents')}</Link>
      {series.map(({ seriesId }) => (
        <Link key={seriesId} to="/honours/naming/$seriesId" params={{ seriesId }}>
          {t('awarded.naming')}
        </Link>
      ))}
      <Link to="/public/certificates">{t('nav.certificates')}</Link>
      <Link to="/public/honours">{t('awarded.asPublic')}</Link>
    </nav>
  );
};

/** What was granted and what of it stands, for those who care for it: each leads to its honour. Three calls. */
export const Awarded = () => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const change = useChange();
  const query = useInfiniteQuery({ ...awarded(search), placeholderData: (before) => before });
  const columns = useColumns();
  const filtered = Object.values(search).some((filter) => filter !== undefined);
  return (
    <Page title={t('awarded.title')} lead={t('awarded.lead')}>
      <Ways />
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return (
            <>
              <Filters facets={pages[0]?.facets} rows={rows} />
              {rows.length === 0 ? (
                <EmptyNotice
                  title={t('honours.emptyTitle')}
                  action={
                    filtered && (
                      <Button
                        onClick={() =>
                          change({
                            q: undefined,
                            year: undefined,
                            kind: undefined,
                            award: undefined,
                            standing: undefined,
                          })
                        }
                      >
                        {t('clearFilters')}
                      </Button>
                    )
                  }
                >
                  {filtered ? t('honours.emptyFiltered') : t('honours.empty')}
                </EmptyNotice>
              ) : (
                <>
                  <ListTable
                    label={t('awarded.title')}
                    columns={columns}
                    rows={rows}
                    keyOf={({ honourId }) => honourId}
                  />
                  <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? 0} />
                </>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
};
