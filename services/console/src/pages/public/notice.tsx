import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { noticesOf } from '../../api/questions/public.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay } from '../../components/dates.ts';
import { bracketed, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { NoticeClock } from './notice-clock.tsx';
import { ObjectionForm } from './objection-form.tsx';

type Told = Schemas['PublicNotice'];

const page = getRouteApi('/public/notices/$entryId');

const One = ({ notice }: Readonly<{ notice: Told }>) => {
  const { t } = useTranslation();
  const { outcome, workingDays } = notice;
  return (
    <section className="part">
      <h2>{t(`notices.about.${notice.about}`)}</h2>
      <dl className="facts">
        <dt>{t('notices.period')}</dt>
        <dd>
          {sayDay(notice.firstDay)} – {sayDay(notice.lastDay)}
          {workingDays !== null && bracketed(t('notices.workingDays', { count: workingDays }))}
          <br />
          <NoticeClock notice={notice} />
        </dd>
        <dt>{t('notices.unit')}</dt>
        <dd>{nameIn(notice.nominatorName) ?? t('none')}</dd>
        <dt>{t('projects.edition')}</dt>
        <dd>{nameIn(notice.editionName) ?? t('none')}</dd>
        <dt>{t('notices.task')}</dt>
        <dd>{notice.keyTask === '' ? t('none') : notice.keyTask}</dd>
        <dt>{t('notices.summary')}</dt>
        <dd className="prose">{notice.summary === '' ? t('none') : notice.summary}</dd>
      </dl>
      {outcome !== null && <p className="note">{t('notices.outcome', outcome)}</p>}
    </section>
  );
};

/** One entry's notices, and the way to object while one runs. */
export const Notice = () => {
  const { t } = useTranslation();
  const { entryId } = page.useParams();
  return (
    <Answered query={useQuery(noticesOf(entryId))}>
      {({ notices }) => (
        <Page title={notices[0]?.title ?? t('notices.title')} actions={<Link to="/public/notices">{t('back')}</Link>}>
          {notices.map((notice) => (
            <One key={`${notice.about} ${notice.noticeRound}`} notice={notice} />
          ))}
          <section className="part">
            <h2>{t('notices.object')}</h2>
            {notices.some(({ takesObjections }) => takesObjections) ? (
              <ObjectionForm entryId={entryId} />
            ) : (
              <p className="quiet">{t('notices.closed')}</p>
            )}
          </section>
        </Page>
      )}
    </Answered>
  );
};
