import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { lag } from '../../api/questions/operations.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark } from '../../components/mark.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import '../../look/operations.css';
import { OperationsTabs } from './operations-tabs.tsx';
import { Parked } from './parked.tsx';
import { comma } from '../../components/names.ts';

type Service = Schemas['ServiceLag'];

/** A reader that is further behind keeps people waiting for what they did. */
const BEHIND_MS = 5_000;

/** A service that started within this is told as such: it may have fallen and come back between two looks. */
const JUST_STARTED_MS = 30_000;

const justStarted = ({ upMilliseconds }: Service): boolean =>
  upMilliseconds !== null && upMilliseconds < JUST_STARTED_MS;

const furthest = ({ readers }: Service): number => Math.max(0, ...readers.map(({ milliseconds }) => milliseconds));

const Standing = ({ service }: Readonly<{ service: Service }>) => {
  const { t } = useTranslation();
  if (service.head === null) return <Mark tone="bad">{t('operations.away')}</Mark>;
  if (furthest(service) > BEHIND_MS) return <Mark tone="waiting">{t('operations.behind')}</Mark>;
  if (justStarted(service)) return <Mark tone="waiting">{t('operations.started')}</Mark>;
  return <Mark tone="good">{t('operations.well')}</Mark>;
};

const Readers = ({ service }: Readonly<{ service: Service }>) => {
  const { t } = useTranslation();
  const behind = service.readers.filter(({ events }) => events > 0);
  if (behind.length === 0) return <>{t('operations.none')}</>;
  return (
    <ul className="plain">
      {behind.map(({ reader, events, milliseconds }) => (
        <li key={reader}>
          <span className="code">{reader}</span>{' '}
          {t('operations.behindBy', { events, seconds: (milliseconds / 1_000).toFixed(1) })}
        </li>
      ))}
    </ul>
  );
};

const useColumns = (): readonly Column<Service>[] => {
  const { t } = useTranslation();
  return [
    { key: 'service', title: t('operations.service'), isHead: true, cell: ({ service }) => t(`service.${service}`) },
    { key: 'standing', title: t('operations.standing'), cell: (service) => <Standing service={service} /> },
    { key: 'head', title: t('operations.head'), isNumber: true, cell: ({ head }) => head ?? t('none') },
    {
      key: 'readers',
      title: t('operations.readers'),
      isNumber: true,
      cell: ({ readers }) => readers.length,
    },
    { key: 'behind', title: t('operations.lag'), cell: (service) => <Readers service={service} /> },
  ];
};

/** In one sentence, for those who hear the page: what is away, and what came back a moment ago. */
const Summary = ({ services }: Readonly<{ services: readonly Service[] }>) => {
  const { t } = useTranslation();
  const named = (which: readonly Service[]): Readonly<{ services: string }> => ({
    services: which.map(({ service }) => t(`service.${service}`)).join(comma()),
  });
  const away = services.filter(({ head }) => head === null);
  const started = services.filter(justStarted);
  return (
    <p role="status" className={away.length === 0 ? 'quiet' : 'note'}>
      {away.length === 0 ? t('operations.allWell') : t('operations.someAway', named(away))}
      {started.length > 0 && ` ${t('operations.someStarted', named(started))}`}
    </p>
  );
};

/** Whether every service is there and up to date, asked for every second. */
export const Health = () => {
  const { t } = useTranslation();
  const query = useQuery(lag);
  const columns = useColumns();
  return (
    <Page title={t('operations.title')} lead={t('operations.lead')}>
      <OperationsTabs />
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data !== undefined && (
        <>
          <Summary services={query.data.services} />
          <ListTable
            label={t('operations.health')}
            columns={columns}
            rows={query.data.services}
            keyOf={({ service }) => service}
          />
        </>
      )}
      <Parked />
    </Page>
  );
};
