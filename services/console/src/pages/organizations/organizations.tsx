import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { organization, organizations } from '../../api/questions/organizations.ts';
import { Choice } from '../../components/choice.tsx';
import { Day } from '../../components/day.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { OrganizationsSearch } from '../../searches/organizations.ts';
import { Place } from './place.tsx';

type Organization = Schemas['Organization'];

const KINDS = [
  ...(['working-committee', 'unit', 'party-committee', 'leading-members-group', 'discipline-committee'] as const),
  ...(['general-branch', 'branch', 'temporary-branch', 'party-group'] as const),
];
/** The committee and its units: where everybody begins. */
const TOP_LEVELS = '1,2';
const page = getRouteApi('/organizations');

const useChange = () => {
  const navigate = useNavigate({ from: '/organizations' });
  return (changed: Partial<OrganizationsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
};

/** Where one looks, by the answer about that one. */
const PlaceOf = ({ under }: Readonly<{ under: string }>) => {
  const { data } = useQuery(organization(under));
  return data === undefined ? null : <Place one={data} />;
};

const useColumns = (): readonly Column<Organization>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('organizations.name'),
      isHead: true,
      cell: ({ organizationId, nameZh, nameEn, parentName, condition }) => (
        <>
          <Link to="/organizations/$organizationId" params={{ organizationId }}>
            {either(nameZh, nameEn)}
          </Link>
          {parentName !== null && <div className="quiet">{nameIn(parentName)}</div>}
          {condition !== 'live' && <Mark tone="bad">{t(`organizations.condition.${condition}`)}</Mark>}
        </>
      ),
    },
    { key: 'kind', title: t('organizations.kind'), cell: ({ kind }) => t(`organizations.kinds.${kind}`) },
    { key: 'code', title: t('organizations.code'), cell: ({ code }) => code || t('none') },
    { key: 'founded', title: t('organizations.founded'), cell: ({ foundedOn }) => <Day day={foundedOn} /> },
    {
      key: 'below',
      title: t('organizations.below'),
      cell: ({ organizationId, children }) =>
        children === 0 ? (
          t('none')
        ) : (
          <Link to="/organizations" search={{ under: organizationId }}>
            {t('organizations.belowOf', { count: children })}
          </Link>
        ),
    },
  ];
};

/** The tree, a level at a time, and everything below by search. */
export const Organizations = () => {
  const { t } = useTranslation();
  const { q, kind, under } = page.useSearch();
  const change = useChange();
  const searching = q !== undefined || kind !== undefined;
  const search = searching
    ? { q, kind, underId: under }
    : under === undefined
      ? { level: TOP_LEVELS }
      : { parentId: under };
  const query = useInfiniteQuery({ ...organizations(search), placeholderData: (before) => before });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  const exported = Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return (
    <Page title={t('organizations.title')} actions={<ExportButton list="/v1/organizations" query={exported} />}>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={q ?? ''} onSearch={(words) => change({ q: words })} />
        <Choice
          label={t('organizations.kind')}
          value={kind}
          all={t('all')}
          options={KINDS.filter((each) => each === kind || (first?.facets?.kind[each] ?? 0) > 0).map((each) => ({
            value: each,
            label: t(`organizations.kinds.${each}`),
            count: first?.facets?.kind[each],
          }))}
          onChoose={(chosen) => change({ kind: chosen })}
        />
      </form>
      {under !== undefined && <PlaceOf under={under} />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice
          title={t('organizations.emptyTitle')}
          action={
            <Link to="/organizations" search={{}}>
              {t('organizations.top')}
            </Link>
          }
        >
          {t('organizations.empty')}
        </EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable
            label={t('organizations.title')}
            columns={columns}
            rows={rows}
            keyOf={({ organizationId }) => organizationId}
          />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
        </>
      )}
    </Page>
  );
};
