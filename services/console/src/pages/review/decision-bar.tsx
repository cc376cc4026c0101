import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Checked, isLookedAt, unmetOf } from './check-list.ts';

/** The key beside what it does; those who hear the page are told it by the button itself. */
const Key = ({ letter }: Readonly<{ letter: string }>) => (
  <kbd className="button-key" aria-hidden="true">
    {letter}
  </kbd>
);

/** What can be decided, each with its key. */
export const DecisionBar = ({
  items,
  checked,
  isArmed,
  isBusy,
  onPass,
  onReturn,
  onFail,
}: Readonly<{
  items: readonly string[];
  checked: Checked;
  /** P was pressed once: the second time it passes. */
  isArmed: boolean;
  isBusy: boolean;
  onPass: () => void;
  onReturn: () => void;
  onFail: () => void;
}>) => {
  const { t } = useTranslation();
  const count = items.length;
  const isUnmet = unmetOf(items, checked).length > 0;
  const plain = isUnmet || isLookedAt(items, checked) ? t('review.pass') : t('review.passAll', { count });
  const again = t('review.passAgain', { count });
  return (
    <div className="decision">
      <Button
        type={isUnmet ? 'default' : 'primary'}
        size="large"
        block
        loading={isBusy}
        onClick={onPass}
        aria-keyshortcuts="P"
      >
        {isArmed ? again : plain} <Key letter="P" />
      </Button>
      {isArmed && (
        <p className="unseen" role="status">
          {again}
        </p>
      )}
      <div className="row">
        <Button type={isUnmet ? 'primary' : 'default'} disabled={isBusy} onClick={onReturn} aria-keyshortcuts="R">
          {t('review.return')} <Key letter="R" />
        </Button>
        <Button danger disabled={isBusy} onClick={onFail} aria-keyshortcuts="F">
          {t('review.fail')} <Key letter="F" />
        </Button>
      </div>
    </div>
  );
};
