import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { dayOf, today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { OWN_NOTICE_TOUCHES, type OwnNotice, type OwnObjection } from './shared.ts';

const NAME_CHARS_MAX = 200;

type Closing = Readonly<{ onClose: () => void }>;
type Why = Readonly<{ why: string }>;

/** What follows every order about a notice: the dialog closes, and what was done is said. */
const useDone = (onClose: () => void, said: string): (() => void) => {
  const tell = useTell();
  return () => {
    onClose();
    tell(said);
  };
};

export const StopDialog = ({ ownNoticeId, onClose }: Closing & Readonly<{ ownNoticeId: string }>) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async (body: Why, key) =>
      answerOf(
        api.POST('/v1/own-notices/{ownNoticeId}/stop', { params: { path: { ownNoticeId }, header: under(key) }, body }),
      ),
    touches: OWN_NOTICE_TOUCHES,
    onDone: useDone(onClose, t('ownNotices.stopped')),
  });
  return (
    <OrderDialog<Why>
      title={t('ownNotices.stopTitle')}
      lead={<p>{t('ownNotices.stopLead')}</p>}
      action={t('ownNotices.stop')}
      isDangerous
      {...{ order, onClose }}
    >
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};

type Taken = Readonly<{ madeOn: string; objectorName: string; statement: string }>;

/** Of a day on which the notice hung, today where it still does. */
export const TakeDialog = ({ notice, onClose }: Closing & Readonly<{ notice: OwnNotice }>) => {
  const { t } = useTranslation();
  const { ownNoticeId, noticeFrom } = notice;
  const order = useOrder({
    send: async (body: Taken, key) =>
      answerOf(
        api.POST('/v1/own-notices/{ownNoticeId}/objections', {
          params: { path: { ownNoticeId }, header: under(key) },
          body,
        }),
      ),
    touches: OWN_NOTICE_TOUCHES,
    onDone: useDone(onClose, t('ownNotices.taken')),
  });
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <OrderDialog<Taken>
      title={t('ownNotices.takeTitle')}
      lead={<p>{t('ownNotices.takeLead')}</p>}
      action={t('ownNotices.take')}
      first={{ madeOn: notice.state === 'running' ? today() : dayOf(noticeFrom) }}
      {...{ order, onClose }}
    >
      <Form.Item name="madeOn" label={t('ownNotices.madeOn')} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="objectorName" label={t('ownNotices.objectorName')} rules={required}>
        <Input maxLength={NAME_CHARS_MAX} autoComplete="off" />
      </Form.Item>
      <TextField name="statement" label={t('ownNotices.statement')} />
    </OrderDialog>
  );
};

type Of = Closing & Readonly<{ ownNoticeId: string; objection: OwnObjection }>;
type Answered = Readonly<{ outcome: 'upheld' | 'rejected'; answer: string }>;

export const AnswerDialog = ({ ownNoticeId, objection: { objectionId }, onClose }: Of) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async (body: Answered, key) =>
      answerOf(
        api.POST('/v1/own-notices/{ownNoticeId}/objections/{objectionId}/answer', {
          params: { path: { ownNoticeId, objectionId }, header: under(key) },
          body,
        }),
      ),
    touches: OWN_NOTICE_TOUCHES,
    onDone: useDone(onClose, t('ownNotices.answered')),
  });
  return (
    <OrderDialog<Answered>
      title={t('ownNotices.answerTitle')}
      lead={<p>{t('ownNotices.answerLead')}</p>}
      action={t('ownNotices.answer')}
      {...{ order, onClose }}
    >
      <SelectField
        name="outcome"
        label={t('ownNotices.outcome')}
        options={(['rejected', 'upheld'] as const).map((value) => ({
          value,
          label: t(`ownNotices.outcomes.${value}`),
        }))}
      />
      <TextField name="answer" label={t('ownNotices.said')} />
    </OrderDialog>
  );
};

export const ReopenDialog = ({ ownNoticeId, objection: { objectionId }, onClose }: Of) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async (body: Why, key) =>
      answerOf(
        api.POST('/v1/own-notices/{ownNoticeId}/objections/{objectionId}/reopen', {
          params: { path: { ownNoticeId, objectionId }, header: under(key) },
          body,
        }),
      ),
    touches: OWN_NOTICE_TOUCHES,
    onDone: useDone(onClose, t('ownNotices.reopened')),
  });
  return (
    <OrderDialog<Why>
      title={t('ownNotices.reopenTitle')}
      lead={<p>{t('ownNotices.reopenLead')}</p>}
      action={t('ownNotices.reopen')}
      isDangerous
      {...{ order, onClose }}
    >
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};
