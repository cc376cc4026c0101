import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { CheckAnswers } from '../../components/check-answers.tsx';
import { sayDay } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { ReasonField } from '../../components/order-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { comma } from '../../components/names.ts';

const NUMBER_CHARS_MAX = 100;

type Entered = Schemas['HolidayYear'];
type Filled = Readonly<{
  noticeNumber: string;
  daysOff: readonly Readonly<{ from: string; to: string }>[];
  makeUpDays: readonly string[];
  reason?: string;
}>;

const EMPTY: Filled = { noticeNumber: '', daysOff: [{ from: '', to: '' }], makeUpDays: [] };

const Spans = ({ year }: Readonly<{ year: number }>) => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('required') }];
  return (
    <fieldset className="plain">
      <legend>{t('holidays.daysOff')}</legend>
      <Form.List name="daysOff">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="stage-row">
                <Form.Item name={[name, 'from']} label={t('holidays.fromDay')} rules={required}>
                  <DayInput min={`${year - 1}-12-01`} max={`${year}-12-31`} />
                </Form.Item>
                <Form.Item name={[name, 'to']} label={t('holidays.toDay')} rules={required}>
                  <DayInput min={`${year - 1}-12-01`} max={`${year}-12-31`} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('planning.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({ from: '', to: '' })}>{t('holidays.addSpan')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
};

const MakeUpDays = ({ year }: Readonly<{ year: number }>) => {
  const { t } = useTranslation();
  return (
    <fieldset className="plain">
      <legend>{t('holidays.makeUpDays')}</legend>
      <Form.List name="makeUpDays">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="stage-row">
                <Form.Item name={name} label={t('holidays.day')} rules={[{ required: true, message: t('required') }]}>
                  <DayInput min={`${year - 1}-12-01`} max={`${year}-12-31`} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('planning.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add('')}>{t('holidays.addDay')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
};

const useHolidaysOrder = (year: number, isCorrection: boolean, onSent: () => void) => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder<Filled, unknown>({
    send: async ({ noticeNumber, daysOff, makeUpDays, reason: why = '' }, key) => {
      const said = {
        noticeNumber: noticeNumber.trim(),
        daysOff: daysOff.map((span) => ({ ...span })),
        makeUpDays: [...makeUpDays],
      };
      return isCorrection
        ? answerOf(
            api.POST('/v1/holidays/{year}/proposals', {
              params: { path: { year: String(year) as never }, header: under(key) },
              body: { ...said, why },
            }),
          )
        : answerOf(api.POST('/v1/holidays', { params: { header: under(key) }, body: { year, ...said } }));
    },
    touches: [['holidays'], ['editions']],
    onDone: () => {
      tell(isCorrection ? t('holidays.proposed') : t('holidays.done'));
      onSent();
    },
  });
};

/** The State Council's notice of a year, as it was printed; what was entered is corrected by two persons. */
export const HolidayForm = ({ year, entered }: Readonly<{ year: number; entered: Entered | undefined }>) => {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<Filled>(entered ?? EMPTY);
  const [checking, setChecking] = useState(false);
  // Back from the last look, what was typed stands open.
  const [isBegun, setBegun] = useState(false);
  const isCorrection = entered !== undefined;
  const order = useHolidaysOrder(year, isCorrection, () => {
    setChecking(false);
    setBegun(false);
  });
  const title = isCorrection ? t('holidays.correct') : t('holidays.enter', { year });
  if (checking)
    return (
      <>
        {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(filled)} />}
        <CheckAnswers
          title={t('acts.check')}
          lead={isCorrection ? t('proposals.lead') : t('holidays.enterLead')}
          answers={[
            { name: t('campaigns.ofYear'), said: String(year) },
            { name: t('holidays.number'), said: filled.noticeNumber },
            {
              name: t('holidays.daysOff'),
              said: filled.daysOff.map(({ from, to }) => `${sayDay(from)} – ${sayDay(to)}`).join('\n'),
            },
            { name: t('holidays.makeUpDays'), said: filled.makeUpDays.map((day) => sayDay(day)).join(comma()) },
          ]}
          action={title}
          busy={order.isPending}
          onSend={() => order.mutate(filled)}
          onEdit={() => setChecking(false)}
        />
      </>
    );
  return (
    <details className="part" open={!isCorrection || isBegun}>
      <summary className="linklike">{title}</summary>
      <Form<Filled>
        layout="vertical"
        initialValues={filled}
        onFinish={(given) => {
          setFilled(given);
          setBegun(true);
          setChecking(true);
        }}
        scrollToFirstError={{ focus: true }}
      >
        <Form.Item
          name="noticeNumber"
          label={t('holidays.number')}
          extra={t('holidays.numberHint')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={NUMBER_CHARS_MAX} />
        </Form.Item>
        <Spans year={year} />
        <MakeUpDays year={year} />
        {isCorrection && <ReasonField />}
        <Button type="primary" htmlType="submit">
          {t('acts.toCheck')}
        </Button>
      </Form>
    </details>
  );
};
