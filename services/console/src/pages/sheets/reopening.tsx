import '../../look/sheets.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayMoment } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import type { Desk } from '../../sheets/desk.ts';

type Request = Schemas['MyReopeningRequest'];
type Asked = Readonly<{ roundId: string; onClose: () => void; reread: () => void }>;

const TOUCHES = [['rounds'], ['work'], ['my-sheets']] as const;

export const REQUEST_TONES: Readonly<Record<Schemas['ReopeningRequestStanding'], Tone>> = {
  waiting: 'waiting',
  withdrawn: 'plain',
  declined: 'bad',
  reopened: 'good',
  lapsed: 'plain',
};

const AskDialog = ({ roundId, onClose, reread }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/sheet/reopening-request', {
          params: { path: { roundId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('reopening.asked'));
      reread();
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      title={t('reopening.ask')}
      lead={t('reopening.askLead')}
      action={t('reopening.send')}
      order={order}
      onClose={onClose}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};

const WithdrawDialog = ({ roundId, onClose, reread }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/sheet/reopening-request/withdraw', {
          params: { path: { roundId }, header: under(key) },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('reopening.withdrawn'));
      reread();
    },
  });
  return (
    <OrderDialog
      title={t('reopening.withdraw')}
      lead={t('reopening.withdrawLead')}
      action={t('reopening.withdraw')}
      order={order}
      onClose={onClose}
    />
  );
};

const Told = ({ request }: Readonly<{ request: Request }>) => {
  const { t } = useTranslation();
  const { requestStanding, requestedAt, why, declinedWhy } = request;
  return (
    <>
      <p className="standing-line">
        <Mark tone={REQUEST_TONES[requestStanding]}>{t(`reopening.standing.${requestStanding}`)}</Mark>
        <span>{t('reopening.at', { moment: sayMoment(requestedAt) })}</span>
      </p>
      <dl className="facts">
        <dt>{t('reopening.why')}</dt>
        <dd className="prose">{why}</dd>
        {declinedWhy !== null && (
          <>
            <dt>{t('reopening.declinedWhy')}</dt>
            <dd className="prose">{declinedWhy}</dd>
          </>
        )}
      </dl>
    </>
  );
};

/** Where a sheet is closed to its evaluator: he asks for it to be opened again, takes that back, and sees what became of it. */
export const Reopening = ({ desk, reread }: Readonly<{ desk: Desk; reread: () => void }>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'ask' | 'withdraw'>();
  const { roundId, reopening, mayBeReopened } = desk;
  const isWaiting = reopening?.requestStanding === 'waiting';
  if (reopening === null && !mayBeReopened) return null;
  const asked: Asked = { roundId, reread, onClose: () => setOpen(undefined) };
  return (
    <section className="part screen-only" aria-labelledby="reopening">
      <h2 id="reopening">{t('reopening.title')}</h2>
      {reopening === null ? <p>{t('reopening.lead')}</p> : <Told request={reopening} />}
      {isWaiting && <p className="quiet">{t('reopening.next')}</p>}
      {mayBeReopened && (
        <p className="row">
          <Button onClick={() => setOpen(isWaiting ? 'withdraw' : 'ask')}>
            {t(isWaiting ? 'reopening.withdraw' : 'reopening.ask')}
          </Button>
        </p>
      )}
      {open === 'ask' && <AskDialog {...asked} />}
      {open === 'withdraw' && <WithdrawDialog {...asked} />}
    </section>
  );
};
