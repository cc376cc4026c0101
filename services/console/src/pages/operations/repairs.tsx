import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { repairs } from '../../api/questions/operations.ts';
import { Actor } from '../../components/actor.tsx';
import { sayExactly } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import '../../look/operations.css';
import { useStreamName } from '../audit/stream-name.ts';
import { OperationsTabs } from './operations-tabs.tsx';

type Repair = Schemas['RepairRow'];

const useColumns = (): readonly Column<Repair>[] => {
  const { t } = useTranslation();
  const streamName = useStreamName();
  return [
    {
      key: 'what',
      title: t('operations.repair'),
      isHead: true,
      cell: ({ kind, eventStream }) => (
        <>
          {t(`operations.repairKind.${kind}`)}
          <div className="quiet">
            <Link to="/audit/streams/$stream" params={{ stream: eventStream }} title={eventStream}>
              {streamName(eventStream)}
            </Link>
          </div>
        </>
      ),
    },
    { key: 'outcome', title: t('operations.outcome'), cell: ({ outcome }) => t(`operations.repairOutcome.${outcome}`) },
    { key: 'who', title: t('audit.who'), cell: ({ actor }) => <Actor actor={actor} /> },
    { key: 'when', title: t('audit.when'), cell: ({ at }) => <span className="day">{sayExactly(at)}</span> },
    {
      key: 'of',
      title: t('operations.about'),
      cell: ({ entryName, roundName, parked }) => nameIn(entryName) ?? nameIn(roundName) ?? parked?.reader ?? t('none'),
    },
    { key: 'why', title: t('reason'), cell: ({ reason }) => reason ?? t('none') },
  ];
};

/** Who put what right by hand, why, and what came of it. */
export const Repairs = () => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(repairs);
  const columns = useColumns();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('operations.repairs')}
      lead={t('operations.repairsLead')}
      actions={<ExportButton list="/v1/operations/repairs" query={{}} />}
    >
      <OperationsTabs />
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyNotice title={t('operations.noRepairsTitle')}>{t('operations.noRepairs')}</EmptyNotice>
      )}
      {rows.length > 0 && (
        <>
          <ListTable label={t('operations.repairs')} columns={columns} rows={rows} keyOf={({ eventId }) => eventId} />
          <ListFoot pages={query} shown={rows.length} total={query.data?.pages[0]?.total ?? rows.length} />
        </>
      )}
    </Page>
  );
};
