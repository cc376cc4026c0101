import '../../look/campaigns.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { lateUnits } from '../../api/questions/late-units.ts';
import { Choice } from '../../components/choice.tsx';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { LATE_ACTS, type LateAct, type LateUnitsSearch } from '../../searches/late-units.ts';
import { RemindUnits } from './remind-units.tsx';

type Unit = Schemas['LateUnit'];

const page = getRouteApi('/editions/$editionId/late-units');

const useColumns = (): readonly Column<Unit>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'unit',
      title: t('projects.unit'),
      isHead: true,
      cell: ({ nominatorName }) => nameIn(nominatorName) ?? t('none'),
    },
    { key: 'act', title: t('lateUnits.act'), cell: ({ act }) => t(`lateUnits.acts.${act}`) },
    { key: 'waiting', title: t('lateUnits.waiting'), isNumber: true, cell: ({ waiting }) => waiting },
    { key: 'due', title: t('work.due'), cell: ({ dueAt }) => <span className="day">{sayDeadline(dueAt)}</span> },
    {
      key: 'reminded',
      title: t('lateUnits.remindedAt'),
      cell: ({ remindedAt, remindedTimes }) =>
        remindedAt === null
          ? t('lateUnits.never')
          : t('lateUnits.times', { when: sayMoment(remindedAt), count: remindedTimes }),
    },
  ];
};

const exported = ({ act, q }: LateUnitsSearch): Readonly<Record<string, string>> => ({
  ...(act === undefined ? {} : { act }),
  ...(q === undefined ? {} : { q }),
});

/** Units that can still act and have not: who they are, until when, and one button that reminds all of them. */
export const LateUnits = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const [reminding, setReminding] = useState<LateAct>();
  const columns = useColumns();
  const query = useInfiniteQuery({ ...lateUnits(editionId, search), placeholderData: (before) => before });
  const set = (change: LateUnitsSearch): void => void navigate({ search: { ...search, ...change }, replace: true });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const counts = first?.facets?.act ?? {};
  return (
    <Page
      title={t('lateUnits.title')}
      lead={t('lateUnits.lead')}
      actions={
        <>
          <Link to="/editions/$editionId" params={{ editionId }}>
            {t('lateUnits.toEdition')}
          </Link>
          <ExportButton list="/v1/editions/{editionId}/late-units" params={{ editionId }} query={exported(search)} />
        </>
      }
    >
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={search.q ?? ''} onSearch={(q) => set({ q })} />
        <Choice
          label={t('lateUnits.act')}
          value={search.act}
          all={t('all')}
          options={LATE_ACTS.map((value) => ({ value, label: t(`lateUnits.acts.${value}`), count: counts[value] }))}
          onChoose={(act) => set({ act: LATE_ACTS.find((known) => known === act) })}
        />
      </form>
      <p className="row">
        {LATE_ACTS.filter((act) => (counts[act] ?? 0) > 0).map((act) => (
          <Button key={act} onClick={() => setReminding(act)}>
            {t(`lateUnits.remind.${act}`)}
          </Button>
        ))}
      </p>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyNotice title={t('lateUnits.emptyTitle')}>{t('lateUnits.empty')}</EmptyNotice>
      )}
      {rows.length > 0 && (
        <>
          <ListTable
            label={t('lateUnits.title')}
            columns={columns}
            rows={rows}
            keyOf={({ nominatorId, act }) => `${nominatorId} ${act}`}
          />
          <ListFoot pages={query} shown={rows.length} total={first?.total ?? rows.length} />
        </>
      )}
      {reminding !== undefined && (
        <RemindUnits editionId={editionId} act={reminding} onClose={() => setReminding(undefined)} />
      )}
    </Page>
  );
};
