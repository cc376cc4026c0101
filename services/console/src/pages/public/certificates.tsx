import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { certificate } from '../../api/questions/public.ts';
import { Answered } from '../../components/answered.tsx';
import { CodeForm } from '../../components/code-form.tsx';
import { sayDay } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { HONOUR_TONES } from './honours.tsx';

type Honour = Schemas['Honour'];

const page = getRouteApi('/public/certificates');

const Found = ({ honour }: Readonly<{ honour: Honour }>) => {
  const { t } = useTranslation();
  return (
    <section className="part" role="status">
      <h2>
        <Mark tone={HONOUR_TONES[honour.standing]}>{t(`certificates.${honour.standing}`)}</Mark>
      </h2>
      <dl className="facts">
        <dt>{t('honours.grade')}</dt>
        <dd>{either(honour.gradeZh, honour.gradeEn)}</dd>
        <dt>{t('honours.name')}</dt>
        <dd>{honour.title || either(honour.organizationZh, honour.organizationEn)}</dd>
        <dt>{t('honours.unit')}</dt>
        <dd>{either(honour.organizationZh, honour.organizationEn)}</dd>
        <dt>{t('honours.grantedBy')}</dt>
        <dd>{either(honour.grantedByZh, honour.grantedByEn)}</dd>
        <dt>{t('honours.document')}</dt>
        <dd>{honour.documentNumber}</dd>
        <dt>{t('certificates.grantedOn')}</dt>
        <dd>{sayDay(honour.grantedAt)}</dd>
        {honour.until !== null && (
          <>
            <dt>{t('certificates.until')}</dt>
            <dd>{sayDay(honour.until)}</dd>
          </>
        )}
      </dl>
    </section>
  );
};

const Asked = ({ number }: Readonly<{ number: string }>) => (
  <Answered query={useQuery(certificate(number))}>{(honour) => <Found honour={honour} />}</Answered>
);

/** Whether the honour on a certificate stands; for everybody. */
export const Certificates = () => {
  const { t } = useTranslation();
  const { number } = page.useSearch();
  const navigate = useNavigate({ from: '/public/certificates' });
  return (
    <Page title={t('certificates.title')} lead={t('certificates.lead')}>
      <CodeForm
        label={t('certificates.number')}
        button={t('certificates.check')}
        value={number ?? ''}
        onAsk={(asked) => void navigate({ search: { number: asked } })}
      />
      {number !== undefined && <Asked number={number} />}
    </Page>
  );
};
