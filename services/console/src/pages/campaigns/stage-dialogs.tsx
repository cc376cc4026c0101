import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { useStageName } from './stage-name.tsx';
import type { Edition, Stage } from './stages.ts';

type Of = Readonly<{ edition: Edition; stage: Stage; onClose: () => void }>;

export const TOUCHES = [['editions'], ['entries'], ['entry'], ['work']];

const DayField = ({ name, label, isFixed = false }: Readonly<{ name: string; label: string; isFixed?: boolean }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={isFixed ? t('campaigns.openedAlready') : undefined}
      rules={[{ required: true, message: t('required') }]}
    >
      <DayInput readOnly={isFixed} />
    </Form.Item>
  );
};

const useDone = (onClose: () => void) => {
  const { t } = useTranslation();
  const tell = useTell();
  return (): void => {
    tell(t('campaigns.done'));
    onClose();
  };
};

/** Another window: what is open already only ends on another day. */
export const RescheduleDialog = ({ edition: { editionId, stages }, stage, onClose }: Of) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  const { stageId, opensOn, closesOn } = stage;
  const order = useOrder({
    send: async (given: Readonly<{ opensOn: string; closesOn: string; reason: string }>, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/stages/{stageId}/reschedule', {
          params: { path: { editionId, stageId }, header: under(key) },
          body: { opensOn: given.opensOn, closesOn: given.closesOn, why: given.reason },
        }),
      ),
    touches: TOUCHES,
    onDone: useDone(onClose),
  });
  return (
    <OrderDialog
      title={t('campaigns.reschedule')}
      lead={nameOf(stages, stageId)}
      action={t('campaigns.reschedule')}
      first={{ opensOn, closesOn }}
      order={order}
      onClose={onClose}
    >
      <DayField name="opensOn" label={t('campaigns.opensOn')} isFixed={stage.progress === 'open'} />
      <DayField name="closesOn" label={t('campaigns.closesOn')} />
      <ReasonField />
    </OrderDialog>
  );
};

/** A stage that is over, once more until a day; what touches scores is proposed, and another office carries it out. */
export const ReopenDialog = ({ edition, stage, isProposed, onClose }: Of & Readonly<{ isProposed: boolean }>) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  const { editionId, stages } = edition;
  const { stageId } = stage;
  const order = useOrder<Readonly<{ closesOn: string; reason: string }>, unknown>({
    send: async ({ closesOn, reason: why }, key) =>
      isProposed
        ? answerOf(
            api.POST('/v1/editions/{editionId}/proposals', {
              params: { path: { editionId }, header: under(key) },
              body: { act: 'ReopenStage', stageId, closesOn, why },
            }),
          )
        : answerOf(
            api.POST('/v1/editions/{editionId}/stages/{stageId}/reopen', {
              params: { path: { editionId, stageId }, header: under(key) },
              body: { closesOn, why },
            }),
          ),
    touches: TOUCHES,
    onDone: useDone(onClose),
  });
  const title = isProposed ? t('campaigns.proposeReopen') : t('campaigns.reopen');
  return (
    <OrderDialog
      title={title}
      lead={
        <>
          <p>{nameOf(stages, stageId)}</p>
          {isProposed && <p>{t('proposals.lead')}</p>}
        </>
      }
      action={title}
      first={{ closesOn: today() }}
      order={order}
      onClose={onClose}
    >
      <DayField name="closesOn" label={t('campaigns.closesOn')} />
      <ReasonField />
    </OrderDialog>
  );
};
