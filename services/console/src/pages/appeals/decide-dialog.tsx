import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { type Appeal, APPEAL_TOUCHES, type Asked, ofEntry, sayMatter } from './shared.ts';

type Outcome = Schemas['AppealOutcome'];
type Remedy = Schemas['AppealRemedy'];
type Typed = Readonly<{ outcome: Outcome; remedy?: Remedy; why: string }>;

const REMEDIES = ['corrected-result', 'new-decision'] as const satisfies readonly Remedy[];

/** Upheld with what follows, or rejected; the reason is told to those who appealed. */
export const DecideDialog = ({ appeal, onClose, ...of }: Asked & Readonly<{ appeal: Appeal }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [outcome, setOutcome] = useState<Outcome>('rejected');
  const { appealId } = appeal;
  const order = useOrder({
    send: async ({ outcome: given, remedy = 'new-decision', why }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/appeals/{appealId}/decide', {
          params: { path: { ...ofEntry(of), appealId }, header: under(key) },
          body: { why, verdict: given === 'upheld' ? { outcome: given, remedy } : { outcome: given } },
        }),
      ),
    touches: APPEAL_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('appeals.decided'));
    },
  });
  return (
    <OrderDialog<Typed>
      title={t('appeals.decideTitle')}
      lead={<p>{sayMatter(t, appeal)}</p>}
      action={t('appeals.confirm')}
      first={{ outcome: 'rejected' }}
      order={order}
      onClose={onClose}
      onTyped={(typed) => setOutcome(typed.outcome)}
    >
      <Form.Item name="outcome" label={t('appeals.outcome')}>
        <select className="wide">
          <option value="rejected">{t('appeals.standing.rejected')}</option>
          <option value="upheld">{t('appeals.standing.upheld')}</option>
        </select>
      </Form.Item>
      {outcome === 'upheld' && (
        <SelectField
          name="remedy"
          label={t('appeals.remedy')}
          options={REMEDIES.map((value) => ({ value, label: t(`appeals.remedies.${value}`) }))}
        />
      )}
      <TextField name="why" label={t('appeals.whyDecided')} />
    </OrderDialog>
  );
};
