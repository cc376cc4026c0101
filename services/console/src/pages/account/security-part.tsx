import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/problem.ts';
import { secondFactor } from '../../api/questions/account.ts';
import { Mark } from '../../components/mark.tsx';

const PAGES = [
  ['/account/password', 'password'],
  ['/account/second-factor', 'secondFactor'],
] as const;

/** Passkeys belong to a name of a host, never to an address of numbers: the rule of browsers, which the gateway follows. */
const canHavePasskeys = (): boolean => window.isSecureContext && !/^[\d.]+$|:/u.test(window.location.hostname);

/** The way to the gateway's own pages, which need no script. Where an issuer outside keeps the account, only the sessions are here. */
export const SecurityPart = () => {
  const { t } = useTranslation();
  const { data, error } = useQuery({ ...secondFactor, retry: false });
  const isElsewhere = error instanceof Refused && error.problem?.reason === 'PASSWORD_NOT_HERE';
  return (
    <section className="part" aria-labelledby="security">
      <h2 id="security">{t('account.security')}</h2>
      {isElsewhere && <p className="note">{t('account.elsewhere')}</p>}
      {data !== undefined && (
        <p>
          {data.totp || data.passkeys > 0 ? (
            <Mark tone="good">{t('account.hasFactor')}</Mark>
          ) : (
            <Mark tone={data.required ? 'bad' : 'waiting'}>
              {t(data.required ? 'account.factorRequired' : 'account.noFactor')}
            </Mark>
          )}
        </p>
      )}
      <ul className="bare">
        {(isElsewhere ? [] : PAGES).map(([href, page]) => (
          <li key={href}>
            <a href={href}>{t(`account.pages.${page}`)}</a>
            <div className="quiet">{t(`account.pagesLead.${page}`)}</div>
          </li>
        ))}
        {!isElsewhere && canHavePasskeys() && (
          <li>
            <a href="/account/passkeys">{t('account.pages.passkeys')}</a>
            <div className="quiet">{t('account.pagesLead.passkeys')}</div>
          </li>
        )}
        <li>
          <a href="/account/sessions">{t('account.pages.sessions')}</a>
          <div className="quiet">{t('account.pagesLead.sessions')}</div>
        </li>
      </ul>
    </section>
  );
};
