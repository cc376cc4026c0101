import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { Papers, usePapers } from '../checklists/papers.tsx';
import { CountFields } from './count-fields.tsx';
import { PickFields } from './pick-fields.tsx';
import { asked, type Box, BOX_TOUCHES, type BoxEntry, paperByPaper, papersOf, type Typed, typedOf } from './shared.ts';

type Given = Readonly<{ papers: Readonly<Record<string, Typed>>; why?: string }>;

/** One person counts: of one entry, or of all that nobody counted yet. */
export const CountDialog = ({
  roundId,
  box,
  entries,
  onClose,
}: Readonly<{ roundId: string; box: Box; entries: readonly BoxEntry[]; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const added = usePapers();
  const places = asked(box).flatMap((one) => one.places).length;
  const isAgain = entries.some(({ standing }) => standing === 'confirmed');
  const order = useOrder({
    send: async ({ papers, why }: Given, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/paper-boxes/{sourceId}/counts', {
          params: { path: { roundId, sourceId: box.sourceId }, header: under(key) },
          body: {
            entries: entries.map((entry) => papersOf(entry.entryId, typedOf(entry, papers), places)),
            evidence: [...added.hashes],
            ...(isAgain && why !== undefined ? { why } : {}),
          },
        }),
      ),
    touches: BOX_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('paperBoxes.counted'));
    },
  });
  return (
    <OrderDialog<Given>
      title={isAgain ? t('paperBoxes.correct') : t('paperBoxes.count')}
      lead={<p>{t(box.pickAtMost === null ? 'paperBoxes.countLead' : 'paperBoxes.pickLead')}</p>}
      action={t('paperBoxes.count')}
      order={{ ...order, mutate: added.whole(order.mutate, true) }}
      onClose={onClose}
    >
      {box.pickAtMost === null
        ? entries.map((entry) => <CountFields key={entry.entryId} box={box} entry={entry} />)
        : paperByPaper(entries).map((together) => (
            <PickFields key={together[0]?.entryId} box={box} entries={together} />
          ))}
      <Papers added={added} needs={t('paperBoxes.needsSheet')} />
      {isAgain && <ReasonField name="why" />}
    </OrderDialog>
  );
};
