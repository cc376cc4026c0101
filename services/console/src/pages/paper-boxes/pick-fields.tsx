import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { PaperNumber } from './count-fields.tsx';
import { type Box, type BoxEntry, isVoid, picksOf, type Typed, validOf } from './shared.ts';

/** What was found of the papers that some names stand on together: the papers once, then how often each name was picked. */
export const PickFields = ({ box, entries }: Readonly<{ box: Box; entries: readonly BoxEntry[] }>) => {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const all = (Form.useWatch(['papers'], form) as Readonly<Record<string, Typed>> | undefined) ?? {};
  const paper = entries[0]?.paper ?? '';
  const typed = all[paper] ?? {};
  const each = Math.min(box.pickAtMost ?? 0, entries.length);
  const [picked, most] = [entries.reduce((sum, { entryId }) => sum + picksOf(all[entryId]), 0), each * validOf(typed)];
  const of = (field: string) => ['papers', paper, field];
  return (
    <fieldset className="paper-entry">
      <legend>{t('paperBoxes.onePaper', { count: entries.length, each })}</legend>
      <div className="paper-numbers">
        <PaperNumber name={of('handedOut')} label={t('paperBoxes.handedOut')} />
        <PaperNumber name={of('found')} label={t('paperBoxes.found')} />
        {!isVoid(typed) && <PaperNumber name={of('invalid')} label={t('paperBoxes.invalid')} />}
      </div>
      {isVoid(typed) ? (
        <p role="alert">{t('paperBoxes.voidNow')}</p>
      ) : (
        <>
          <p className="quiet">{t('paperBoxes.pickedBeyond')}</p>
          <div className="paper-numbers">
            {entries.map(({ entryId, title }) => (
              <PaperNumber key={entryId} name={['papers', entryId, 'marks', 0]} label={title} />
            ))}
          </div>
          <p className={picked <= most ? 'quiet' : 'wrong'} role="status">
            {t('paperBoxes.picks', { picked, most })}
          </p>
        </>
      )}
    </fieldset>
  );
};
