import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TickField } from '../../components/tick-field.tsx';
import { useTell } from '../../components/told.tsx';
import { REMARKING_REASONS } from '../rounds/reasons.ts';
import { type ContestEntry, CONTEST_TOUCHES, type DeskEntry, titleOf } from './shared.ts';

type Asked = Readonly<{ roundId: string; entry: ContestEntry; onClose: () => void }>;

const PUTTING_OFF = ['absent', 'technical-fault', 'called-in-error', 'other'] as const;
const CLOSING = ['unreachable', 'left', 'no-marks-given', 'other'] as const;
type PuttingOff = Readonly<{ reason: (typeof PUTTING_OFF)[number] }>;
type Closing = Readonly<{ reason: (typeof CLOSING)[number] }>;

/** Whoever is not there appears behind the others. */
export const PutOffDialog = ({ roundId, entry, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const path = { roundId, entryId: entry.entryId };
  const order = useOrder({
    send: async ({ reason }: PuttingOff, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/contest/entries/{entryId}/put-off', {
          params: { path, header: under(key) },
          body: { reason },
        }),
      ),
    touches: CONTEST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('contest.putOffDone'));
    },
  });
  return (
    <OrderDialog<PuttingOff>
      title={t('contest.putOffTitle', { entry: titleOf(entry) })}
      lead={<p>{t('contest.putOffLead')}</p>}
      action={t('contest.putOff').replace('…', '')}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('contest.reason')}
        options={PUTTING_OFF.map((value) => ({ value, label: t(`contest.reasons.${value}`) }))}
      />
    </OrderDialog>
  );
};

/** Nobody closes over marks that are not in without saying why. */
export const CloseDialog = ({ roundId, entry, onClose, seats }: Asked & Pick<DeskEntry, 'seats'>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const path = { roundId, entryId: entry.entryId };
  const awaited = seats.filter(({ handedIn }) => !handedIn);
  const order = useOrder({
    send: async ({ reason }: Closing, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/contest/entries/{entryId}/close', {
          params: { path, header: under(key) },
          body: { reason },
        }),
      ),
    touches: CONTEST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('contest.closed'));
    },
  });
  return (
    <OrderDialog<Closing>
      title={t('contest.closeTitle', { count: awaited.length })}
      lead={
        <>
          <p>{awaited.map(({ personName }) => nameIn(personName)).join(' ')}</p>
          <p>{t('contest.closeLead')}</p>
        </>
      }
      action={t('contest.close')}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('contest.reason')}
        options={CLOSING.map((value) => ({ value, label: t(`contest.reasons.${value}`) }))}
      />
    </OrderDialog>
  );
};

type Remarking = Readonly<{ seatIds: string[]; reason: (typeof REMARKING_REASONS)[number] }>;

/** For the chosen ones alone, while nobody has opened what the entry was given. */
export const ReopenDialog = ({ roundId, entry, onClose, seats }: Asked & Pick<DeskEntry, 'seats'>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const path = { roundId, entryId: entry.entryId };
  const order = useOrder({
    send: async (body: Remarking, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/contest/entries/{entryId}/reopen', {
          ...{ params: { path, header: under(key) }, body },
        }),
      ),
    touches: CONTEST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('contest.reopened'));
    },
  });
  return (
    <OrderDialog<Remarking>
      title={t('contest.reopenTitle', { entry: titleOf(entry) })}
      lead={<p>{t('contest.reopenLead')}</p>}
      action={t('contest.reopen').replace('…', '')}
      order={order}
      onClose={onClose}
    >
      <TickField
        name="seatIds"
        label={t('contest.seats')}
        options={seats.map(({ seatId, personName }) => ({ value: seatId, label: nameIn(personName) ?? '' }))}
        least={1}
      />
      <SelectField
        name="reason"
        label={t('contest.reason')}
        options={REMARKING_REASONS.map((value) => ({ value, label: t(`rounds.reason.${value}`) }))}
      />
    </OrderDialog>
  );
};
