import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { auditEvents } from '../../api/questions/audit.ts';
import { Actor } from '../../components/actor.tsx';
import { Choice } from '../../components/choice.tsx';
import { endOfDay, sayExactly, startOfDay } from '../../components/dates.ts';
import { DayField } from '../../components/day-field.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { saidOf } from '../../components/facts.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { type AuditSearch, type Role, ROLE_NAMES } from '../../searches/audit.ts';
import '../../look/audit.css';
import { AuditTabs } from './audit-tabs.tsx';
import { Histogram } from './histogram.tsx';
import { useStreamName } from './stream-name.ts';
import { semicolon } from '../../components/names.ts';

type Event = Schemas['EventSummary'];

const route = getRouteApi('/audit');

const useColumns = (): readonly Column<Event>[] => {
  const { t } = useTranslation();
  const streamName = useStreamName();
  return [
    {
      key: 'what',
      title: t('audit.what'),
      isHead: true,
      cell: ({ stream, type, occurredAt }) => (
        <>
          <Link to="/audit/streams/$stream" params={{ stream }} search={{ at: occurredAt }}>
            {t(`event.${saidOf(type)}`)}
          </Link>
          <div className="quiet code">{type}</div>
        </>
      ),
    },
    {
      key: 'when',
      title: t('audit.when'),
      cell: ({ occurredAt }) => <span className="day">{sayExactly(occurredAt)}</span>,
    },
    { key: 'who', title: t('audit.who'), cell: ({ actor }) => <Actor actor={actor} /> },
    {
      key: 'stream',
      title: t('audit.stream'),
      cell: ({ stream, revision, position }) => (
        <>
          <Link to="/audit" search={{ stream }} title={stream}>
            {streamName(stream)}
          </Link>
          <div className="quiet">{t('audit.place', { revision, position })}</div>
        </>
      ),
    },
    {
      key: 'trace',
      title: t('audit.trace'),
      cell: ({ traceId, correlationId }) => (
        <>
          {traceId === null ? (
            t('none')
          ) : (
            <Link to="/operations/traces/$traceId" params={{ traceId }}>
              {t('audit.openTrace')}
            </Link>
          )}
          <br />
          <Link to="/audit" search={{ correlation: correlationId }}>
            {t('audit.sameOrder')}
          </Link>
        </>
      ),
    },
  ];
};

/** Filters that only a link sets: named, so that nobody wonders what is missing. */
const Narrowed = ({ search, onClear }: Readonly<{ search: AuditSearch; onClear: () => void }>) => {
  const { t } = useTranslation();
  const streamName = useStreamName();
  const told = [
    search.stream === undefined ? undefined : t('audit.onlyStream', { stream: streamName(search.stream) }),
    search.trace === undefined ? undefined : t('audit.onlyTrace', { trace: search.trace }),
    search.correlation === undefined ? undefined : t('audit.onlyOrder', { order: search.correlation }),
    search.organization === undefined ? undefined : t('audit.onlyPart'),
  ].filter((text) => text !== undefined);
  if (told.length === 0) return null;
  return (
    <p className="note" role="status">
      {told.join(semicolon())} <Button onClick={onClear}>{t('audit.wholeLog')}</Button>
    </p>
  );
};

const exported = ({ organization, type, role, stream, from, to, trace, correlation }: AuditSearch) =>
  Object.fromEntries(
    Object.entries({
      organization,
      type,
      actorRole: role,
      stream,
      traceId: trace,
      correlationId: correlation,
      occurredFrom: from === undefined ? undefined : startOfDay(from),
      occurredBefore: to === undefined ? undefined : endOfDay(to),
    }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  ) as Readonly<Record<string, string>>;

const Filters = ({ search, set }: Readonly<{ search: AuditSearch; set: (change: Partial<AuditSearch>) => void }>) => {
  const { t } = useTranslation();
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <DayField label={t('audit.from')} value={search.from} max={search.to} onChange={(from) => set({ from })} />
      <DayField label={t('audit.to')} value={search.to} min={search.from} onChange={(to) => set({ to })} />
      <Choice
        label={t('audit.role')}
        value={search.role}
        all={t('all')}
        options={ROLE_NAMES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChoose={(role) => set({ role: role as Role | undefined })}
      />
    </form>
  );
};

/** The log as it is: what happened, when, by whom, and the way to the thing, the order and the trace. */
export const Explorer = () => {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const query = useInfiniteQuery(auditEvents(search));
  const set = (change: Partial<AuditSearch>): void =>
    void navigate({ search: { ...search, ...change }, replace: true });
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={<ExportButton list="/v1/audit/events" query={exported(search)} />}
    >
      <AuditTabs />
      <Filters search={search} set={set} />
      <Narrowed search={search} onClear={() => void navigate({ search: {} })} />
      {search.trace === undefined && search.correlation === undefined && (
        <Histogram search={search} onDay={(day) => set({ from: day, to: day })} />
      )}
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && events.length === 0 && (
        <EmptyNotice title={t('audit.emptyTitle')}>{t('audit.empty')}</EmptyNotice>
      )}
      {events.length > 0 && (
        <>
          <ListTable label={t('audit.events')} columns={columns} rows={events} keyOf={({ eventId }) => eventId} />
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more', { count: 50 })}
            </Button>
          )}
        </>
      )}
    </Page>
  );
};
