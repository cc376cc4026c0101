import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../components/answered.tsx';
import { CodeForm } from '../../components/code-form.tsx';
import { sayDay } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { eraseName, type Entered, type Registration, registrationOf, withdrawWork } from './bring-work.ts';
import { WorkForm } from './work-form.tsx';

const REASON_CHARS_MAX = 1_000;

const Receipt = ({ entered, title }: Readonly<{ entered: Entered; title: string }>) => {
  const { t } = useTranslation();
  return (
    <div className="receipt" role="status">
      <h2>{t('works.receipt')}</h2>
      <p>{t('works.receiptLead')}</p>
      <dl className="facts">
        <dt>{t('works.name')}</dt>
        <dd>{title}</dd>
        <dt>{t('works.number')}</dt>
        <dd>
          <code>{entered.entryId}</code>
        </dd>
        <dt>{t('works.proof')}</dt>
        <dd>
          <code>{entered.receipt.events[0]?.hash}</code>
        </dd>
      </dl>
      <Button onClick={() => window.print()}>{t('works.print')}</Button>
    </div>
  );
};

/** What stands, and how it is taken back, or its author erased. */
const Standing = ({
  code,
  registration: { work, open },
  onChanged,
}: Readonly<{ code: string; registration: Registration; onChanged: () => void }>) => {
  const { t } = useTranslation();
  const id = useId();
  const [why, setWhy] = useState('');
  const withdraw = useMutation({ mutationFn: async () => withdrawWork(code, why), onSuccess: onChanged });
  const erase = useMutation({ mutationFn: async () => eraseName(code), onSuccess: onChanged });
  if (work === null) return null;
  const isBack = work.standing === 'withdrawn';
  return (
    <section className="part">
      <h2>
        {work.title} <Mark tone={isBack ? 'waiting' : 'plain'}>{t(`standing.${work.standing}`)}</Mark>
      </h2>
      <p>{isBack ? t('works.withdrawn') : t('works.version', { count: work.version })}</p>
      {work.returnReasons.length > 0 && <p>{t('works.returned', { reasons: work.returnReasons.join('；') })}</p>}
      {(withdraw.isError || erase.isError) && <ProblemNotice error={withdraw.error ?? erase.error} />}
      {open && !isBack && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            withdraw.mutate();
          }}
        >
          <label htmlFor={id}>{t('works.why')}</label>
          <div className="row">
            <input
              id={id}
              required
              maxLength={REASON_CHARS_MAX}
              value={why}
              onChange={(event) => setWhy(event.target.value)}
            />
            <Button htmlType="submit" loading={withdraw.isPending}>
              {t('works.withdraw')}
            </Button>
          </div>
        </form>
      )}
      <p>{t(work.authorKept ? 'works.eraseLead' : 'works.erased')}</p>
      {work.authorKept && (
        <Button danger loading={erase.isPending} onClick={() => erase.mutate()}>
          {t('works.erase')}
        </Button>
      )}
    </section>
  );
};

const Registered = ({ code }: Readonly<{ code: string }>) => {
  const { t, i18n } = useTranslation();
  const query = useQuery({ queryKey: ['public', 'work', code], gcTime: 0, queryFn: async () => registrationOf(code) });
  const [entered, setEntered] = useState<Entered>();
  return (
    <Answered query={query}>
      {(registration) => (
        <>
          <h2>{i18n.language === 'en' ? registration.titleEn : registration.titleZh}</h2>
          {registration.closesAt !== null && (
            <p>
              {t('works.until')} {sayDay(registration.closesAt)}
            </p>
          )}
          {entered !== undefined && <Receipt entered={entered} title={registration.work?.title ?? ''} />}
          <Standing code={code} registration={registration} onChanged={() => void query.refetch()} />
          {registration.open ? (
            <WorkForm
              key={registration.work?.revision ?? 0}
              code={code}
              registration={registration}
              onEntered={(done) => {
                setEntered(done);
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
