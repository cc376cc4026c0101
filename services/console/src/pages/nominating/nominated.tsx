import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { plannedOf } from '../../api/questions/planning.ts';
import { Part } from '../../components/part.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';

/** What this organization has put forward already, and how it stands. */
export const Nominated = ({
  nominatorId,
  editionId,
  quota,
}: Readonly<{ nominatorId: string; editionId: string; quota: number }>) => {
  const { t } = useTranslation();
  return (
    <Part id="nominated" title={t('nominating.already')} query={useQuery(plannedOf(nominatorId, editionId))}>
      {({ items }) => (
        <>
          {quota > 0 && <p className="quiet">{t('nominating.quota', { count: quota })}</p>}
          {items.length === 0 ? (
            <p className="quiet">{t('nominating.none')}</p>
          ) : (
            <ul>
              {items.map(({ entryId, title, standing }) => (
                <li key={entryId}>
                  <Link to="/entries/$entryId" params={{ entryId }}>
                    {title}
                  </Link>{' '}
                  <StandingMark standing={standing} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Part>
  );
};
