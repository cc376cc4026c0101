import { Button } from 'antd';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { dayAfter, today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { DraftMark } from '../../components/draft-mark.tsx';
import { sendByKeys } from '../../components/sent-by-keys.ts';
import { useWhat } from '../../components/what-it-is.tsx';
import { AnswerCheck } from './answer-check.tsx';
import { type Answer, lackingIn, needsSecond, NO_ANSWER, outcomesFor, restoredAnswer } from './answer.ts';

const ANSWER_CHARS_MAX = 4_000;
/** What a unit usually needs to mend a declaration. */
const DAYS_TO_MEND = 3;

const Outcomes = ({
  summary,
  standing,
  answer,
  onChange,
}: Readonly<{
  summary: Schemas['ObjectionSummary'];
  standing: Schemas['EntryLine']['standing'];
  answer: Answer;
  onChange: (answer: Answer) => void;
}>) => {
  const { t } = useTranslation();
  const what = useWhat();
  return (
    <fieldset className="choices tall">
      <legend>{t('cases.outcomeLabel')}</legend>
      {outcomesFor(summary, standing).map((outcome) => (
        <label key={outcome}>
          <input
            type="radio"
            name="outcome"
            checked={answer.outcome === outcome}
            onChange={() =>
              onChange({
                ...answer,
                outcome,
                redeclareBy: answer.redeclareBy === '' ? dayAfter(today(), DAYS_TO_MEND) : answer.redeclareBy,
              })
            }
          />
          <span>
            {t(`cases.outcome.${outcome}`)}
            <br />
            <span className="quiet">{t(`cases.effect.${outcome}`, { what })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const Return = ({ answer, onChange }: Readonly<{ answer: Answer; onChange: (answer: Answer) => void }>) => {
  const { t } = useTranslation();
  const [reasons, until] = [useId(), useId()];
  return (
    <>
      <label className="line" htmlFor={reasons}>
        {t('cases.reasons')}
      </label>
      <textarea
        id={reasons}
        className="wide"
        rows={3}
        maxLength={ANSWER_CHARS_MAX}
        value={answer.reasons}
        onChange={({ target }) => onChange({ ...answer, reasons: target.value })}
      />
      <label className="line" htmlFor={until}>
        {t('cases.redeclareBy')}
      </label>
      <DayInput
        id={until}
        required
        min={dayAfter(today(), 1)}
        value={answer.redeclareBy}
        onChange={(redeclareBy) => onChange({ ...answer, redeclareBy })}
      />
    </>
  );
};

const Text = ({ answer, onChange }: Readonly<{ answer: Answer; onChange: (answer: Answer) => void }>) => {
  const { t } = useTranslation();
  const text = useId();
  return (
    <>
      <label className="line" htmlFor={text}>
        {t('cases.answerText')}
      </label>
      <textarea
        id={text}
        className="wide"
        rows={5}
        maxLength={ANSWER_CHARS_MAX}
        value={answer.answer}
        onKeyDown={sendByKeys}
        onChange={({ target }) => onChange({ ...answer, answer: target.value })}
      />
      <p className="quiet">{t('cases.answerHint')}</p>
    </>
  );
};

/** The answer to an objection: its outcome, what is said, and what a return asks for; looked at once more before it is given. */
export const AnswerForm = ({
  summary,
  standing,
  onDone,
}: Readonly<{
  summary: Schemas['ObjectionSummary'];
  standing: Schemas['EntryLine']['standing'];
  onDone: (isProposal: boolean) => void;
}>) => {
  const { t } = useTranslation();
  const draft = useDraft<Answer>('objection-answer', summary.objectionId, NO_ANSWER, restoredAnswer);
  const [isChecking, setChecking] = useState(false);
  const [lacking, setLacking] = useState<ReturnType<typeof lackingIn>>(null);
  const { value: answer, set } = draft;
  const change = (next: Answer): void => {
    setLacking(null);
    set(next);
  };
  const check = (event: SyntheticEvent): void => {
    event.preventDefault();
    const lacks = lackingIn(answer);
    setLacking(lacks);
    setChecking(lacks === null);
  };
  const isProposal = needsSecond(answer, standing);
  return (
    <>
      <form className="part opinion" aria-labelledby="answer" onSubmit={check}>
        <h2 id="answer">{t('cases.answer')}</h2>
        <p className="quiet">{t('cases.answerLead')}</p>
        <Outcomes summary={summary} standing={standing} answer={answer} onChange={change} />
        <Text answer={answer} onChange={change} />
        {answer.outcome === 'upheld-return' && <Return answer={answer} onChange={change} />}
        {lacking !== null && (
          <p className="note" role="alert">
            {t(`cases.${lacking}`)}
          </p>
        )}
        <p className="row">
          <Button type="primary" htmlType="submit">
            {t('cases.check')}
          </Button>
        </p>
        {answer !== NO_ANSWER && <DraftMark draft={draft} />}
      </form>
      {isChecking && (
        <AnswerCheck
          summary={summary}
          answer={answer}
          isProposal={isProposal}
          onClose={() => setChecking(false)}
          onDone={() => {
            setChecking(false);
            void draft.discard();
            onDone(isProposal);
          }}
        />
      )}
    </>
  );
};
