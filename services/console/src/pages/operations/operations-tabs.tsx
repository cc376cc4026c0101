import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../components/tabs.tsx';

/** The parts of an operator's work. */
export const OperationsTabs = () => {
  const { t } = useTranslation();
  return (
    <Tabs label={t('operations.parts')}>
      <li>
        <Link to="/operations" activeOptions={{ exact: true }}>
          {t('operations.health')}
        </Link>
      </li>
      <li>
        <Link to="/operations/deliveries">{t('operations.deliveries')}</Link>
      </li>
      <li>
        <Link to="/operations/webhooks">{t('webhooks.title')}</Link>
      </li>
      <li>
        <Link to="/operations/traces" activeOptions={{ includeSearch: false }}>
          {t('operations.traces')}
        </Link>
      </li>
      <li>
        <Link to="/operations/repairs">{t('operations.repairs')}</Link>
      </li>
    </Tabs>
  );
};
