import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondFactor } from '../api/questions/account.ts';
import { me } from '../api/questions/own.ts';
import { livePlace } from '../api/live-place.ts';
import { followLive } from '../api/live.ts';
import { languageNow, speak } from '../words/speak.ts';
import { useType } from './look.tsx';
import { Navigation } from './navigation.tsx';
import { SignOut } from './sign-out.tsx';
import { Told } from './told.tsx';

/** Signing in and out are forms of the gateway's own: they work when nothing of this does. */
const Account = ({ name }: Readonly<{ name: string | undefined }>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  // Asked once, when somebody looks: where an issuer outside keeps the account there is no such page.
  const factor = useQuery({ ...secondFactor, enabled: isOpen, staleTime: Infinity, retry: false });
  if (name === undefined)
    return (
      <a className="bar-button" href="/sign-in?next=/">
        {t('signIn')}
      </a>
    );
  return (
    <details className="account" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="bar-button">{name}</summary>
      <div className="account-menu">
        <Link to="/my-record">{t('people.ownRecord')}</Link>
        <Link to="/my-account">{t('account.title')}</Link>
        <a href="/account/sessions">{t('account.menu.sessions')}</a>
        {factor.isSuccess && (
          <>
            <a href="/account/password">{t('account.menu.password')}</a>
            <a href="/account/second-factor">{t('account.menu.secondFactor')}</a>
          </>
        )}
        <SignOut />
      </div>
    </details>
  );
};

const Bar = ({ name }: Readonly<{ name: string | undefined }>) => {
  const { t } = useTranslation();
  const { large, setLarge } = useType();
  const speaking = useMutation({ mutationFn: speak, networkMode: 'always' });
  return (
    <header className="bar">
      <Link to="/" className="brand">
        {t('brand')} <span>{t('brandLine')}</span>
      </Link>
      <div className="bar-tools">
        <button type="button" className="bar-button" aria-pressed={large} onClick={() => setLarge(!large)}>
          {t('large')}
        </button>
        <button
          type="button"
          className="bar-button"
          lang={languageNow() === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => speaking.mutate(languageNow() === 'zh' ? 'en' : 'zh')}
        >
          {t('language')}
        </button>
        {speaking.isError && <span role="alert">{t('problem.network')}</span>}
        {name !== undefined && (
          <Link to="/inbox" className="bar-button">
            {t('inboxLink')}
          </Link>
        )}
        <Account name={name} />
      </div>
    </header>
  );
};

/** What stands around every page. */
export const Shell = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery(me);
  const personId = data?.personId;
  useEffect(() => (personId === undefined ? undefined : followLive(client, livePlace())), [client, personId]);
  useEffect(() => {
    if (personId !== undefined)
      void import('../sheets/forget-others.ts').then(async ({ forgetOthers }) => forgetOthers(personId));
  }, [personId]);
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Bar name={data?.name} />
      <div className="under-bar">
        <Navigation grants={data?.grants} />
        <main id="content" tabIndex={-1}>
          <Told>
            <Outlet />
          </Told>
        </main>
      </div>
    </>
  );
};
