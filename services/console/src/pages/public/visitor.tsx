import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';

/** The first page of whoever is not signed in. */
export const Visitor = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('visitor.title')} lead={t('visitor.lead')}>
      <div className="ways">
        <section className="way">
          <h2>{t('visitor.staff')}</h2>
          <p>{t('visitor.staffLead')}</p>
          <p>
            <a className="primary" href="/sign-in?next=/">
              {t('signIn')}
            </a>
          </p>
        </section>
        <section className="way">
          <h2>{t('visitor.public')}</h2>
          <dl className="ways-list">
            <dt>
              <Link to="/public/notices">{t('nav.notices')}</Link>
            </dt>
            <dd>{t('visitor.notices')}</dd>
            <dt>
              <Link to="/public/honours">{t('nav.honours')}</Link>
            </dt>
            <dd>{t('visitor.honours')}</dd>
            <dt>
              <Link to="/public/certificates">{t('nav.certificates')}</Link>
            </dt>
            <dd>{t('visitor.certificates')}</dd>
            <dt>
              <Link to="/public/objections">{t('objections.title')}</Link>
            </dt>
            <dd>{t('visitor.objections')}</dd>
            <dt>
              <Link to="/public/works">{t('works.title')}</Link>
            </dt>
            <dd>{t('works.visitor')}</dd>
            <dt>
              <Link to="/public/vote">{t('codeVote.title')}</Link>
            </dt>
            <dd>{t('codeVote.visitor')}</dd>
            <dt>
              <Link to="/public/policies">{t('policies.title')}</Link>
            </dt>
            <dd>{t('policies.visitor')}</dd>
          </dl>
        </section>
      </div>
    </Page>
  );
};
