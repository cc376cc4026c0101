import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../api/questions/own.ts';
import { Dialog } from './dialog.tsx';

/** Signing out is a form of the gateway's own. Before it, marks that are only in this browser go to the platform, and nothing stays here. */
export const SignOut = () => {
  const { t } = useTranslation();
  const { data } = useQuery(me);
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState(0);
  const leave = async (): Promise<void> => {
    const { leaveSheets } = await import('../sheets/leave.ts');
    const against = await leaveSheets(data?.personId);
    setLeft(against);
    if (against === 0) form.current?.submit();
  };
  const leaveAnyway = async (): Promise<void> => {
    const { dropSheets } = await import('../sheets/leave.ts');
    await dropSheets();
    form.current?.submit();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Whatever goes wrong with what is kept here, one can always sign out.
    leave().catch(() => form.current?.submit());
  };
  return (
    <>
      <form ref={form} method="post" action="/sign-out" onSubmit={submit}>
        <button type="submit">{t('signOut')}</button>
      </form>
      {left > 0 && (
        <Dialog title={t('leaving.title')} onClose={() => setLeft(0)}>
          <p>{t('leaving.text', { count: left })}</p>
          <p className="row">
            <Button type="primary" onClick={() => setLeft(0)}>
              {t('leaving.stay')}
            </Button>
            <Button danger onClick={() => void leaveAnyway()}>
              {t('leaving.leave')}
            </Button>
          </p>
        </Dialog>
      )}
    </>
  );
};
