import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { ProposeDialog } from '../rounds/proposal-form.tsx';
import { LotField } from './lot-field.tsx';
import { type Contest, CONTEST_TOUCHES } from './shared.ts';

/** The digits that somebody in the hall says, and the draw. */
const Drawing = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ lot }: Readonly<{ lot: string }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/contest/draw', {
          params: { path: { roundId }, header: under(key) },
          body: { lot },
        }),
      ),
    touches: CONTEST_TOUCHES,
    onDone: () => tell(t('contest.drawn')),
  });
  return (
    <Form<{ lot: string }> layout="vertical" onFinish={(given) => order.mutate(given)}>
      {order.isError && <ProblemNotice error={order.error} />}
      <LotField />
      <Button type="primary" htmlType="submit" loading={order.isPending}>
        {t('contest.draw')}
      </Button>
    </Form>
  );
};

/** All that the order was drawn from, so that anybody can draw it again. */
const Proof = ({ draws }: Pick<Contest, 'draws'>) => {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('contest.proof')}</summary>
      {draws.map(({ commitment, secret, lot, seed, reason }) => (
        <dl className="facts" key={seed}>
          {reason !== null && (
            <>
              <dt>{t('contest.reason')}</dt>
              <dd>{t(`rounds.reason.${reason}`)}</dd>
            </>
          )}
          <dt>{t('contest.commitment')}</dt>
          <dd className="hash">{commitment}</dd>
          <dt>{t('contest.secret')}</dt>
          <dd className="hash">{secret}</dd>
          <dt>{t('contest.lot')}</dt>
          <dd>{lot}</dd>
          <dt>{t('contest.seed')}</dt>
          <dd className="hash">{seed}</dd>
        </dl>
      ))}
    </details>
  );
};

/** How the order of appearance comes about: what it is drawn from stands there before, and what it was drawn from afterwards. */
export const OrderPart = ({ contest, runs }: Readonly<{ contest: Contest; runs: boolean }>) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const { roundId, byLot, draws, commitment, standing, entries } = contest;
  if (!byLot) return null;
  const hasBegun = entries.some((one) => one.standing !== 'waiting' && one.standing !== 'out');
  const isOpen = standing === 'open';
  return (
    <section className="part" aria-labelledby="order">
      <h2 id="order">{t('contest.order')}</h2>
      <p>{t('contest.why')}</p>
      {draws.length > 0 ? (
        <Proof draws={draws} />
      ) : (
        commitment !== null && (
          <p>
            {t('contest.commitment')} <span className="hash">{commitment}</span>
          </p>
        )
      )}
      {runs && isOpen && draws.length === 0 && <Drawing roundId={roundId} />}
      {runs && isOpen && draws.length > 0 && !hasBegun && (
        <Button onClick={() => setAsked(true)}>{t('contest.redraw')}</Button>
      )}
      {isAsked && <ProposeDialog roundId={roundId} act="RedrawOrder" onClose={() => setAsked(false)} />}
    </section>
  );
};
