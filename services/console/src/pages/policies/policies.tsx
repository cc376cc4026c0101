import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { me } from '../../api/questions/own.ts';
import { policies } from '../../api/questions/policies.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { Lines } from './lines.tsx';

/** The way to one's own committee's policy, for whoever proposes or decides there. */
const Own = () => {
  const { t } = useTranslation();
  const { data: who } = useQuery(me);
  const own = new Map(
    who?.grants
      .filter(({ role }) => role === 'committee-officer' || role === 'committee-leader')
      .map(({ organizationId, organizationName }) => [organizationId, nameIn(organizationName)]),
  );
  return [...own].map(([committeeId, name]) => (
    <Link key={committeeId} to="/policies/$committeeId" params={{ committeeId }}>
      {t('policies.ofOwn', { name: name ?? t('none') })}
    </Link>
  ));
};

/** What committees set the committees below them: documents that everybody may read. */
export const Policies = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('policies.title')} lead={t('policies.lead')} actions={<Own />}>
      <Answered query={useQuery(policies)}>
        {({ items }) => (
          <>
            {items.length === 0 && <EmptyNotice title={t('policies.none')}>{t('policies.noneWhy')}</EmptyNotice>}
            {items.map(({ committeeId, committeeName, version, adoptedAt, repealedAt, lines }) => (
              <section key={committeeId} className="part" aria-labelledby={`policy-${committeeId}`}>
                <h2 id={`policy-${committeeId}`}>
                  <Link to="/policies/$committeeId" params={{ committeeId }}>
                    {nameIn(committeeName) ?? t('policies.title')}
                  </Link>
                </h2>
                <p>
                  <Mark tone={repealedAt === null ? 'good' : 'bad'}>
                    {t(repealedAt === null ? 'policies.stands' : 'policies.repealed')}
                  </Mark>{' '}
                  <span className="quiet">{t('policies.version', { version, date: sayDay(adoptedAt) })}</span>
                </p>
                <Lines lines={lines} />
              </section>
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
};
