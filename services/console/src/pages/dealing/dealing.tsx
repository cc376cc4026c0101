import '../../look/contest.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dealingOf } from '../../api/questions/dealing.ts';
import { Answered } from '../../components/answered.tsx';
import { runsRounds } from '../rounds/may-do.ts';
import { ProposeDialog } from '../rounds/proposal-form.tsx';
import { RoundFrame } from '../rounds/round-frame.tsx';
import { Conflicts } from './conflicts.tsx';
import { DealForm } from './deal-form.tsx';
import { Deals } from './deals.tsx';
import { Loads } from './loads.tsx';
import type { Dealing as Told } from './shared.ts';

const page = getRouteApi('/rounds/$roundId/dealing');

/** What there is to deal, and the way to it. */
const Dealt = ({ dealing, runs }: Readonly<{ dealing: Told; runs: boolean }>) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const { roundId, each, formerYears, commitment, standing, entries, deals, missing } = dealing;
  const isOpen = standing === 'open';
  const lacking = entries.filter(({ evaluators }) => evaluators < each).length;
  return (
    <section className="part" aria-labelledby="deal">
      <h2 id="deal">{t('dealing.title')}</h2>
      <p>{t('dealing.lead', { each })}</p>
      {formerYears > 0 && <p>{t('dealing.former', { count: formerYears })}</p>}
      {commitment === null ? (
        <p className="note">{t('dealing.notOpen')}</p>
      ) : (
        <p>
          {t('dealing.commitment')} <span className="hash">{commitment}</span>
        </p>
      )}
      <p role="status">{missing ? t('dealing.missing', { count: lacking }) : t('dealing.complete')}</p>
      {runs && isOpen && missing && <DealForm dealing={dealing} />}
      {runs && isOpen && deals.length > 0 && <Button onClick={() => setAsked(true)}>{t('dealing.redeal')}</Button>}
      {isAsked && <ProposeDialog roundId={roundId} act="RedealEntries" onClose={() => setAsked(false)} />}
    </section>
  );
};

/** Who judges how many, what keeps whom from what, and how it was dealt. Three calls. */
export const Dealing = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const dealing = useQuery(dealingOf(roundId));
  return (
    <RoundFrame roundId={roundId} here="dealing" title={t('dealing.title')}>
      {({ grants }) => (
        <Answered query={dealing}>
          {(told) => (
            <>
              <Dealt dealing={told} runs={runsRounds(grants)} />
              <Loads dealing={told} />
              <Conflicts dealing={told} runs={runsRounds(grants)} />
              <Deals dealing={told} />
            </>
          )}
        </Answered>
      )}
    </RoundFrame>
  );
};
