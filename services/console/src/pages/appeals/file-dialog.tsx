import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { Papers, usePapers } from '../checklists/papers.tsx';
import { APPEAL_TOUCHES, type Appeals, type Asked, ofEntry, sayMatter } from './shared.ts';

type Typed = Readonly<{ against: string; why: string }>;

/** What can be appealed, one line each: a source as a whole, and each of its items. */
const useMatters = ({ matters }: Appeals) => {
  const { t } = useTranslation();
  return matters.flatMap(({ matter, sourceId, items }) => [
    {
      ...{ value: JSON.stringify([matter, sourceId, null]) },
      label:
        items.length === 0
          ? t(`appeals.matters.${matter}`)
          : t('appeals.whole', { matter: t(`appeals.matters.${matter}`) }),
    },
    ...items.map(({ itemId, nameZh, nameEn }) => ({
      value: JSON.stringify([matter, sourceId, itemId]),
      label: sayMatter(t, { matter, itemId, nameZh, nameEn }),
    })),
  ]);
};

type Against = readonly [matter: Appeals['matters'][number]['matter'], sourceId: string | null, itemId: string | null];

/** Whoever is judged says against what he appeals, why, and with which documents. */
export const FileDialog = ({ told, onClose, ...of }: Asked & Readonly<{ told: Appeals }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const added = usePapers();
  const matters = useMatters(told);
  const order = useOrder({
    send: async ({ against, why }: Typed, key) => {
      const [matter, sourceId, itemId] = JSON.parse(against) as Against;
      return answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/appeals', {
          params: { path: ofEntry(of), header: under(key) },
          body: {
            ...{ matter, why, evidence: [...added.hashes] },
            ...(sourceId === null ? {} : { sourceId }),
            ...(itemId === null ? {} : { itemId }),
          },
        }),
      );
    },
    touches: APPEAL_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('appeals.filed'));
    },
  });
  const mutate = added.whole(order.mutate, false);
  return (
    <OrderDialog<Typed>
      title={t('appeals.fileTitle', { entry: told.title })}
      action={t('appeals.send')}
      order={{ ...order, mutate }}
      onClose={onClose}
    >
      <SelectField name="against" label={t('appeals.matter')} options={matters} />
      <TextField name="why" label={t('appeals.why')} />
      <Papers added={added} />
    </OrderDialog>
  );
};
