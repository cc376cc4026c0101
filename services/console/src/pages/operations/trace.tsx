import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { trace } from '../../api/questions/operations.ts';
import { Answered } from '../../components/answered.tsx';
import { sayExactly } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { Page } from '../../components/page.tsx';
import '../../look/operations.css';
import { shortCall } from './calls.ts';
import { type Placed, placed } from './spans.ts';
import { comma } from '../../components/names.ts';

const route = getRouteApi('/operations/traces/$traceId');

const WIDTH = 1_000;
/** A span that took next to nothing is seen all the same. */
const THINNEST = 4;
const INDENT_MAX = 8;

const Line = ({ at }: Readonly<{ at: Placed }>) => {
  const { t } = useTranslation();
  const { span, depth, begins, takes } = at;
  return (
    <li className={`span depth-${Math.min(depth, INDENT_MAX)}`}>
      <details>
        <summary>
          <span className="span-name">
            {shortCall(span.name)} <span className="quiet">{t(`service.${span.service}`)}</span>
          </span>
          <span className="span-took">{t('operations.ms', { ms: span.milliseconds.toFixed(1) })}</span>
          <svg className="span-bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
            <rect
              className={span.failed ? 'failed' : undefined}
              x={begins * WIDTH}
              width={Math.max(takes * WIDTH, THINNEST)}
              height="10"
            />
          </svg>
        </summary>
        {span.failed && <Mark tone="bad">{t('operations.failed')}</Mark>}
        <dl className="facts code">
          {Object.entries(span.attributes).map(([name, value]) => (
            <div key={name} className="pair">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
};

/** One call through all services, as a waterfall, and the way back to what it stored. */
export const Trace = () => {
  const { t } = useTranslation();
  const { traceId } = route.useParams();
  return (
    <Page title={t('operations.trace')} lead={traceId}>
      <p className="row">
        <Link to="/operations/traces">{t('operations.toTraces')}</Link>
        <Link to="/audit" search={{ trace: traceId }}>
          {t('operations.toEvents')}
        </Link>
      </p>
      <Answered query={useQuery(trace(traceId))}>
        {({ spans, away }) => (
          <section className="part" aria-label={t('operations.trace')}>
            {away.length > 0 && (
              <p className="note">
                {t('operations.someAway', { services: away.map((service) => t(`service.${service}`)).join(comma()) })}
              </p>
            )}
            <p className="quiet">
              {t('operations.spans', {
                count: spans.length,
                at: spans[0] === undefined ? '' : sayExactly(spans[0].startedAt),
              })}
            </p>
            <ol className="waterfall">
              {placed(spans).map((at) => (
                <Line key={at.span.spanId} at={at} />
              ))}
            </ol>
          </section>
        )}
      </Answered>
    </Page>
  );
};
