import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { editions } from '../../api/questions/editions.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Page } from '../../components/page.tsx';

/** Rounds are those of an edition: of the one that is open, else of the last one. */
export const LatestRounds = () => {
  const { t } = useTranslation();
  return (
    <Answered query={useQuery(editions)}>
      {({ items }) => {
        const latest = items.find(({ state }) => state === 'open') ?? items[0];
        if (latest !== undefined)
          return <Navigate to="/editions/$editionId/rounds" params={{ editionId: latest.editionId }} replace />;
        return (
          <Page title={t('rounds.title')}>
            <EmptyNotice title={t('rounds.emptyTitle')}>{t('projects.noEdition')}</EmptyNotice>
          </Page>
        );
      }}
    </Answered>
  );
};
