import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isPartMissing } from './part-missing.ts';
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

/**
 * A page that fell over; the rest of the console stands. A part that is not there any more comes with the page that is loaded anew: nothing else
 * helps, and nobody could guess it from the browser's words.
 */
export const Broken = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  if (error instanceof Refused) return <ProblemNotice error={error} again={reset} />;
  const isMissing = isPartMissing(error);
  return (
    <section className="problem" role="alert">
      <h2>{t(isMissing ? 'problem.updated' : 'problem.broken')}</h2>
      <p>{t(isMissing ? 'problem.updatedDetail' : 'problem.brokenDetail')}</p>
      {!isMissing && <p className="quiet">{error instanceof Error ? error.message : String(error)}</p>}
      <p className="row">
        <Button type="primary" onClick={() => location.reload()}>
          {t('problem.reload')}
        </Button>
        <a href="/">{t('problem.home')}</a>
      </p>
    </section>
  );
};
