import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { sayDay } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { AnswerCorrection, ProposeCorrection } from './correction-dialogs.tsx';
import { ProposedCorrections } from './corrections-part.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ExitDialog } from './exit-dialog.tsx';
import {
  changesStages,
  corrects,
  moves,
  type Person,
  proposesCorrections,
  recordsExits,
  exitsFrom,
  type Step,
  stepsFrom,
} from './membership-acts.ts';
import { MoveDialog } from './move-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { usePersonAct } from './use-person-act.ts';

type Me = Schemas['GetV1MeAnswer'];
type Correction = Schemas['CorrectionOfStage'];
type Asked =
  | Readonly<{ act: 'step'; step: Step }>
  | Readonly<{ act: 'move' | 'exit' | 'correct' | 'propose' | 'takeBack' }>
  | Readonly<{ act: 'answer'; correction: Correction; isDone: boolean }>;

const TakeBack = ({ person, onClose }: Readonly<{ person: Person; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = usePersonAct(
    async (body: Readonly<{ reason: string }>, key) =>
      answerOf(
        api.POST('/v1/people/{personId}/scheduled-acts/{actId}/withdraw', {
          params: { path: { personId: person.personId, actId: person.scheduled?.actId ?? '' }, header: under(key) },
          body,
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog title={t('members.takeBack')} action={t('members.takeBack')} order={order} onClose={onClose}>
      <ReasonField />
    </OrderDialog>
  );
};

/** What waits: for its day, or for its second person. */
const Waiting = ({ person, who, ask }: Readonly<{ person: Person; who: Me; ask: (asked: Asked) => void }>) => {
  const { t } = useTranslation();
  const { scheduled, corrections } = person;
  return (
    <>
      {scheduled !== null && (
        <div className="note">
          {t('members.scheduled', {
            day: sayDay(scheduled.effectiveOn),
            what:
              scheduled.kind === null
                ? t('members.movesTo', { name: nameIn(scheduled.organizationName) ?? t('none') })
                : t(`people.stages.${scheduled.kind}`),
          })}
          {recordsExits(who.grants) && (
            <p className="row">
              <Button onClick={() => ask({ act: 'takeBack' })}>{t('members.takeBack')}</Button>
            </p>
          )}
        </div>
      )}
      <ProposedCorrections
        corrections={corrections}
        who={who}
        onAnswer={(correction, isDone) => ask({ act: 'answer', correction, isDone })}
      />
    </>
  );
};

const Dialogs = ({ person, asked, onClose }: Readonly<{ person: Person; asked: Asked; onClose: () => void }>) => {
  const common = { person, onClose };
  switch (asked.act) {
    case 'step':
      return <StepDialog {...common} step={asked.step} />;
    case 'move':
      return <MoveDialog {...common} />;
    case 'exit':
      return <ExitDialog {...common} />;
    case 'correct':
      return <CorrectDialog {...common} />;
    case 'propose':
      return <ProposeCorrection {...common} />;
    case 'takeBack':
      return <TakeBack {...common} />;
    case 'answer':
      return <AnswerCorrection {...common} correction={asked.correction} isDone={asked.isDone} />;
  }
};

/** What is done about somebody's membership: the next step first. */
export const MembershipPart = ({ person, who }: Readonly<{ person: Person; who: Me }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const steps = changesStages(who.grants) ? stepsFrom(person) : [];
  return (
    <section className="part" aria-labelledby="membership">
      <h2 id="membership">{t('members.acts')}</h2>
      <Waiting person={person} who={who} ask={setAsked} />
      <div className="row">
        {steps.map((step, index) => (
          <Button key={step} type={index === 0 ? 'primary' : 'default'} onClick={() => setAsked({ act: 'step', step })}>
            {t(`members.step.${step}`)}…
          </Button>
        ))}
        {moves(who.grants) && person.scheduled === null && (
          <Button onClick={() => setAsked({ act: 'move' })}>{t('members.move')}…</Button>
        )}
        {corrects(who.grants) && <Button onClick={() => setAsked({ act: 'correct' })}>{t('members.correct')}…</Button>}
        {proposesCorrections(who.grants) && (
          <Button onClick={() => setAsked({ act: 'propose' })}>{t('members.proposeCorrection')}…</Button>
        )}
        {recordsExits(who.grants) && exitsFrom(person).length > 0 && person.scheduled === null && (
          <Button danger onClick={() => setAsked({ act: 'exit' })}>
            {t('members.exit')}…
          </Button>
        )}
      </div>
      {asked !== undefined && <Dialogs person={person} asked={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
};
