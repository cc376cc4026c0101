import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { type Claim, sendClaim } from '../../api/questions/review-claims.ts';
import { late } from '../../components/late.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';

type Line = Schemas['EntryLine'];

const TakeOverDialog = late(async () => (await import('./take-over-dialog.tsx')).TakeOverDialog);

/** As many as one officer reviews before the next look at the queue. */
const NEXT = 10;

/** A word among colleagues about who reviews what: it keeps nobody from reviewing, and ends by itself. */
export const Claims = ({
  editionId,
  picked,
  personId,
}: Readonly<{ editionId: string; picked: readonly Line[]; personId: string | undefined }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [takesOver, setTakesOver] = useState(false);
  const order = useOrder({
    send: async (claim: Claim, key) => sendClaim(editionId, claim, key),
    touches: [['entries'], ['work']],
    onDone: ({ done, refused }) => {
      setTakesOver(false);
      tell(refused === 0 ? t('claims.done', { count: done }) : t('claims.partly', { done, refused }));
    },
  });
  const free = picked.filter(({ claimedBy }) => claimedBy === null);
  const own = picked.filter(({ claimedBy }) => claimedBy !== null && claimedBy === personId);
  const others = picked.filter(({ claimedBy }) => claimedBy !== null && claimedBy !== personId);
  const idsOf = (lines: readonly Line[]): readonly string[] => lines.map(({ entryId }) => entryId);
  return (
    <div className="queue-tools">
      {order.isError && !takesOver && <ProblemNotice error={order.error} />}
      {picked.length === 0 && (
        <Button loading={order.isPending} onClick={() => order.mutate({ act: 'next', count: NEXT })}>
          {t('claims.next', { count: NEXT })}
        </Button>
      )}
      {free.length > 0 && (
        <Button loading={order.isPending} onClick={() => order.mutate({ act: 'claim', entryIds: idsOf(free) })}>
          {t('claims.claim', { count: free.length })}
        </Button>
      )}
      {own.length > 0 && (
        <Button loading={order.isPending} onClick={() => order.mutate({ act: 'release', entryIds: idsOf(own) })}>
          {t('claims.release', { count: own.length })}
        </Button>
      )}
      {others.length > 0 && (
        <Button onClick={() => setTakesOver(true)}>{t('claims.takeOver', { count: others.length })}</Button>
      )}
      {takesOver && (
        <TakeOverDialog
          count={others.length}
          order={{
            ...order,
            mutate: ({ reason }) => order.mutate({ act: 'take-over', entryIds: idsOf(others), why: reason }),
          }}
          onClose={() => setTakesOver(false)}
        />
      )}
    </div>
  );
};
