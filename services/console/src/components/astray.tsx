import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice.tsx';
import { Page } from './page.tsx';
import { Refused } from '../api/problem.ts';

/** No page has this address. */
export const Missing = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.missing')} lead={t('problem.missingDetail')}>
      <Link to="/" className="primary">
        {t('problem.home')}
      </Link>
    </Page>
  );
};

/** A page that fell over; the rest of the console stands. */
export const Broken = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  return error instanceof Refused ? (
    <ProblemNotice error={error} again={reset} />
  ) : (
    <section className="problem" role="alert">
      <h2>{t('problem.broken')}</h2>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <a href="/">{t('problem.home')}</a>
    </section>
  );
};
