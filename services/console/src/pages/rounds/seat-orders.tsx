import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { entryChoices } from '../../api/questions/rounds.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import { RECUSAL_REASONS, SHEET_COUNTS, VACATING_REASONS } from './reasons.ts';

export type Seat = Readonly<{ personId: string; name: string }>;
type Asked = Readonly<{ roundId: string; seat: Seat; onClose: () => void }>;

/** Takes an evaluator out; whether a sheet that he handed in counts follows from the reason, and is said with it. */
export const VacateDialog = ({ roundId, seat, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Schemas['PostV1RoundsByRoundIdSeatsByPersonIdVacateBody'], key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/seats/{personId}/vacate', {
          params: { path: { roundId, personId: seat.personId }, header: under(key) },
          body: { reason },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      tell(t('rounds.seats.vacated', { name: seat.name }));
      onClose();
    },
  });
  return (
    <OrderDialog<Schemas['PostV1RoundsByRoundIdSeatsByPersonIdVacateBody']>
      title={t('rounds.seats.vacateTitle', { name: seat.name })}
      lead={t('rounds.seats.vacateLead')}
      action={t('rounds.seats.vacateDo')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('rounds.seats.vacateReason')}
        options={VACATING_REASONS.map((value) => ({
          value,
          label: t(SHEET_COUNTS.has(value) ? 'rounds.seats.sheetCounts' : 'rounds.seats.sheetOut', {
            reason: t(`rounds.reason.${value}`),
          }),
        }))}
      />
    </OrderDialog>
  );
};

type Recusal = Pick<Schemas['PostV1RoundsByRoundIdRecusalsBody'], 'entryId' | 'reason'>;

/** The office puts down that somebody does not score an entry, on his word. */
export const RecuseDialog = ({ roundId, seat, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const known = useQuery(entryChoices(roundId));
  const order = useOrder({
    send: async (given: Recusal, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/recusals', {
          params: { path: { roundId }, header: under(key) },
          body: { ...given, personId: seat.personId },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      tell(t('rounds.recusal.done'));
      onClose();
    },
  });
  return (
    <OrderDialog<Recusal>
      title={t('rounds.recusal.title', { name: seat.name })}
      lead={t('rounds.recusal.lead')}
      action={t('rounds.recusal.do')}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="entryId"
        label={t('rounds.recusal.entry')}
        options={(known.data?.items ?? []).map(({ entryId, title }) => ({ value: entryId, label: title }))}
      />
      <SelectField
        name="reason"
        label={t('rounds.recusal.why')}
        options={RECUSAL_REASONS.map((value) => ({ value, label: t(`rounds.reason.${value}`) }))}
      />
    </OrderDialog>
  );
};
