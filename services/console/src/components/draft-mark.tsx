import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../api/draft.ts';

/** How it stands with what is typed here, and the choice where it was typed in two places. */
export const DraftMark = <Value,>({ draft }: Readonly<{ draft: Draft<Value> }>) => {
  const { t } = useTranslation();
  const { state, other, takeOther, keepMine } = draft;
  if (state !== 'elsewhere')
    return (
      <p className="quiet" role="status">
        {t(`draft.${state}`)}
      </p>
    );
  return (
    <div className="note" role="alert">
      <p>{t('draft.elsewhere')}</p>
      <p className="row">
        {other !== null && <Button onClick={takeOther}>{t('draft.takeOther')}</Button>}
        <Button onClick={keepMine}>{t('draft.keepMine')}</Button>
      </p>
    </div>
  );
};
