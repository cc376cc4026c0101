import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { reopeningRequests } from '../../api/questions/rounds.ts';
import { sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { colon, nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { Part } from '../../components/part.tsx';
import { useTell } from '../../components/told.tsx';
import { REQUEST_TONES } from '../sheets/reopening.tsx';
import { runsRounds } from './may-do.ts';
import { ProposeDialog } from './proposal-form.tsx';
import type { Framed } from './round-frame.tsx';

type Request = Schemas['ReopeningRequest'];

const DeclineDialog = ({
  roundId,
  requestId,
  onClose,
}: Readonly<{ roundId: string; requestId: string; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/reopening-requests/{requestId}/decline', {
          params: { path: { roundId, requestId }, header: under(key) },
          body,
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      onClose();
      tell(t('reopening.declinedDone'));
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      title={t('reopening.decline')}
      lead={t('reopening.declineLead')}
      action={t('reopening.decline')}
      order={order}
      onClose={onClose}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};

/** What the office can do now about a request that waits, or what it waits for. */
const Answer = ({ request, framed }: Readonly<{ request: Request; framed: Framed }>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'reopen' | 'decline'>();
  const { roundId, status } = framed.told;
  const { requestId, seatId, seated, proposed, personId, why } = request;
  const isClosed = status === 'closed' || status === 'tallied';
  const close = (): void => setOpen(undefined);
  if (!runsRounds(framed.grants)) return null;
  return (
    <>
      {!seated && <p className="quiet">{t('reopening.notSeated')}</p>}
      {proposed && <p className="quiet">{t('reopening.proposed')}</p>}
      {!isClosed && <p className="quiet">{t('reopening.whenClosed')}</p>}
      <p className="row">
        {isClosed && seated && !proposed && (
          <Button type="primary" onClick={() => setOpen('reopen')}>
            {t('reopening.propose')}
          </Button>
        )}
        {personId !== framed.personId && <Button onClick={() => setOpen('decline')}>{t('reopening.decline')}</Button>}
      </p>
      {open === 'reopen' && (
        <ProposeDialog
          roundId={roundId}
          act="ReopenRound"
          first={{ seatIds: [seatId], reason: 'wrong-sheet', why }}
          onClose={close}
        />
      )}
      {open === 'decline' && <DeclineDialog roundId={roundId} requestId={requestId} onClose={close} />}
    </>
  );
};

const One = ({ request, framed }: Readonly<{ request: Request; framed: Framed }>) => {
  const { t } = useTranslation();
  const { personName, requestStanding, requestedAt, why, declinedWhy } = request;
  return (
    <li>
      <p className="standing-line">
        <strong>{nameIn(personName) ?? t('none')}</strong>
        <Mark tone={REQUEST_TONES[requestStanding]}>{t(`reopening.standing.${requestStanding}`)}</Mark>
        <span className="quiet">{t('reopening.at', { moment: sayMoment(requestedAt) })}</span>
      </p>
      <p className="prose">{why}</p>
      {declinedWhy !== null && (
        <p className="prose quiet">
          {t('reopening.declinedWhy')}
          {colon()}
          {declinedWhy}
        </p>
      )}
      {requestStanding === 'waiting' && <Answer request={request} framed={framed} />}
    </li>
  );
};

/** Which evaluators want their sheets opened again: a proposal opens one, a reason leaves it sealed. One call, where there are any. */
export const ReopeningRequests = (framed: Framed) => {
  const { t } = useTranslation();
  const { roundId, closing } = framed.told;
  const query = useQuery({ ...reopeningRequests(roundId), enabled: closing > 0 });
  if (closing === 0) return null;
  return (
    <Part id="reopening" title={t('reopening.officeTitle')} query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{t('reopening.none')}</p>
        ) : (
          <ul>
            {items.map((request) => (
              <One key={request.requestId} request={request} framed={framed} />
            ))}
          </ul>
        )
      }
    </Part>
  );
};
