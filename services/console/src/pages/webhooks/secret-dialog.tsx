import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayMoment } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';

export type Secret = Readonly<{ secret: string; formerUntil?: string }>;

/** What signs every delivery, shown this once. */
export const SecretDialog = ({ shown, onClose }: Readonly<{ shown: Secret; onClose: () => void }>) => {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(shown.secret);
    setCopied(true);
  };
  return (
    <Dialog title={t('webhooks.secret')} onClose={onClose}>
      <p className="note">{t('webhooks.secretOnce')}</p>
      <code className="one-time">{shown.secret}</code>
      <p className="row">
        <Button type="primary" onClick={() => void copy()}>
          {t(isCopied ? 'people.copied' : 'webhooks.copySecret')}
        </Button>
        <Button onClick={onClose}>{t('webhooks.kept')}</Button>
      </p>
      {shown.formerUntil !== undefined && (
        <p className="quiet">{t('webhooks.formerUntil', { at: sayMoment(shown.formerUntil) })}</p>
      )}
    </Dialog>
  );
};
