import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPassing, Refused } from '../api/problem.ts';
import { languageNow } from '../words/speak.ts';

const signInAgain = (): string =>
  `/sign-in?next=${encodeURIComponent(`${window.location.pathname}${window.location.search}`)}`;

/** Nobody is signed in, or too long ago for an act of this weight. */
const asksToSignIn = ({ status, problem }: Refused): boolean => status === 401 || problem?.reason === 'SIGN_IN_AGAIN';

const Correlation = ({ id }: Readonly<{ id: string }>) => {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <p className="problem-id">
      {t('problem.correlation')} <code>{id}</code>{' '}
      <button type="button" className="linklike" onClick={() => void copy()}>
        {copied ? t('problem.copied') : t('problem.copy')}
      </button>
    </p>
  );
};

const Told = ({ error }: Readonly<{ error: Refused }>) => {
  const { t } = useTranslation();
  const { problem, status, retryAfterSeconds } = error;
  const title = problem === null ? `HTTP ${status}` : languageNow() === 'en' ? problem.titleEn : problem.titleZh;
  return (
    <>
      <h2>{title}</h2>
      {problem !== null && problem.detail !== title && <p>{problem.detail}</p>}
      {problem?.problems !== undefined && (
        <ul>
          {problem.problems.map(({ field, detail }) => (
            <li key={field}>{detail}</li>
          ))}
        </ul>
      )}
      {status === 403 && !asksToSignIn(error) && <p>{t('problem.allowed')}</p>}
      {retryAfterSeconds !== null && <p>{t('problem.wait', { count: retryAfterSeconds })}</p>}
      {status >= 502 && <p>{t('problem.passing')}</p>}
      {problem !== null && <Correlation id={problem.correlationId} />}
    </>
  );
};

/** What went wrong in the words of the platform, and the way on. */
export const ProblemNotice = ({ error, again }: Readonly<{ error: unknown; again?: () => void }>) => {
  const { t } = useTranslation();
  const refused = error instanceof Refused ? error : null;
  return (
    <section className="problem" role="alert">
      {refused === null ? (
        <>
          <h2>{t('problem.network')}</h2>
          <p>{t('problem.networkDetail')}</p>
        </>
      ) : (
        <Told error={refused} />
      )}
      {refused !== null && asksToSignIn(refused) && (
        <Button type="primary" href={signInAgain()}>
          {t('problem.signInAgain')}
        </Button>
      )}
      {again !== undefined && (isPassing(error) || refused?.status === 429) && (
        <Button onClick={again}>{t('problem.again')}</Button>
      )}
    </section>
  );
};
