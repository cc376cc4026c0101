import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayMoment } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';

type Link = Schemas['SignInInvitation'];

const Copied = ({ text }: Readonly<{ text: string }>) => {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <code className="one-time">{text}</code>
      <p className="row">
        <Button onClick={() => void copy()}>{t(isCopied ? 'people.copied' : 'people.copy')}</Button>
      </p>
    </>
  );
};

/** A link for one person, shown this once; who hands out its code. */
export const LinkDialog = ({ link, onClose }: Readonly<{ link: Link; onClose: () => void }>) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('people.link')} onClose={onClose}>
      <p className="note">{t('people.linkOnce')}</p>
      <Copied text={new URL(link.path, window.location.origin).href} />
      <p>{t(`people.codeBy.${link.codeBy}`)}</p>
      {link.code !== null && <code className="one-time large">{link.code}</code>}
      <p className="quiet">{t('people.validUntil', { at: sayMoment(link.expiresAt) })}</p>
    </Dialog>
  );
};

/** The code of a link that somebody else made, shown this once. */
export const CodeDialog = ({ code, onClose }: Readonly<{ code: Schemas['SignInCode']; onClose: () => void }>) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('people.code')} onClose={onClose}>
      <p className="note">{t('people.codeOnce')}</p>
      <code className="one-time large">{code.code}</code>
      <p className="quiet">{t('people.validUntil', { at: sayMoment(code.expiresAt) })}</p>
    </Dialog>
  );
};
