import '../../look/declaring.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayDeadline } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { colon, either } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { Copy } from './opening.ts';
import { useStageName } from './stage-name.tsx';

type Plan = Schemas['EditionPlan'];

const Notices = ({ plan }: Readonly<{ plan: Plan }>) => {
  const { t } = useTranslation();
  return (
    <ul>
      {plan.notices.map(({ noticeId, about, days, clock, endsAt, lastDayToBegin }) => (
        <li key={noticeId}>
          {t(`notices.about.${about}`)}
          {colon()}
          {clock === 'working'
            ? t('notices.workingDays', { count: days })
            : t('campaigns.calendarDays', { count: days })}
          {endsAt !== null && ` · ${t('campaigns.noticeEnds', { date: sayDeadline(endsAt) })}`}
          {lastDayToBegin !== null && ` · ${t('campaigns.lastDayToBegin', { date: sayDeadline(lastDayToBegin) })}`}
        </li>
      ))}
    </ul>
  );
};

/** Where a policy stands in the way: it, and the editions that count. */
const Policy = ({ setBy }: Readonly<{ setBy: string | number | undefined }>) => {
  const { t } = useTranslation();
  if (typeof setBy !== 'string') return null;
  return (
    <Link to="/policies/$committeeId" params={{ committeeId: setBy }}>
      {t('policies.inTheWay')}
    </Link>
  );
};

/** What opening it would make, by the same rules as opening itself: what stands in the way, what was not taken over, what follows. */
export const Preview = ({
  copy,
  plan,
  isTold,
  error,
}: Readonly<{ copy: Copy; plan: Plan | undefined; isTold: boolean; error: unknown }>) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  return (
    <section className="part" aria-labelledby="preview" aria-live="polite">
      <h2 id="preview">{t('campaigns.preview')}</h2>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      {!isTold && <p className="quiet">{t('campaigns.checking')}</p>}
      {isTold && plan !== undefined && plan.refusal === null && (
        <p>
          <Mark tone="good">{t('campaigns.canOpen')}</Mark>
        </p>
      )}
      {plan !== undefined && plan.refusal !== null && (
        <p className="problem" role="alert">
          <Mark tone="bad">{either(plan.refusal.zh, plan.refusal.en)}</Mark>
          <Policy setBy={plan.refusal.details['policyOf']} />
        </p>
      )}
      {plan?.yearsMissing.map((year) => (
        <p key={year} className="note">
          {t('campaigns.yearMissing', { year })}{' '}
          <Link to="/holidays" search={{ year }}>
            {t('campaigns.enterHolidays')}
          </Link>
        </p>
      ))}
      {copy.notCarried.length > 0 && (
        <details className="compare">
          <summary>{t('campaigns.notCarried', { count: copy.notCarried.length })}</summary>
          <ul>
            {copy.notCarried.map(({ what, stageId, zh, en }) => (
              <li key={`${what} ${stageId}`}>
                {stageId !== null && `${nameOf(copy.plan.stages, stageId)}${colon()}`}
                {either(zh, en)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {plan !== undefined && plan.notices.length > 0 && (
        <details className="compare">
          <summary>{t('campaigns.noticesThen')}</summary>
          <Notices plan={plan} />
        </details>
      )}
    </section>
  );
};
