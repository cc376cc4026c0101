import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayDay } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import { DayField } from './honour-orders.tsx';

type Told = Schemas['GetV1HonoursByHonourIdAnswer'];
type Recheck = Schemas['PostV1HonoursByHonourIdRechecksBody'];
type Recall = Schemas['PostV1HonoursByHonourIdPlaqueRecallBody'];
type Return = Schemas['PostV1HonoursByHonourIdPlaqueReturnBody'];
type Asked = Readonly<{ honourId: string; onClose: () => void }>;

const REPORT_CHARS_MAX = 4_000;

const useHonourOrder = <Given,>(
  onClose: () => void,
  said: string,
  send: (given: Given, key: string) => Promise<unknown>,
) => {
  const tell = useTell();
  return useOrder<Given, unknown>({
    send,
    touches: [['honours'], ['public']],
    onDone: () => {
      onClose();
      tell(said);
    },
  });
};

const RecheckDialog = ({ honourId, onClose }: Asked) => {
  const { t } = useTranslation();
  const order = useHonourOrder<Recheck>(onClose, t('awarded.rechecked'), async ({ rectifyBy, ...body }, key) =>
    answerOf(
      api.POST('/v1/honours/{honourId}/rechecks', {
        params: { path: { honourId }, header: under(key) },
        body: rectifyBy === undefined || rectifyBy === '' ? body : { ...body, rectifyBy },
      }),
    ),
  );
  return (
    <OrderDialog<Recheck>
      title={t('awarded.recheck')}
      lead={t('awarded.recheckLead')}
      action={t('awarded.recheckDo')}
      order={order}
      onClose={onClose}
    >
      <DayField name="effectiveOn" label={t('awarded.recheckedOn')} />
      <SelectField
        name="outcome"
        label={t('awarded.outcome')}
        options={(['kept', 'to-rectify'] as const).map((value) => ({ value, label: t(`awarded.outcomes.${value}`) }))}
      />
      <Form.Item name="rectifyBy" label={t('awarded.rectifyBy')}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="report"
        label={t('awarded.report')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={4} maxLength={REPORT_CHARS_MAX} showCount />
      </Form.Item>
    </OrderDialog>
  );
};

const RecallDialog = ({ honourId, onClose, again }: Asked & Readonly<{ again: boolean }>) => {
  const { t } = useTranslation();
  const order = useHonourOrder<Recall>(onClose, t('awarded.recalled'), async (body, key) =>
    answerOf(
      api.POST('/v1/honours/{honourId}/plaque-recall', { params: { path: { honourId }, header: under(key) }, body }),
    ),
  );
  return (
    <OrderDialog<Recall> title={t('awarded.recall')} action={t('awarded.recall')} order={order} onClose={onClose}>
      <DayField name="dueOn" label={t('awarded.recallBy')} />
      {again && <ReasonField name="why" />}
    </OrderDialog>
  );
};

const ReturnDialog = ({ honourId, onClose }: Asked) => {
  const { t } = useTranslation();
  const order = useHonourOrder<Return>(onClose, t('awarded.returned'), async (body, key) =>
    answerOf(
      api.POST('/v1/honours/{honourId}/plaque-return', { params: { path: { honourId }, header: under(key) }, body }),
    ),
  );
  return (
    <OrderDialog<Return> title={t('awarded.return')} action={t('awarded.return')} order={order} onClose={onClose}>
      <DayField name="effectiveOn" label={t('awarded.returnedOn')} />
    </OrderDialog>
  );
};

type Act = 'recheck' | 'recall' | 'return';

/** Re-checks of an honour that stands; the plaque of one that does not. */
export const HonourCare = ({ told, mayCare }: Readonly<{ told: Told; mayCare: boolean }>) => {
  const { t } = useTranslation();
  const { honourId, state } = told.honour;
  const { plaque, rechecks } = told;
  const [asked, setAsked] = useState<Act>();
  const close = (): void => setAsked(undefined);
  return (
    <section className="part" aria-labelledby="care">
      <h2 id="care">{t('awarded.care')}</h2>
      {rechecks.length === 0 && <p className="quiet">{t('awarded.noRechecks')}</p>}
      <ol className="steps">
        {rechecks.map(({ effectiveOn, outcome, rectifyBy, report }) => (
          <li key={`${effectiveOn} ${report}`}>
            {sayDay(effectiveOn)} {t(`awarded.outcomes.${outcome}`)}
            {rectifyBy !== null && ` ${t('awarded.rectifyUntil', { date: sayDay(rectifyBy) })}`}
            <p className="prose quiet">{report}</p>
          </li>
        ))}
      </ol>
      {plaque !== null && <p>{t(`awarded.plaque.${plaque}`)}</p>}
      {mayCare && (
        <div className="row">
          {state === 'granted' && <Button onClick={() => setAsked('recheck')}>{t('awarded.recheck')}</Button>}
          {(plaque === 'out' || plaque === 'returned') && (
            <Button onClick={() => setAsked('recall')}>
              {t(plaque === 'out' ? 'awarded.recall' : 'awarded.recallAgain')}
            </Button>
          )}
          {plaque === 'recalled' && <Button onClick={() => setAsked('return')}>{t('awarded.return')}</Button>}
        </div>
      )}
      {asked === 'recheck' && <RecheckDialog honourId={honourId} onClose={close} />}
      {asked === 'recall' && <RecallDialog honourId={honourId} onClose={close} again={plaque === 'returned'} />}
      {asked === 'return' && <ReturnDialog honourId={honourId} onClose={close} />}
    </section>
  );
};
