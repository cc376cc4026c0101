import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { people } from '../../api/questions/people.ts';
import { Day } from '../../components/day.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';

type Line = Schemas['PersonLine'];

const useColumns = (): readonly Column<Line>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('people.name'),
      isHead: true,
      cell: ({ personId, name }) => (
        <Link to="/people/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'organization',
      title: t('people.organization'),
      cell: ({ organizationName }) => nameIn(organizationName) ?? t('none'),
    },
    { key: 'stage', title: t('people.stage'), cell: ({ stage }) => t(`people.stages.${stage}`) },
    { key: 'since', title: t('people.stageSince'), cell: ({ stageSince }) => <Day day={stageSince} /> },
    {
      key: 'probation',
      title: t('people.probationEndsOn'),
      cell: ({ probationEndsOn }) => <Day day={probationEndsOn} />,
    },
  ];
};

/** People below an organization, by name and by how far their membership is. */
export const PeopleList = ({
  scope,
  q,
  stage,
  onCounts,
}: Readonly<{
  scope: string;
  q: string | undefined;
  stage?: string | undefined;
  onCounts?: (facets: Readonly<Record<string, number>> | undefined) => React.ReactNode;
}>) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    ...people({ organizationId: scope, q, stage }),
    placeholderData: (before) => before,
  });
  const columns = useColumns();
  const isFiltered = q !== undefined || stage !== undefined;
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {onCounts?.(first?.facets?.stage)}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice title={t(isFiltered ? 'people.noneTitle' : 'people.nobodyTitle')}>
          {t(isFiltered ? 'people.none' : 'people.nobody')}
        </EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable label={t('people.found')} columns={columns} rows={rows} keyOf={({ personId }) => personId} />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
        </>
      )}
    </>
  );
};
