import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { objectionOf } from '../../api/questions/cases.ts';
import { Answered } from '../../components/answered.tsx';

type Objection = Schemas['Objection'];

const Content = ({ told }: Readonly<{ told: Objection }>) => {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('cases.name')}</dt>
      <dd>{told.objectorName}</dd>
      <dt>{t('cases.contact')}</dt>
      <dd>{told.objectorContact}</dd>
      <dt>{t('cases.statement')}</dt>
      <dd className="prose">{told.statement}</dd>
      {told.evidence.length > 0 && (
        <>
          <dt>{t('cases.evidence')}</dt>
          <dd>
            <ul className="plain">
              {told.evidence.map((sha256, at) => (
                <li key={sha256}>
                  <a href={`/v1/objections/${told.objectionId}/evidence/${sha256}`} download>
                    {t('cases.file', { count: at + 1 })}
                  </a>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {told.answer !== null && (
        <>
          <dt>{t('cases.answerText')}</dt>
          <dd className="prose">{told.answer}</dd>
        </>
      )}
    </dl>
  );
};

/** Who objects and what is said: nothing of it is asked for until somebody says so, and that is recorded. */
export const ProtectedPart = ({
  summary,
  organizationId,
}: Readonly<{ summary: Schemas['ObjectionSummary']; organizationId: string }>) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const query = useQuery(objectionOf(summary, organizationId, isAsked));
  return (
    <section className="part" aria-labelledby="protected">
      <h2 id="protected">{t('cases.content')}</h2>
      {isAsked ? (
        <Answered query={query}>
          {({ found }) => (
            <>
              <p className="note" role="status">
                {t('cases.shown')}
              </p>
              {found === null ? <p>{t('cases.gone')}</p> : <Content told={found} />}
            </>
          )}
        </Answered>
      ) : (
        <>
          <p>{t('cases.protected')}</p>
          <Button onClick={() => setAsked(true)}>{t('cases.show')}</Button>
        </>
      )}
    </section>
  );
};
