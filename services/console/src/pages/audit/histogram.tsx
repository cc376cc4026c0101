import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auditHistogram } from '../../api/questions/audit.ts';
import { dayOf, sayDay, sayMoment, today } from '../../components/dates.ts';
import { Part } from '../../components/part.tsx';
import type { AuditSearch } from '../../searches/audit.ts';
import { periodOf, stepsOf } from './period.ts';

const HEIGHT = 100;

/** When it was busy: a bar leads to its day. */
export const Histogram = ({ search, onDay }: Readonly<{ search: AuditSearch; onDay: (day: string) => void }>) => {
  const { t } = useTranslation();
  const period = periodOf(search, today());
  const query = useQuery(auditHistogram(search, period));
  return (
    <Part id="histogram" title={t('audit.histogram')} query={query}>
      {({ items }) => {
        const most = Math.max(1, ...items.map(({ events }) => events));
        const counts = new Map(items.map(({ from, events }) => [Date.parse(from), events]));
        const total = items.reduce((sum, { events }) => sum + events, 0);
        return (
          <>
            <p className="quiet">{t('audit.counted', { total, from: sayDay(period.from), to: sayDay(period.to) })}</p>
            <ol className="bars" aria-label={t('audit.histogram')}>
              {stepsOf(period).map((from) => {
                const events = counts.get(Date.parse(from)) ?? 0;
                const when = period.by === 'hour' ? sayMoment(from) : sayDay(from);
                const said = t('audit.bar', { when, events });
                return (
                  <li key={from}>
                    <button type="button" title={said} aria-label={said} onClick={() => onDay(dayOf(from))}>
                      <svg viewBox={`0 0 10 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                        <rect width="10" height={(events / most) * HEIGHT} y={HEIGHT - (events / most) * HEIGHT} />
                      </svg>
                    </button>
                  </li>
                );
              })}
            </ol>
          </>
        );
      }}
    </Part>
  );
};
