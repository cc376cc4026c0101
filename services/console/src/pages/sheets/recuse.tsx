import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';

type Reason = Schemas['PostV1RoundsByRoundIdRecusalsBody']['reason'];
const REASONS: readonly Reason[] = ['kinship', 'work-relation', 'former-unit', 'interest', 'other'];

/** Two clicks: what it means stands above the reasons, and the reason is the order. */
export const Recuse = ({
  roundId,
  entryId,
  title,
  before,
  onDone,
}: Readonly<{
  roundId: string;
  entryId: string;
  title: string;
  before: () => Promise<unknown>;
  onDone: () => void;
}>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const order = useOrder<Readonly<{ entryId: string; reason: Reason }>, Schemas['Accepted']>({
    send: async (body, key) => {
      // What was typed of the others is on the platform before the sheet is read anew.
      await before();
      return answerOf(
        api.POST('/v1/rounds/{roundId}/recusals', { params: { path: { roundId }, header: under(key) }, body }),
      );
    },
    touches: [['work'], ['my-sheets']],
    onDone: () => {
      setOpen(false);
      tell(t('beside.recusedDone'));
      onDone();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('beside.recuse')}</Button>
      {isOpen && (
        <Dialog title={t('beside.recuse')} onClose={() => setOpen(false)}>
          <p className="prose">
            <strong>{title}</strong>
          </p>
          <p>{t('beside.recuseLead')}</p>
          {order.isError && <ProblemNotice error={order.error} />}
          <p className="recuse-reasons">
            {REASONS.map((reason) => (
              <Button key={reason} disabled={order.isPending} onClick={() => order.mutate({ entryId, reason })}>
                {t(`beside.recuseReason.${reason}`)}
              </Button>
            ))}
          </p>
        </Dialog>
      )}
    </>
  );
};
