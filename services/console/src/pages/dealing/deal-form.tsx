import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { LotField } from '../contest/lot-field.tsx';
import type { Dealing } from './shared.ts';

const AT_MOST_MAX = 1_500;

type Given = Readonly<{ lot: string; most?: Readonly<Record<string, number | null>> }>;

/** The digits that somebody says, how many each takes, and the deal. */
export const DealForm = ({ dealing }: Readonly<{ dealing: Dealing }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { roundId, seats, deals } = dealing;
  const order = useOrder({
    send: async ({ lot, most = {} }: Given, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/dealing', {
          params: { path: { roundId }, header: under(key) },
          body: {
            lot,
            loads: Object.entries(most).flatMap(([seatId, atMost]) =>
              typeof atMost === 'number' ? [{ seatId, atMost }] : [],
            ),
          },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => tell(t('dealing.done')),
  });
  return (
    <Form<Given> layout="vertical" onFinish={(given) => order.mutate(given)}>
      {order.isError && <ProblemNotice error={order.error} />}
      <LotField />
      <details>
        <summary>{t('dealing.limits')}</summary>
        <p className="quiet">{t('dealing.limitsHint')}</p>
        {seats
          .filter(({ standing }) => standing !== 'left')
          .map(({ seatId, personName }) => (
            <Form.Item key={seatId} name={['most', seatId]} label={nameIn(personName) ?? seatId}>
              <InputNumber min={0} max={AT_MOST_MAX} precision={0} />
            </Form.Item>
          ))}
      </details>
      <Button type="primary" htmlType="submit" loading={order.isPending}>
        {t(deals.length === 0 ? 'dealing.first' : 'dealing.fill')}
      </Button>
    </Form>
  );
};
