import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { sayDay } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type Area, type Asked, LIST_TOUCHES, type List, type Of, ofEntry } from './shared.ts';

type Period = Area['periods'][number];
type Terms = Extract<
  Schemas['PostV1RoundsByRoundIdEntriesByEntryIdChecklistProposalsBody']['terms'],
  { act: 'ReopenPeriod' }
>;
type Typed = Readonly<{ reason: Terms['reason']; why: string }>;

const REOPENING = [
  'finding-missing',
  'mark-wrong',
  'answer-accepted',
  'closed-in-error',
] as const satisfies readonly Terms['reason'][];

const ReopenDialog = ({ part, period, onClose, ...of }: Asked & Pick<Terms, 'part' | 'period'>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason, why }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/checklist-proposals', {
          params: { path: ofEntry(of), header: under(key) },
          body: { terms: { act: 'ReopenPeriod', part, period, reason }, why },
        }),
      ),
    touches: LIST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('checklists.proposed'));
    },
  });
  return (
    <OrderDialog<Typed>
      title={t('checklists.act.ReopenPeriod')}
      action={t('rounds.proposals.send')}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('checklists.reason')}
        options={REOPENING.map((value) => ({ value, label: t(`checklists.reasons.${value}`) }))}
      />
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};

const OnePeriod = ({
  one,
  area: { part },
  list,
  closes,
  ...of
}: Of & Readonly<{ one: Period; area: Area; list: List; closes: boolean }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [asked, setAsked] = useState(false);
  const { period, firstOn, lastOn, closed, over } = one;
  const order = useOrder({
    send: async (body: Readonly<{ part: Area['part']; period: number }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/closed-periods', {
          params: { path: ofEntry(of), header: under(key) },
          body,
        }),
      ),
    touches: LIST_TOUCHES,
    onDone: () => tell(t('checklists.periodIsClosed')),
  });
  const days =
    firstOn === null || lastOn === null ? t('checklists.wholeRound') : `${sayDay(firstOn)} – ${sayDay(lastOn)}`;
  const waits = list.proposals.some((proposal) => proposal.part === part && proposal.period === period);
  return (
    <li>
      {days} {closed && <Mark tone="plain">{t('checklists.progress.closed')}</Mark>}
      {closes && list.hindrance === null && over && !closed && (
        <Button loading={order.isPending} onClick={() => order.mutate({ part, period })}>
          {t('checklists.closePeriod')}
        </Button>
      )}
      {closes && list.hindrance === null && closed && !waits && (
        <Button onClick={() => setAsked(true)}>{t('checklists.act.ReopenPeriod')}</Button>
      )}
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({ part, period })} />}
      {asked && <ReopenDialog {...of} part={part} period={period} onClose={() => setAsked(false)} />}
    </li>
  );
};

/** The periods of a part: which are closed, and closing them, or proposing that one be opened again. */
export const PeriodLine = ({ area, ...shown }: Of & Readonly<{ area: Area; list: List; closes: boolean }>) => (
  <ul className="check-rows">
    {area.periods.map((one) => (
      <OnePeriod key={one.period} {...shown} area={area} one={one} />
    ))}
  </ul>
);
