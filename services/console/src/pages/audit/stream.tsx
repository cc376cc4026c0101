import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { auditStream } from '../../api/questions/audit.ts';
import { sayExactly } from '../../components/dates.ts';
import { saidOf } from '../../components/facts.ts';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import '../../look/audit.css';
import { MomentSlider } from './moment-slider.tsx';
import { momentsOf, reachedAt, upTo } from './moments.ts';
import { useStreamName } from './stream-name.ts';

type Event = Schemas['StoredEvent'];

const route = getRouteApi('/audit/streams/$stream');

const TRACE = /^[0-9a-f]{2}-([0-9a-f]{32})-/u;

const Fact = ({ event, isLast }: Readonly<{ event: Event; isLast: boolean }>) => {
  const { t } = useTranslation();
  const traceId = TRACE.exec(event.traceparent ?? '')?.[1];
  return (
    <li aria-current={isLast ? 'step' : undefined}>
      <h3>
        {t(`event.${saidOf(event.type)}`)} <span className="quiet code">{event.type}</span>
      </h3>
      <p className="quiet">
        {sayExactly(event.occurredAt)} · {t('audit.place', { revision: event.revision, position: event.position })}
        {event.actor.role !== null && ` · ${t(`role.${event.actor.role}`)}`}
        {traceId !== undefined && (
          <>
            {' · '}
            <Link to="/operations/traces/$traceId" params={{ traceId }}>
              {t('audit.openTrace')}
            </Link>
          </>
        )}
        {' · '}
        <Link to="/audit" search={{ correlation: event.correlationId }}>
          {t('audit.sameOrder')}
        </Link>
      </p>
      <details open={isLast}>
        <summary>{t('audit.data')}</summary>
        <pre className="data">{JSON.stringify(event.data, null, 2)}</pre>
        <dl className="facts code">
          <dt>{t('audit.hash')}</dt>
          <dd>{event.hash}</dd>
          <dt>{t('audit.prev')}</dt>
          <dd>{event.prev ?? t('none')}</dd>
        </dl>
      </details>
    </li>
  );
};

/** Everything that happened to one thing up to a moment, as replay gives it. */
export const Stream = () => {
  const { t } = useTranslation();
  const streamName = useStreamName();
  const { stream } = route.useParams();
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(auditStream(stream));
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const chained = query.data?.pages.reduce((sum, { chainedEvents }) => sum + chainedEvents, 0) ?? 0;
  const until = at === undefined ? Number.POSITIVE_INFINITY : Date.parse(at);
  const moments = momentsOf(events);
  const shown = upTo(events, until);
  return (
    <Page title={t('audit.replay')} lead={`${streamName(stream)} · ${stream}`}>
      <p>
        <Link to="/audit" search={{ stream }}>
          {t('audit.toEvents')}
        </Link>
      </p>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {events.length > 0 && (
        <section className="part" aria-label={t('audit.replay')}>
          <MomentSlider
            moments={moments}
            reached={reachedAt(moments, until)}
            onMove={(moment) => void navigate({ search: { at: moment }, replace: true })}
          />
          <p className="quiet" role="status">
            {t('audit.replayed', { shown: shown.length, total: events.length, chained })}
          </p>
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('audit.moreOfStream')}
            </Button>
          )}
          <ol className="steps" reversed>
            {shown.toReversed().map((event, index) => (
              <Fact key={event.eventId} event={event} isLast={index === 0} />
            ))}
          </ol>
        </section>
      )}
    </Page>
  );
};
