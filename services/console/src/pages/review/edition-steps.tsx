import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** From one step of an edition's review to the next. */
export const EditionSteps = ({ editionId }: Readonly<{ editionId: string }>) => {
  const { t } = useTranslation();
  const params = { editionId };
  const here = { className: 'active', 'aria-current': 'page' } as const;
  return (
    <nav className="steps-nav" aria-label={t('steps.label')}>
      <Link to="/editions/$editionId/review" params={params} activeProps={here}>
        {t('steps.review')}
      </Link>
      <Link to="/editions/$editionId/clearances" params={params} activeProps={here}>
        {t('steps.clearances')}
      </Link>
      <Link to="/editions/$editionId/notices" params={params} activeProps={here}>
        {t('steps.running')}
      </Link>
      <Link to="/editions/$editionId/objections" params={params} activeProps={here}>
        {t('steps.cases')}
      </Link>
    </nav>
  );
};
