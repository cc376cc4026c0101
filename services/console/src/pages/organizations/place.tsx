import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { either, nameIn } from '../../components/names.ts';

type Placed = Pick<
  Schemas['GetV1OrganizationsByOrganizationIdAnswer'],
  'organizationId' | 'nameZh' | 'nameEn' | 'ancestorIds' | 'ancestorNames'
>;

/** From the top down to where one looks: each step leads to that organization's page. */
export const Place = ({ one }: Readonly<{ one: Placed }>) => {
  const { t } = useTranslation();
  return (
    <nav className="place" aria-label={t('organizations.path')}>
      <ol>
        <li>
          <Link to="/organizations" search={{}}>
            {t('organizations.top')}
          </Link>
        </li>
        {one.ancestorIds.map((id, index) =>
          id === one.organizationId ? null : (
            <li key={id}>
              <Link to="/organizations/$organizationId" params={{ organizationId: id }}>
                {nameIn(one.ancestorNames[index]) ?? t('none')}
              </Link>
            </li>
          ),
        )}
        <li aria-current="page">{either(one.nameZh, one.nameEn)}</li>
      </ol>
    </nav>
  );
};
