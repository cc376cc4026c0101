import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import type { RoundTold } from './round-frame.tsx';
import type { Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';

/** The last look before a result is made, of sealed sheets who handed in, what then can not be changed any more by one person, and the button. */
export const TallyNow = ({ told, rules }: Readonly<{ told: RoundTold; rules: Rules }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const say = useRulesWords(rules);
  const { roundId, outdated, filledBy } = told;
  const sources = filledBy === 'marks' ? told.sources : [];
  const missing = sources.reduce((sum, { seats, submitted }) => sum + seats - submitted, 0);
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(api.POST('/v1/rounds/{roundId}/tally', { params: { path: { roundId }, header: under(key) } })),
    touches: [['rounds'], ['work']],
    onDone: () => tell(t(`rounds.by.${filledBy}.tally.done`)),
  });
  return (
    <section className="part" aria-labelledby="tally">
      <h2 id="tally">{outdated ? t('rounds.tally.again') : t(`rounds.by.${filledBy}.tally.title`)}</h2>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({})} />}
      <ul className="plain">
        {sources.map(({ sourceId, seats, submitted }) => (
          <li key={sourceId}>
            {say.source(sourceId)} {t('rounds.tally.handedIn', { submitted, seats })}
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <p className="note">
          {t('rounds.tally.missing', { count: missing })}{' '}
          <Link to="/rounds/$roundId/seats" params={{ roundId }} search={{ sheet: 'missing' }}>
            {t('rounds.tally.seeMissing')}
          </Link>{' '}
          <Link to="/rounds/$roundId/proposals" params={{ roundId }}>
            {t('rounds.tally.waysOn')}
          </Link>
        </p>
      )}
      <p>{t(`rounds.by.${filledBy}.tally.lead`)}</p>
      <p>
        <Button type="primary" loading={order.isPending} onClick={() => order.mutate({})}>
          {t(`rounds.by.${filledBy}.tally.do`)}
        </Button>
      </p>
    </section>
  );
};
