import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../components/tabs.tsx';

/** What an auditor goes to and fro between. */
export const AuditTabs = () => {
  const { t } = useTranslation();
  return (
    <Tabs label={t('audit.parts')}>
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
    </Tabs>
  );
};
