import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { CheckAnswers } from '../../components/check-answers.tsx';
import { hundredthsOf, sayHundredths } from '../../components/hundredths.ts';
import { either } from '../../components/names.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { CONTEST_TOUCHES } from './shared.ts';

type Offered = Schemas['MyTurn']['marks'][number];
type Typed = Readonly<Record<string, string>>;

const nameOf = ({ nameZh, nameEn }: Offered): string => either(nameZh, nameEn);

/** The mark that was typed or chosen; undefined: none that can be given. */
const markOf = ({ choices, markMax, step }: Offered, typed: string | undefined): number | undefined => {
  if (typed === undefined || typed === '') return undefined;
  if (choices.length > 0) return choices[Number(typed)]?.mark;
  const mark = hundredthsOf(typed);
  return mark === undefined || mark > markMax || mark % step !== 0 ? undefined : mark;
};

const Field = ({
  offered,
  typed,
  isWrong,
  onType,
}: Readonly<{ offered: Offered; typed: string; isWrong: boolean; onType: (text: string) => void }>) => {
  const { t } = useTranslation();
  const { criterionId, choices, markMax, step } = offered;
  const id = `mark-${criterionId}`;
  const given = { most: sayHundredths(markMax), step: sayHundredths(step) };
  return (
    <div className="turn-field">
      <label htmlFor={id}>
        {nameOf(offered)}
        {choices.length === 0 && (
          <span className="quiet" id={`${id}-bounds`}>
            {t('contest.upTo', given)}
          </span>
        )}
      </label>
      {choices.length > 0 ? (
        <select id={id} value={typed} aria-invalid={isWrong} onChange={({ target }) => onType(target.value)}>
          <option value="" disabled>
            {t('choose')}
          </option>
          {choices.map(({ mark, word, wordEn }, at) => (
            <option key={mark} value={at}>
              {either(word, wordEn)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
          value={typed}
          aria-describedby={`${id}-bounds`}
          aria-invalid={isWrong}
          onChange={({ target }) => onType(target.value)}
        />
      )}
      {isWrong && (
        <span className="field-fault" role="alert">
          {typed === '' ? t('contest.missing') : t('contest.wrong', given)}
        </span>
      )}
    </div>
  );
};

const useHandIn = (roundId: string, entryId: string) => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder({
    send: async (body: Readonly<{ marks: { criterionId: string; mark: number }[] }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/contest/entries/{entryId}/marks', {
          params: { path: { roundId, entryId }, header: under(key) },
          body,
        }),
      ),
    touches: CONTEST_TOUCHES,
    onDone: () => tell(t('contest.handInDone')),
  });
};

/** All marks of one entry on one screen, looked at once more before they are handed in. What is typed stays on this page alone. */
export const MarkForm = ({
  roundId,
  entryId,
  title,
  marks,
}: Readonly<{ roundId: string; entryId: string; title: string; marks: readonly Offered[] }>) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Typed>({});
  const [isTried, setTried] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const given = marks.map((offered) => ({ offered, mark: markOf(offered, typed[offered.criterionId]) }));
  const isWhole = given.every(({ mark }) => mark !== undefined);
  const order = useHandIn(roundId, entryId);
  const send = (): void =>
    order.mutate({ marks: given.map(({ offered, mark }) => ({ criterionId: offered.criterionId, mark: mark ?? 0 })) });
  const check = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWhole) setChecking(true);
  };
  const plain = given.every(({ offered }) => offered.choices.length === 0);
  const sum = given.reduce((total, { mark }) => total + (mark ?? 0), 0);
  return (
    <section className="part turn" aria-labelledby="turn">
      <h2 id="turn">{title}</h2>
      <form onSubmit={check} noValidate>
        {given.map(({ offered, mark }) => (
          <Field
            key={offered.criterionId}
            offered={offered}
            typed={typed[offered.criterionId] ?? ''}
            isWrong={isTried && mark === undefined}
            onType={(text) => setTyped({ ...typed, [offered.criterionId]: text })}
          />
        ))}
        {plain && isWhole && (
          <p className="turn-sum" role="status">
            {t('contest.totalIs', { points: sayHundredths(sum) })}
          </p>
        )}
        <Button type="primary" htmlType="submit" block size="large">
          {t('contest.handIn')}
        </Button>
      </form>
      {isChecking && (
        <Dialog title={t('contest.handInTitle', { entry: title })} onClose={() => setChecking(false)}>
          {order.isError && <ProblemNotice error={order.error} again={send} />}
          <CheckAnswers
            title={t('check')}
            lead={t('contest.handInLead')}
            answers={given.map(({ offered, mark }) => ({
              name: nameOf(offered),
              said:
                offered.choices
                  .filter((choice) => choice.mark === mark)
                  .map(({ word, wordEn }) => either(word, wordEn))[0] ??
                (mark === undefined ? '' : sayHundredths(mark)),
            }))}
            action={t('contest.handIn')}
            busy={order.isPending}
            onSend={send}
            onEdit={() => setChecking(false)}
          />
        </Dialog>
      )}
    </section>
  );
};
