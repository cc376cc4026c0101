import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { traces } from '../../api/questions/operations.ts';
import { Answered } from '../../components/answered.tsx';
import { sayExactly } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { Page } from '../../components/page.tsx';
import '../../look/operations.css';
import { shortCall } from './calls.ts';
import { OperationsTabs } from './operations-tabs.tsx';
import { comma } from '../../components/names.ts';

type Span = Schemas['Span'];

const route = getRouteApi('/operations/traces');

const useColumns = (): readonly Column<Span>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('operations.call'),
      isHead: true,
      cell: ({ traceId, name, service }) => (
        <>
          <Link to="/operations/traces/$traceId" params={{ traceId }}>
            {shortCall(name)}
          </Link>
          <div className="quiet">{t(`service.${service}`)}</div>
        </>
      ),
    },
    {
      key: 'at',
      title: t('operations.began'),
      cell: ({ startedAt }) => <span className="day">{sayExactly(startedAt)}</span>,
    },
    {
      key: 'took',
      title: t('operations.took'),
      isNumber: true,
      cell: ({ milliseconds }) => t('operations.ms', { ms: milliseconds.toFixed(1) }),
    },
    {
      key: 'end',
      title: t('operations.ended'),
      cell: ({ failed }) => (
        <Mark tone={failed ? 'bad' : 'good'}>{failed ? t('operations.failed') : t('operations.fine')}</Mark>
      ),
    },
  ];
};

/** The calls of the last minutes, which the platform keeps for a while by itself. */
export const Traces = () => {
  const { t } = useTranslation();
  const { failed } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  return (
    <Page title={t('operations.traces')} lead={t('operations.tracesLead')}>
      <OperationsTabs />
      <p>
        <label className="check">
          <input
            type="checkbox"
            checked={failed === 'true'}
            onChange={({ target }) =>
              void navigate({ search: { failed: target.checked ? 'true' : undefined }, replace: true })
            }
          />{' '}
          {t('operations.failedOnly')}
        </label>
      </p>
      <Answered query={useQuery(traces(failed === 'true'))}>
        {({ traces: rows, away }) => (
          <>
            {away.length > 0 && (
              <p className="note" role="status">
                {t('operations.someAway', { services: away.map((service) => t(`service.${service}`)).join(comma()) })}
              </p>
            )}
            {rows.length === 0 ? (
              <EmptyNotice title={t('operations.noTracesTitle')}>{t('operations.noTraces')}</EmptyNotice>
            ) : (
              <ListTable
                label={t('operations.traces')}
                columns={columns}
                rows={rows}
                keyOf={({ traceId, spanId }) => `${traceId} ${spanId}`}
              />
            )}
          </>
        )}
      </Answered>
    </Page>
  );
};
