import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog.tsx';

const KEYS = [
  ['J', 'next'],
  ['K', 'previous'],
  ['1–9', 'items'],
  ['0', 'all'],
  ['P', 'pass'],
  ['R', 'return'],
  ['F', 'fail'],
  ['X', 'pick'],
  ['Esc', 'escape'],
  ['?', 'help'],
] as const;

/** What the keys do. */
export const KeysHelp = ({ onClose }: Readonly<{ onClose: () => void }>) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('review.helpTitle')} onClose={onClose}>
      <p>{t('review.helpLead')}</p>
      <dl className="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`review.help.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
