import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { sayDay } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { type Added, Papers } from '../checklists/papers.tsx';
import { isValue, ORIGIN_CHARS_MAX, type Source, sourceName, unitOf } from './shared.ts';

export type TypedValue = Readonly<{ value: string; dayOf: string; origin: string }>;

type Judged = Readonly<{ judgedFrom: string | null; judgedTo: string | null }>;

/** A value, the day that it is of, and what it was taken from. */
export const ValueFields = ({
  source,
  judged: { judgedFrom, judgedTo },
  added,
}: Readonly<{ source: Source; judged: Judged; added: Added }>) => {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const form = t('measures.decimals', { count: source.decimals });
  const judged =
    judgedFrom === null || judgedTo === null
      ? undefined
      : t('measures.judged', { from: sayDay(judgedFrom), to: sayDay(judgedTo) });
  return (
    <>
      <Form.Item
        name="value"
        label={t('measures.valueIn', { name: sourceName(source), unit: unitOf(source.unit, t) })}
        extra={form}
        rules={[
          ...required,
          {
            validator: async (_rule, typed: string | undefined) => {
              if (typed && !isValue(typed, source)) throw new Error(t('measures.noValue', { form }));
            },
          },
        ]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="dayOf" label={t('measures.dayOf')} extra={judged} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="origin" label={t('measures.origin')} extra={t('measures.originHint')} rules={required}>
        <Input maxLength={ORIGIN_CHARS_MAX} />
      </Form.Item>
      <Papers added={added} needs={t('measures.needsPaper')} />
    </>
  );
};
