import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { editions } from '../../api/questions/editions.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Page } from '../../components/page.tsx';

/** What is reviewed is an edition: the one that is open, else the last one. Whoever only inspects begins with clearance. */
export const LatestReview = () => {
  const { t } = useTranslation();
  const who = useQuery(me);
  const known = useQuery(editions);
  return (
    <Answered query={who}>
      {(person) => (
        <Answered query={known}>
          {({ items }) => {
            const latest = items.find(({ state }) => state === 'open') ?? items[0];
            const isOfficer = person?.grants.some(({ role }) => role === 'committee-officer') === true;
            if (latest !== undefined)
              return (
                <Navigate
                  to={isOfficer ? '/editions/$editionId/review' : '/editions/$editionId/clearances'}
                  params={{ editionId: latest.editionId }}
                  replace
                />
              );
            return (
              <Page title={t('steps.label')}>
                <EmptyNotice title={t('projects.emptyTitle')}>{t('projects.noEdition')}</EmptyNotice>
              </Page>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
};
