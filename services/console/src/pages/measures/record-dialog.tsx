import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { usePapers } from '../checklists/papers.tsx';
import { type Asked, MEASURE_TOUCHES, type Source, sourceName } from './shared.ts';
import { type TypedValue, ValueFields } from './value-fields.tsx';

/** One value of one entry, recorded for the first time. */
export const RecordDialog = ({
  source,
  attempt,
  title,
  judged,
  onClose,
  roundId,
  entryId,
}: Asked &
  Readonly<{
    source: Source;
    attempt: number;
    title: string;
    judged: Readonly<{ judgedFrom: string | null; judgedTo: string | null }>;
  }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const added = usePapers();
  const order = useOrder({
    send: async ({ value, dayOf, origin }: TypedValue, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/measures/{sourceId}/values', {
          params: { path: { roundId, sourceId: source.sourceId }, header: under(key) },
          body: {
            values: [{ entryId, attempt, value: value.trim(), dayOf }],
            ...{ origin, evidence: [...added.hashes] },
          },
        }),
      ),
    touches: MEASURE_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('measures.recorded'));
    },
  });
  const mutate = added.whole(order.mutate, source.documentRequired);
  return (
    <OrderDialog<TypedValue>
      title={t('measures.recordTitle', { name: sourceName(source) })}
      lead={
        <p>
          {title} · {t('measures.attempt', { attempt })}
        </p>
      }
      action={t('measures.record')}
      order={{ ...order, mutate }}
      onClose={onClose}
    >
      <ValueFields {...{ source, judged, added }} />
    </OrderDialog>
  );
};
