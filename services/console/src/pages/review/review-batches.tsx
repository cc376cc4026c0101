import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { late } from '../../components/late.tsx';
import { standingFor, type Step } from './steps-of.ts';
import type { Picking, Queue } from './use-queue.ts';

type Edition = Schemas['Edition'];

const BatchDialog = late(async () => (await import('./batch-dialog.tsx')).BatchDialog);

const STEPS: readonly Step[] = ['passed-reviews', 'clearance-requests', 'publications'];

const BATCH_MAX = 100;

/** What can be done to those that are chosen. */
export const Batches = ({
  edition,
  queue,
  picking,
  items,
}: Readonly<{
  edition: Edition;
  queue: Queue;
  picking: Picking;
  items: readonly string[];
}>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Readonly<{ act: Step; entryIds: readonly string[] }> | null>(null);
  const standings = standingFor(edition);
  const count = queue.pickedLines.length;
  const idsFor = (step: Step): readonly string[] =>
    queue.pickedLines
      .filter(({ standing }) => standing === standings[step])
      .map(({ entryId }) => entryId)
      .slice(0, BATCH_MAX);
  return (
    <div className="queue-tools">
      {count === 0 ? (
        <button type="button" className="linklike" onClick={picking.all}>
          {t('review.pickAll', { count: queue.lines.length })}
        </button>
      ) : (
        <>
          <span role="status">{t('review.picked', { count })}</span>
          <button type="button" className="linklike" onClick={picking.none}>
            {t('review.unpick')}
          </button>
          {STEPS.map((step) => ({ step, entryIds: idsFor(step) }))
            .filter(({ entryIds }) => entryIds.length > 0)
            .map(({ step, entryIds }) => (
              <Button key={step} type="primary" onClick={() => setOpen({ act: step, entryIds })}>
                {t('batch.button', { what: t(`batch.${step}`), count: entryIds.length })}
              </Button>
            ))}
        </>
      )}
      {open !== null && (
        <BatchDialog
          {...open}
          editionId={edition.editionId}
          items={items}
          onDone={picking.without}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
};
