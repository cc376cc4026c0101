import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';

type Body = Schemas['PostV1HonoursByHonourIdProposalsBody'];
type Asked = Readonly<{ honourId: string; onClose: () => void }>;

const TOUCHES = [['honours'], ['public'], ['work']] as const;
const REASONS = {
  WithdrawHonour: [
    'sanctioned',
    'obtained-by-fraud',
    'not-rectified',
    'recheck-failed',
    'holder-dissolved',
    'entered-in-error',
    'other',
  ],
  RestoreHonour: ['withdrawn-in-error', 'sanction-lifted', 'appeal-upheld'],
} as const;

export const DayField = ({ name, label }: Readonly<{ name: string; label: string }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('required') }]}>
      <DayInput />
    </Form.Item>
  );
};

/** One proposes that an honour is taken back, or given back; somebody of another role carries it out. */
export const ProposeHonourAct = ({ honourId, act, onClose }: Asked & Readonly<{ act: Body['act'] }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (given: Omit<Body, 'act'>, key) =>
      answerOf(
        api.POST('/v1/honours/{honourId}/proposals', {
          params: { path: { honourId }, header: under(key) },
          body: { ...given, act },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('awarded.proposed'));
    },
  });
  return (
    <OrderDialog<Omit<Body, 'act'>>
      title={t(`awarded.act.${act}`)}
      lead={t(`awarded.actLead.${act}`)}
      action={t('rounds.proposals.send')}
      isDangerous={act === 'WithdrawHonour'}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('rounds.proposals.reason')}
        options={REASONS[act].map((value) => ({ value, label: t(`awarded.reason.${value}`) }))}
      />
      <DayField name="effectiveOn" label={t('awarded.effectiveOn')} />
      <ReasonField name="why" />
    </OrderDialog>
  );
};

type Why = Readonly<{ why: string }>;
type Answering = Asked & Readonly<{ proposalId: string; act: Body['act'] }>;

/** The second person does what was proposed. */
export const CarryOutHonourAct = ({ honourId, proposalId, act, onClose }: Answering) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Why, key) => {
      const params = { path: { honourId, proposalId }, header: under(key) };
      return answerOf(
        act === 'WithdrawHonour'
          ? api.POST('/v1/honours/{honourId}/proposals/{proposalId}/withdrawal', { params, body })
          : api.POST('/v1/honours/{honourId}/proposals/{proposalId}/restoration', { params, body }),
      );
    },
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t(`awarded.done.${act}`));
    },
  });
  return (
    <OrderDialog<Why>
      title={t(`awarded.act.${act}`)}
      lead={t('awarded.carryOutLead')}
      action={t('rounds.proposals.carryOut')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};

export const RejectHonourAct = ({ honourId, proposalId, onClose }: Omit<Answering, 'act'>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Why, key) =>
      answerOf(
        api.POST('/v1/honours/{honourId}/proposals/{proposalId}/rejection', {
          params: { path: { honourId, proposalId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('rounds.proposals.rejected'));
    },
  });
  return (
    <OrderDialog<Why>
      title={t('rounds.proposals.reject')}
      action={t('rounds.proposals.reject')}
      order={order}
      onClose={onClose}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};
