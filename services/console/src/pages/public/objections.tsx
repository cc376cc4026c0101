import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { objectionStanding } from '../../api/questions/public.ts';
import { Answered } from '../../components/answered.tsx';
import { CodeForm } from '../../components/code-form.tsx';
import { sayDay } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { Page } from '../../components/page.tsx';

const Asked = ({ code }: Readonly<{ code: string }>) => {
  const { t } = useTranslation();
  return (
    <Answered query={useQuery(objectionStanding(code))}>
      {({ status, outcome, receivedAt, answerDueAt, settledAt }) => (
        <section className="part" role="status">
          <h2>
            <Mark tone={status === 'open' ? 'waiting' : 'plain'}>
              {outcome === null ? t(`objections.${status}`) : t(`objections.outcome.${outcome}`)}
            </Mark>
          </h2>
          <dl className="facts">
            <dt>{t('objections.received')}</dt>
            <dd>{sayDay(receivedAt)}</dd>
            <dt>{t('objections.answerDue')}</dt>
            <dd>{sayDay(answerDueAt)}</dd>
            {settledAt !== null && (
              <>
                <dt>{t('objections.settledAt')}</dt>
                <dd>{sayDay(settledAt)}</dd>
              </>
            )}
          </dl>
        </section>
      )}
    </Answered>
  );
};

/** How an objection stands, for whoever holds its code. */
export const Objections = () => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  return (
    <Page title={t('objections.title')} lead={t('objections.lead')}>
      <CodeForm label={t('objections.code')} button={t('objections.check')} value={code} onAsk={setCode} />
      {code !== '' && <Asked code={code} />}
    </Page>
  );
};
