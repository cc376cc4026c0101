import '../../look/contest.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dealOf } from '../../api/questions/dealing.ts';
import { Answered } from '../../components/answered.tsx';
import type { Dealing, Summary } from './shared.ts';

/** The platform deals once more from what is on record, when it is asked to. */
const Check = ({ roundId, number }: Readonly<{ roundId: string; number: number }>) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const again = useQuery({ ...dealOf(roundId, number), enabled: isAsked });
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{t('dealing.check')}</Button>;
  return (
    <Answered query={again}>
      {({ agrees }) => <p role="status">{t(agrees ? 'dealing.agrees' : 'dealing.differs')}</p>}
    </Answered>
  );
};

/** All that a deal was made from, so that anybody can deal again. */
const Proof = ({ roundId, deal }: Readonly<{ roundId: string; deal: Summary }>) => {
  const { t } = useTranslation();
  const { number, pairs, kept, reason, commitment, secret, lot, seed } = deal;
  return (
    <details>
      <summary>
        {t('dealing.number', { number })} {t('dealing.pairs', { pairs, kept })}
      </summary>
      <dl className="facts">
        {reason !== null && (
          <>
            <dt>{t('dealing.reason')}</dt>
            <dd>{t(`rounds.reason.${reason}`)}</dd>
          </>
        )}
        <dt>{t('contest.commitment')}</dt>
        <dd className="hash">{commitment}</dd>
        <dt>{t('dealing.secret')}</dt>
        <dd className="hash">{secret}</dd>
        <dt>{t('dealing.lot')}</dt>
        <dd>{lot}</dd>
        <dt>{t('dealing.seed')}</dt>
        <dd className="hash">{seed}</dd>
      </dl>
      <Check roundId={roundId} number={number} />
    </details>
  );
};

export const Deals = ({ dealing: { roundId, deals } }: Readonly<{ dealing: Dealing }>) => {
  const { t } = useTranslation();
  if (deals.length === 0) return null;
  return (
    <section className="part" aria-labelledby="deals">
      <h2 id="deals">{t('dealing.deals')}</h2>
      {deals.map((deal) => (
        <Proof key={deal.number} roundId={roundId} deal={deal} />
      ))}
    </section>
  );
};
