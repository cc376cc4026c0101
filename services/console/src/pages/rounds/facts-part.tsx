import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { factAnswers } from '../../api/questions/results.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';
import { sayFactValue } from '../../components/fact-value.ts';
import { Mark } from '../../components/mark.tsx';
import { colon, either, nameIn } from '../../components/names.ts';
import { FactDialog, type FactAnswer, type FactQuestion } from './fact-dialog.tsx';

const HASH_SHOWN = 8;

type Row = Readonly<{ one: FactAnswer; question: FactQuestion; onAnswer: () => void }>;

/** What keeps the caller from it where that is his own to know; who has no part in it is told nothing. */
const SAID = ['OWN_ENTRY', 'OWN_ORGANIZATION', 'OWN_ANSWER'] as const;

const FactRow = ({ one, question, onAnswer }: Row) => {
  const { t } = useTranslation();
  const { standing, value, why, file, answeredByName, answeredAt, corrections, hindrance, known } = one;
  const kept = SAID.find((reason) => reason === hindrance);
  return (
    <li className="looked-up">
      <p>
        <strong>{one.title}</strong> <span className="quiet">{nameIn(one.homeName)}</span>
      </p>
      <p>
        {either(question.zh, question.en)}
        {colon()}
        {standing === 'answered' && value !== null && <strong>{sayFactValue(value)}</strong>}
        {standing === 'awaited' && <Mark tone="waiting">{t('rounds.facts.awaited')}</Mark>}
        {standing === 'possible' && <span className="quiet">{t('rounds.facts.possible')}</span>}
      </p>
      {standing === 'answered' && (
        <>
          <p className="prose">
            {t('rounds.facts.basis')}
            {colon()}
            {why}
          </p>
          <p className="quiet">
            {nameIn(answeredByName)} {answeredAt !== null && sayMoment(answeredAt)}
            {corrections > 0 && ` · ${t('rounds.facts.corrected', { count: corrections })}`}
            {file !== null && ` · ${t('rounds.facts.hasFile', { hash: file.slice(0, HASH_SHOWN) })}`}
          </p>
        </>
      )}
      {known !== null && standing !== 'answered' && (
        <p className="quiet">{t('rounds.facts.known', { value: sayFactValue(known) })}</p>
      )}
      {kept !== undefined && <p className="quiet">{t(`rounds.facts.hindrance.${kept}`)}</p>}
      {hindrance === null && (
        <Button onClick={onAnswer}>{t(standing === 'answered' ? 'rounds.facts.correct' : 'rounds.facts.say')}</Button>
      )}
    </li>
  );
};

const Told = ({ roundId, told }: Readonly<{ roundId: string; told: Schemas['FactAnswers'] }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Readonly<{ one: FactAnswer; question: FactQuestion }>>();
  const { answers, questions, unanswered } = told;
  const complete = answers.length === 0 ? 'rounds.facts.none' : 'rounds.facts.complete';
  return (
    <>
      <p role="status">{unanswered > 0 ? t('rounds.facts.awaits', { count: unanswered }) : t(complete)}</p>
      <ul className="plain">
        {answers.flatMap((one) => {
          const question = questions.find(({ questionId }) => questionId === one.questionId);
          return question === undefined
            ? []
            : [
                <FactRow
                  key={`${one.entryId} ${one.questionId}`}
                  one={one}
                  question={question}
                  onAnswer={() => setAsked({ one, question })}
                />,
              ];
        })}
      </ul>
      {asked && <FactDialog roundId={roundId} {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
};

/** What rules of awards ask of entries within reach and no result holds: looked up before the body decides. */
export const FactsPart = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const query = useQuery(factAnswers(roundId));
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('rounds.facts.title')}</h2>
      <p className="quiet">{t('rounds.facts.lead')}</p>
      <Answered query={query}>{(told) => <Told roundId={roundId} told={told} />}</Answered>
    </section>
  );
};
