import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalled } from '../../components/document-names.ts';
import { Mark } from '../../components/mark.tsx';
import { comma, semicolon } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { eraseName, type Registration, withdrawWork } from './bring-work.ts';

const REASON_CHARS_MAX = 1_000;

type Work = NonNullable<Registration['work']>;
type Acting = Readonly<{ code: string; onChanged: () => void }>;

const Withdrawing = ({ code, onChanged }: Acting) => {
  const { t } = useTranslation();
  const id = useId();
  const [why, setWhy] = useState('');
  const withdraw = useMutation({ mutationFn: async () => withdrawWork(code, why), onSuccess: onChanged });
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() !== '') withdraw.mutate();
      }}
    >
      {withdraw.isError && <ProblemNotice error={withdraw.error} />}
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
  );
};

/** For good, so it is asked once more. */
const Erasing = ({ code, onChanged }: Acting) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const erase = useMutation({
    mutationFn: async (_nothing: object) => eraseName(code),
    onSuccess: () => {
      setAsked(false);
      onChanged();
    },
  });
  return (
    <>
      <p>
        <Button danger onClick={() => setAsked(true)}>
          {t('works.erase')}
        </Button>
      </p>
      {isAsked && (
        <OrderDialog
          title={t('works.erase')}
          lead={t('works.eraseLead')}
          action={t('works.eraseNow')}
          isDangerous
          order={erase}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
};

/** The documents that came with it, as the template calls them. */
const Given = ({ work, registration }: Readonly<{ work: Work; registration: Registration }>) => {
  const { t } = useTranslation();
  const called = useCalled(registration.categories.find(({ track }) => track === work.track)?.documentNames ?? []);
  if (work.documents.length === 0) return null;
  return <p>{t('works.given', { names: work.documents.map(({ document }) => called(document)).join(comma()) })}</p>;
};

/** What stands, and how it is taken back, or its author erased. */
export const StandingWork = ({
  code,
  registration,
  onChanged,
}: Readonly<{ code: string; registration: Registration; onChanged: () => void }>) => {
  const { t } = useTranslation();
  const { work, open } = registration;
  if (work === null) return null;
  const isBack = work.standing === 'withdrawn';
  return (
    <section className="part">
      <h2>
        {work.title} <Mark tone={isBack ? 'waiting' : 'plain'}>{t(`standing.${work.standing}`)}</Mark>
      </h2>
      <p>{isBack ? t(open ? 'works.withdrawn' : 'works.stayedBack') : t('works.version', { count: work.version })}</p>
      <Given work={work} registration={registration} />
      {work.returnReasons.length > 0 && <p>{t('works.returned', { reasons: work.returnReasons.join(semicolon()) })}</p>}
      {open && !isBack && <Withdrawing code={code} onChanged={onChanged} />}
      {work.authorKept ? <Erasing code={code} onChanged={onChanged} /> : <p>{t('works.erased')}</p>}
    </section>
  );
};
