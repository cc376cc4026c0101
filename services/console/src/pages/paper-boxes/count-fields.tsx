import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { asked, type Box, type BoxEntry, isPapers, isVoid, type Place, sumOf, type Typed, validOf } from './shared.ts';

/** How many papers: a whole number. */
export const PaperNumber = ({ name, label }: Readonly<{ name: readonly (string | number)[]; label: string }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={[...name]}
      label={label}
      className="paper-number"
      rules={[
        {
          validator: async (_rule, typed: string | undefined) => {
            if (typed === undefined || !isPapers(typed)) throw new Error(t('paperBoxes.number'));
          },
        },
      ]}
    >
      <Input inputMode="numeric" autoComplete="off" />
    </Form.Item>
  );
};

const Question = ({
  entryId,
  question,
  places,
  typed,
}: Readonly<{ entryId: string; question: string; places: readonly Place[]; typed: Typed }>) => {
  const { t } = useTranslation();
  const [sum, valid] = [sumOf(typed, places), validOf(typed)];
  return (
    <div role="group" aria-label={question}>
      {question !== '' && <p className="paper-question">{question}</p>}
      <div className="paper-numbers">
        {places.map(({ at, level }) => (
          <PaperNumber key={at} name={['papers', entryId, 'marks', at]} label={level} />
        ))}
      </div>
      <p className={sum === valid ? 'quiet' : 'wrong'} role="status">
        {t('paperBoxes.adds', { sum, valid })}
      </p>
    </div>
  );
};

/** What was found about one entry: papers first, then their answers, which add up to those that are valid. */
export const CountFields = ({ box, entry: { entryId, title } }: Readonly<{ box: Box; entry: BoxEntry }>) => {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const typed = (Form.useWatch(['papers', entryId], form) as Typed | undefined) ?? {};
  const of = (field: string) => ['papers', entryId, field];
  return (
    <fieldset className="paper-entry">
      <legend>{title}</legend>
      <div className="paper-numbers">
        <PaperNumber name={of('handedOut')} label={t('paperBoxes.handedOut')} />
        <PaperNumber name={of('found')} label={t('paperBoxes.found')} />
        {!isVoid(typed) && <PaperNumber name={of('invalid')} label={t('paperBoxes.invalid')} />}
      </div>
      {isVoid(typed) ? (
        <p role="alert">{t('paperBoxes.voidNow')}</p>
      ) : (
        asked(box).map(({ question, places }) => (
          <Question key={question} entryId={entryId} question={question} places={places} typed={typed} />
        ))
      )}
    </fieldset>
  );
};
