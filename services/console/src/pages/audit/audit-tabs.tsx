import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** What an auditor goes to and fro between. */
export const AuditTabs = () => {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('audit.parts')}>
      <ul>
        <li>
          <Link to="/audit" activeOptions={{ exact: true, includeSearch: false }}>
            {t('audit.events')}
          </Link>
        </li>
        <li>
          <Link to="/audit/reads" activeOptions={{ includeSearch: false }}>
            {t('audit.reads')}
          </Link>
        </li>
      </ul>
    </nav>
  );
};
