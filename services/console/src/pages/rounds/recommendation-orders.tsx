import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import { FileInput } from './file-input.tsx';

export type Recommendation = Schemas['Recommendation'];
type Asked = Readonly<{ one: Recommendation; onClose: () => void }>;

const TOUCHES = [['rounds'], ['work']] as const;
const NUMBER_CHARS_MAX = 100;

const TextField = ({ name, label }: Readonly<{ name: string; label: string }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: t('required') }]}>
      <Input maxLength={NUMBER_CHARS_MAX} />
    </Form.Item>
  );
};

/** A paper: its number, its file by hash, and its day. */
const PaperFields = ({ number, day }: Readonly<{ number: string; day: string }>) => {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="documentNumber" label={number} />
      <Form.Item name="file" label={t('rounds.upward.file')} rules={[{ required: true, message: t('required') }]}>
        <FileInput />
      </Form.Item>
      <Form.Item name="effectiveOn" label={day} rules={[{ required: true, message: t('required') }]}>
        <DayInput />
      </Form.Item>
    </>
  );
};

type Paper = Readonly<{ documentNumber: string; file: string; effectiveOn: string }>;

export const PutForward = ({ one, roundId, onClose }: Asked & Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (paper: Paper, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/recommendations', {
          params: { path: { roundId }, header: under(key) },
          body: { ...paper, rule: one.rule, entryId: one.entryId },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('rounds.upward.done'));
    },
  });
  return (
    <OrderDialog<Paper>
      title={t('rounds.upward.putForward')}
      lead={t('rounds.upward.lead', {
        name: one.title,
        outside: one.outside === '' ? t('rounds.upward.toAbove') : one.outside,
      })}
      action={t('rounds.upward.putForward')}
      order={order}
      onClose={onClose}
    >
      <PaperFields number={t('rounds.upward.number')} day={t('rounds.upward.day')} />
    </OrderDialog>
  );
};

export const CorrectPaper = ({ one, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { recommendationId } = one;
  const order = useOrder({
    send: async (body: Paper & Readonly<{ why: string }>, key) =>
      answerOf(
        api.POST('/v1/recommendations/{recommendationId}/correction', {
          params: { path: { recommendationId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('rounds.upward.corrected'));
    },
  });
  return (
    <OrderDialog<Paper & Readonly<{ why: string }>>
      title={t('rounds.upward.correct')}
      action={t('rounds.upward.correct')}
      order={order}
      onClose={onClose}
    >
      <PaperFields number={t('rounds.upward.number')} day={t('rounds.upward.day')} />
      <ReasonField name="why" />
    </OrderDialog>
  );
};

type Outside = Schemas['PostV1RecommendationsByRecommendationIdOutsideDecisionBody'];

export const RecordOutside = ({ one, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { recommendationId } = one;
  const order = useOrder({
    send: async (body: Outside, key) =>
      answerOf(
        api.POST('/v1/recommendations/{recommendationId}/outside-decision', {
          params: { path: { recommendationId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('rounds.upward.recorded'));
    },
  });
  return (
    <OrderDialog<Outside>
      title={t('rounds.upward.record')}
      lead={t('rounds.upward.recordLead')}
      action={t('rounds.upward.record')}
      first={{ level: one.outside }}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="outcome"
        label={t('rounds.upward.outcome')}
        options={(['given', 'not-given'] as const).map((value) => ({
          value,
          label: t(`rounds.upward.outcomes.${value}`),
        }))}
      />
      <TextField name="level" label={t('rounds.upward.level')} />
      <PaperFields number={t('rounds.upward.theirNumber')} day={t('rounds.upward.theirDay')} />
    </OrderDialog>
  );
};

type Proposal = Schemas['PostV1RecommendationsByRecommendationIdProposalsBody'];
const REASONS = {
  TakeBackPutForward: ['put-forward-in-error', 'no-longer-fit', 'own-wish', 'other'],
  WithdrawOutsideDecision: ['recorded-in-error', 'changed-above', 'other'],
} as const;

export const ProposeUpward = ({ one, act, onClose }: Asked & Readonly<{ act: Proposal['act'] }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { recommendationId } = one;
  const order = useOrder({
    send: async (given: Omit<Proposal, 'act'>, key) =>
      answerOf(
        api.POST('/v1/recommendations/{recommendationId}/proposals', {
          params: { path: { recommendationId }, header: under(key) },
          body: { ...given, act },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('rounds.upward.proposed'));
    },
  });
  return (
    <OrderDialog<Omit<Proposal, 'act'>>
      title={t(`rounds.upward.act.${act}`)}
      action={t('rounds.proposals.send')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('rounds.proposals.reason')}
        options={REASONS[act].map((value) => ({ value, label: t(`rounds.upward.reason.${value}`) }))}
      />
      <ReasonField name="why" />
    </OrderDialog>
  );
};

type Why = Readonly<{ why: string }>;

export const AnswerUpward = ({
  one,
  proposalId,
  how,
  onClose,
}: Asked & Readonly<{ proposalId: string; how: 'carry-out' | 'reject' }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { recommendationId } = one;
  const order = useOrder({
    send: async (body: Why, key) => {
      const params = { path: { recommendationId, proposalId }, header: under(key) };
      return answerOf(
        how === 'carry-out'
          ? api.POST('/v1/recommendations/{recommendationId}/proposals/{proposalId}/carrying-out', { params, body })
          : api.POST('/v1/recommendations/{recommendationId}/proposals/{proposalId}/rejection', { params, body }),
      );
    },
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t(how === 'carry-out' ? 'rounds.upward.carriedOut' : 'rounds.proposals.rejected'));
    },
  });
  const title = t(how === 'carry-out' ? 'rounds.proposals.carryOut' : 'rounds.proposals.reject');
  return (
    <OrderDialog<Why> title={title} action={title} isDangerous={how === 'carry-out'} order={order} onClose={onClose}>
      <ReasonField name="why" />
    </OrderDialog>
  );
};
