import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { hasLeft, type Person, STAGES } from './membership-acts.ts';
import { usePersonAct } from './use-person-act.ts';

type Correction = Schemas['CorrectionOfStage'];
type Given = Readonly<{
  stage?: (typeof STAGES)[number];
  since?: string;
  probationEndsOn?: string;
  reason: string;
}>;
type Asked = Readonly<{ person: Person; onClose: () => void }>;

const isSaid = (text: string | undefined): text is string => text !== undefined && text !== '';

const StageFields = () => {
  const { t } = useTranslation();
  const stage = Form.useWatch<string | undefined>('stage', Form.useFormInstance());
  return (
    <>
      <SelectField
        name="stage"
        label={t('members.rightStage')}
        options={STAGES.map((value) => ({ value, label: t(`people.stages.${value}`) }))}
      />
      {stage !== 'none' && (
        <Form.Item name="since" label={t('people.stageSince')} rules={[{ required: true, message: t('required') }]}>
          <DayInput />
        </Form.Item>
      )}
      {stage === 'probationary' && (
        <Form.Item name="probationEndsOn" label={t('people.probationEndsOn')} extra={t('members.yearHint')}>
          <DayInput />
        </Form.Item>
      )}
    </>
  );
};

/** A stage or an exit that was recorded wrongly: one proposes, somebody of another role carries it out. */
export const ProposeCorrection = ({ person, onClose }: Asked) => {
  const { t } = useTranslation();
  const act = hasLeft(person) ? 'CorrectExit' : 'CorrectStage';
  const order = usePersonAct(
    async ({ stage, since, probationEndsOn, reason }: Given, key) =>
      answerOf(
        api.POST('/v1/people/{personId}/corrections-of-stage', {
          params: { path: { personId: person.personId }, header: under(key) },
          body: {
            act,
            reason,
            ...(act === 'CorrectStage' && stage !== undefined ? { stage } : {}),
            ...(isSaid(since) ? { since } : {}),
            ...(isSaid(probationEndsOn) ? { probationEndsOn } : {}),
          },
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog<Given>
      title={t(`members.correction.${act}`)}
      lead={t('members.proposeLead')}
      action={t('members.propose')}
      order={order}
      onClose={onClose}
    >
      {act === 'CorrectStage' && <StageFields />}
      <ReasonField />
    </OrderDialog>
  );
};

export const AnswerCorrection = ({
  person,
  correction,
  isDone,
  onClose,
}: Readonly<{
  person: Pick<Person, 'personId'>;
  correction: Correction;
  isDone: boolean;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const path = { personId: person.personId, proposalId: correction.proposalId };
  const order = usePersonAct(async ({ reason }: Readonly<{ reason: string }>, key): Promise<unknown> => {
    const params = { path, header: under(key) };
    return isDone
      ? answerOf(api.POST('/v1/people/{personId}/corrections-of-stage/{proposalId}/carry-out', { params }))
      : answerOf(
          api.POST('/v1/people/{personId}/corrections-of-stage/{proposalId}/reject', { params, body: { reason } }),
        );
  }, onClose);
  return (
    <OrderDialog<Readonly<{ reason: string }>>
      title={t(isDone ? 'members.carryOut' : 'members.reject')}
      lead={isDone ? t('members.carryOutLead') : undefined}
      action={t(isDone ? 'members.carryOut' : 'members.reject')}
      order={order}
      onClose={onClose}
    >
      {!isDone && <ReasonField />}
    </OrderDialog>
  );
};
