import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { plannedOf } from '../../api/questions/planning.ts';
import { EntryLines } from '../../components/entry-lines.tsx';
import { Part } from '../../components/part.tsx';

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
          {items.length === 0 ? <p className="quiet">{t('nominating.none')}</p> : <EntryLines items={items} />}
        </>
      )}
    </Part>
  );
};
