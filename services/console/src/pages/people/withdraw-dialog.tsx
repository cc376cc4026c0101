import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import type { Role } from './person-acts.ts';

type Given = Schemas['PostV1PeopleByPersonIdGrantsByGrantIdRevokeBody'];
const BECAUSE = ['term-end', 'transfer', 'resignation', 'removal', 'mistake', 'other'] as const;
const REASON_CHARS_MAX = 500;

export type Withdrawn = Readonly<{ personId: string; grantId: string; role: Role; name?: string; place?: string }>;

/** A role is taken away, today or as of a day, by a word and, where one wants, a sentence. */
export const WithdrawDialog = ({ grant, onClose }: Readonly<{ grant: Withdrawn; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { personId, grantId, role, name, place } = grant;
  const order = useOrder({
    send: async ({ because, effectiveOn, reason }: Given, key) =>
      answerOf(
        api.POST('/v1/people/{personId}/grants/{grantId}/revoke', {
          params: { path: { personId, grantId }, header: under(key) },
          body: {
            because,
            ...(effectiveOn === undefined || effectiveOn === '' ? {} : { effectiveOn }),
            ...(reason === undefined || reason.trim() === '' ? {} : { reason }),
          },
        }),
      ),
    touches: [['people'], ['work']],
    onDone: () => {
      onClose();
      tell(t('people.withdrawn'));
    },
  });
  return (
    <OrderDialog<Given>
      title={t('people.withdraw')}
      lead={[name, t(`role.${role}`), place].filter((part) => part !== undefined).join(' · ')}
      action={t('people.withdraw')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="because"
        label={t('people.because')}
        options={BECAUSE.map((value) => ({ value, label: t(`people.endedBecause.${value}`) }))}
      />
      <Form.Item name="effectiveOn" label={t('people.effectiveOn')} extra={t('people.effectiveHint')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label={t('people.explain')} extra={t('reasonHint')}>
        <Input.TextArea rows={3} maxLength={REASON_CHARS_MAX} showCount />
      </Form.Item>
    </OrderDialog>
  );
};
