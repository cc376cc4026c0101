import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { type Appeal, APPEAL_TOUCHES, type Asked, ofEntry, sayMatter } from './shared.ts';

const SAYS = {
  withdraw: { title: 'appeals.withdrawTitle', action: 'appeals.withdraw', done: 'appeals.withdrawn' },
  reopen: { title: 'appeals.reopenTitle', action: 'appeals.reopen', done: 'appeals.reopened' },
} as const;

type Why = Readonly<{ why: string }>;

/** What takes a reason alone: an appeal is withdrawn by those who filed it, or taken up again by another person than who decided it. */
export const ReasonDialog = ({
  how,
  appeal,
  onClose,
  ...of
}: Asked & Readonly<{ how: keyof typeof SAYS; appeal: Appeal }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { appealId } = appeal;
  const { title, action, done } = SAYS[how];
  const order = useOrder({
    send: async (body: Why, key) => {
      const asked = { params: { path: { ...ofEntry(of), appealId }, header: under(key) }, body };
      const path = '/v1/rounds/{roundId}/entries/{entryId}/appeals/{appealId}';
      return answerOf(
        how === 'withdraw' ? api.POST(`${path}/withdraw` as const, asked) : api.POST(`${path}/reopen` as const, asked),
      );
    },
    touches: APPEAL_TOUCHES,
    onDone: () => {
      onClose();
      tell(t(done));
    },
  });
  return (
    <OrderDialog<Why>
      title={t(title)}
      lead={
        <>
          <p>{sayMatter(t, appeal)}</p>
          {how === 'reopen' && <p>{t('appeals.reopenLead')}</p>}
        </>
      }
      action={t(action)}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};
