import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { MilestoneFields } from '../planning/plan-fields.tsx';

type Written = Readonly<{ milestones?: readonly Readonly<{ title: string; dueOn: string }>[] }>;

/** All that is promised, in the place of what was promised before; none: everything is taken back. */
export const PromiseDialog = ({ plan, onClose }: Readonly<{ plan: Schemas['MyPlan']; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { entryId, revision, milestones, title } = plan;
  const order = useOrder({
    send: async ({ milestones: written = [] }: Written, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/milestones', {
          params: { path: { entryId }, header: { ...under(key), 'If-Match': `"${revision}"` } },
          body: { milestones: written.map((one) => ({ title: one.title.trim(), dueOn: one.dueOn })) },
        }),
      ),
    touches: [['my-plans'], ['entry', entryId], ['work']],
    onDone: () => {
      tell(t('promises.done'));
      onClose();
    },
  });
  const said = milestones.map((one) => ({ title: one.title, dueOn: one.dueOn }));
  return (
    <OrderDialog<Written>
      title={t(milestones.length === 0 ? 'promises.write' : 'promises.amend')}
      lead={
        <>
          <p>{title}</p>
          <p className="quiet">{t('promises.writeLead')}</p>
        </>
      }
      action={t('promises.send')}
      first={{ milestones: said.length === 0 ? [{ title: '', dueOn: '' }] : said }}
      order={order}
      onClose={onClose}
    >
      <MilestoneFields />
    </OrderDialog>
  );
};
