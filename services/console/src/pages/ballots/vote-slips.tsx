import '../../look/ballots.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../components/qr-code.tsx';
import { voteAddress } from '../../components/qr-modules.ts';
import type { Made } from './vote-code-dialogs.tsx';

/** The only place in which codes ever stand: slips to cut apart, each with its code to scan and to type. Gone once the page is left. */
export const VoteSlips = ({ made, title, onKept }: Readonly<{ made: Made; title: string; onKept: () => void }>) => {
  const { t } = useTranslation();
  if (made.codes.length === 0)
    return (
      <p className="note" role="status">
        {t('voteCodes.notShown')}
      </p>
    );
  const { origin } = window.location;
  return (
    <div className="receipt" role="status">
      <h3>{t('voteCodes.shown', { entry: title })}</h3>
      <p>{t('voteCodes.shownLead', { address: `${origin}/public/vote` })}</p>
      <ul className="slips">
        {made.codes.map((code) => (
          <li key={code}>
            <strong>{title}</strong>
            <QrCode text={voteAddress(origin, code)} label={t('voteCodes.scan')} />
            <code>{code}</code>
            <span className="quiet">{t('voteCodes.slip', { address: `${origin}/public/vote` })}</span>
          </li>
        ))}
      </ul>
      <p className="row">
        <Button type="primary" onClick={() => window.print()}>
          {t('voteCodes.print')}
        </Button>
        <Button onClick={onKept}>{t('codes.kept')}</Button>
      </p>
    </div>
  );
};
