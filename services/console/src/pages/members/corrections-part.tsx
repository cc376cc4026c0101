import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { correctionsOf } from '../../api/questions/people.ts';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import { AnswerCorrection } from './correction-dialogs.tsx';
import { carriesOutCorrections, proposesCorrections } from './membership-acts.ts';

type Me = Schemas['GetV1MeAnswer'];
type Correction = Schemas['CorrectionOfStage'];

/** What was proposed about a stage, with what whoever reads it may do about it. */
export const ProposedCorrections = ({
  corrections,
  who,
  onAnswer,
}: Readonly<{
  corrections: readonly Correction[];
  who: Me;
  onAnswer: (correction: Correction, isDone: boolean) => void;
}>) => {
  const { t } = useTranslation();
  return corrections.map((correction) => (
    <div key={correction.proposalId} className="note">
      {t('members.proposedBy', {
        name: nameIn(correction.proposedByName) ?? t(`role.${correction.role}`),
        at: sayMoment(correction.proposedAt),
        what: t(`members.correction.${correction.act}`),
      })}
      {correction.stage !== null && (
        <p>
          {t(`people.stages.${correction.stage}`)}
          {correction.since !== null && ` · ${t('people.since', { day: sayDay(correction.since) })}`}
        </p>
      )}
      <p className="prose">{t('members.why', { why: correction.why })}</p>
      <p className="row">
        {carriesOutCorrections(who.grants) && correction.proposedBy !== who.personId && (
          <Button type="primary" onClick={() => onAnswer(correction, true)}>
            {t('members.carryOut')}
          </Button>
        )}
        {proposesCorrections(who.grants) && (
          <Button onClick={() => onAnswer(correction, false)}>{t('members.reject')}</Button>
        )}
      </p>
    </div>
  ));
};

/** For the second person who reads no record: the stage that stands, and what is proposed instead. */
export const CorrectionsPart = ({ personId, who }: Readonly<{ personId: string; who: Me }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Readonly<{ correction: Correction; isDone: boolean }>>();
  return (
    <Part id="membership" title={t('members.corrections')} query={useQuery(correctionsOf(personId))}>
      {({ stage, stageSince, corrections }) => (
        <>
          <dl className="facts">
            <dt>{t('people.stage')}</dt>
            <dd>
              {t(`people.stages.${stage}`)}
              {stageSince !== null && ` · ${t('people.since', { day: sayDay(stageSince) })}`}
            </dd>
          </dl>
          {corrections.length === 0 && <p className="quiet">{t('members.noCorrections')}</p>}
          <ProposedCorrections
            corrections={corrections}
            who={who}
            onAnswer={(correction, isDone) => setAsked({ correction, isDone })}
          />
          {asked !== undefined && (
            <AnswerCorrection person={{ personId }} {...asked} onClose={() => setAsked(undefined)} />
          )}
        </>
      )}
    </Part>
  );
};
