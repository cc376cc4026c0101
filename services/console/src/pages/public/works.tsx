import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../components/answered.tsx';
import { CodeForm } from '../../components/code-form.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type Entered, registrationOf } from './bring-work.ts';
import { StandingWork } from './standing-work.tsx';
import { WorkForm } from './work-form.tsx';
import { WorkReceipt } from './work-receipt.tsx';

/** A work stands a moment before the words of its version can be read. */
const READ_OVER_MS = 500;

type Received = Readonly<{ entered: Entered; title: string }>;

const Registered = ({ code }: Readonly<{ code: string }>) => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['public', 'work', code],
    gcTime: 0,
    queryFn: async () => registrationOf(code),
    refetchInterval: ({ state }) => (state.data?.work?.declaredAt === null ? READ_OVER_MS : false),
  });
  const [received, setReceived] = useState<Received>();
  return (
    <Answered query={query}>
      {(registration) => (
        <>
          <h2>{either(registration.titleZh, registration.titleEn)}</h2>
          {registration.closesAt !== null && (
            <p>
              {t('works.until')} {sayDeadline(registration.closesAt)}
            </p>
          )}
          {received !== undefined && <WorkReceipt key={received.entered.version} {...received} />}
          <StandingWork
            code={code}
            registration={registration}
            onChanged={() => {
              setReceived(undefined);
              void query.refetch();
            }}
          />
          {registration.open ? (
            <WorkForm
              key={`${registration.work?.revision ?? 0} ${registration.work?.declaredAt ?? ''}`}
              code={code}
              registration={registration}
              onEntered={(entered, title) => {
                setReceived({ entered, title });
                void query.refetch();
              }}
            />
          ) : (
            <p>{t('works.closed')}</p>
          )}
        </>
      )}
    </Answered>
  );
};

/** A work that somebody without an account enters by the code that he was given; the code stands in no address. */
export const Works = () => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  return (
    <Page title={t('works.title')} lead={t('works.lead')}>
      <CodeForm label={t('works.code')} button={t('works.open')} value={code} onAsk={setCode} />
      {code !== '' && <Registered key={code} code={code} />}
    </Page>
  );
};
