import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recommendations } from '../../api/questions/results.ts';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { colon, either, nameIn } from '../../components/names.ts';
import { decidesForBranch, isSecond, runsRounds } from './may-do.ts';
import {
  AnswerUpward,
  CorrectPaper,
  ProposeUpward,
  PutForward,
  type Recommendation,
  RecordOutside,
} from './recommendation-orders.tsx';
import type { Framed } from './round-frame.tsx';
import type { Rules } from './rules.ts';

type Told = Pick<Framed, 'grants' | 'personId'> & Readonly<{ roundId: string }>;
type One = Told & Readonly<{ one: Recommendation }>;

const TONES: Readonly<Record<Recommendation['standing'], Tone>> = {
  waiting: 'waiting',
  'put-forward': 'good',
  'taken-back': 'bad',
};

const Proposals = ({ one, grants, personId }: One) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Readonly<{ proposalId: string; how: 'carry-out' | 'reject' }>>();
  return (
    <>
      {one.proposals.map(({ proposalId, act, reason, proposedBy, proposedByName, role, proposedAt, why }) => (
        <div key={proposalId} className="note">
          <p>
            {nameIn(proposedByName) ?? ''} {t(`role.${role}`)}
            {colon()}
            {t(`rounds.upward.act.${act}`)} <span className="quiet">{sayMoment(proposedAt)}</span>
          </p>
          <p>{t(`rounds.upward.reason.${reason}`)}</p>
          <p className="prose">{why}</p>
          <div className="row">
            {isSecond(grants) && proposedBy !== personId && !grants.some((grant) => grant.role === role) && (
              <Button danger onClick={() => setAsked({ proposalId, how: 'carry-out' })}>
                {t('rounds.proposals.carryOut')}
              </Button>
            )}
            {(isSecond(grants) || runsRounds(grants)) && (
              <Button onClick={() => setAsked({ proposalId, how: 'reject' })}>{t('rounds.proposals.reject')}</Button>
            )}
          </div>
        </div>
      ))}
      {asked && <AnswerUpward one={one} {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
};

type Doing = 'put-forward' | 'correct' | 'record' | 'take-back' | 'withdraw';

const Orders = ({
  one,
  roundId,
  doing,
  onClose,
}: Omit<One, 'grants' | 'personId'> & Readonly<{ doing: Doing; onClose: () => void }>) => {
  switch (doing) {
    case 'put-forward':
      return <PutForward one={one} roundId={roundId} onClose={onClose} />;
    case 'correct':
      return <CorrectPaper one={one} onClose={onClose} />;
    case 'record':
      return <RecordOutside one={one} onClose={onClose} />;
    case 'take-back':
      return <ProposeUpward one={one} act="TakeBackPutForward" onClose={onClose} />;
    case 'withdraw':
      return <ProposeUpward one={one} act="WithdrawOutsideDecision" onClose={onClose} />;
  }
};

/** What a branch's secretary sends, the office above hears the answer to. */
const OF_SECRETARY: readonly Doing[] = ['put-forward', 'correct', 'take-back'];

/** What the office can do with one that stands so. */
const possible = ({ standing, left, decided, proposals }: Recommendation): readonly Doing[] => {
  if (standing !== 'put-forward') return left ? [] : ['put-forward'];
  const undoes = proposals.length === 0;
  if (decided !== null) return undoes ? ['withdraw'] : [];
  return ['record', 'correct', ...(undoes ? (['take-back'] as const) : [])];
};

const Facts = ({ one }: Readonly<{ one: Recommendation }>) => {
  const { t } = useTranslation();
  const { decided } = one;
  return (
    <dl className="facts">
      <dt>{t('rounds.upward.as')}</dt>
      <dd>
        {either(one.ruleZh, one.ruleEn)} → {one.outside === '' ? t('rounds.upward.toAbove') : one.outside}
      </dd>
      {one.standing !== 'waiting' && (
        <>
          <dt>{t('rounds.upward.number')}</dt>
          <dd>
            {one.documentNumber}{' '}
            <span className="quiet">{one.effectiveOn === null ? '' : sayDay(one.effectiveOn)}</span>
          </dd>
        </>
      )}
      {decided !== null && (
        <>
          <dt>{t('rounds.upward.above')}</dt>
          <dd>
            <Mark tone={decided.outcome === 'given' ? 'good' : 'bad'}>
              {t(`rounds.upward.outcomes.${decided.outcome}`)}
            </Mark>{' '}
            {decided.level} {decided.documentNumber} <span className="quiet">{sayDay(decided.effectiveOn)}</span>
          </dd>
        </>
      )}
    </dl>
  );
};

const Card = (told: One) => {
  const { t } = useTranslation();
  const { one, roundId, grants } = told;
  const [doing, setDoing] = useState<Doing>();
  const isOffice = runsRounds(grants);
  const mine = possible(one).filter((act) => isOffice || OF_SECRETARY.includes(act));
  return (
    <li>
      <h3>
        {nameIn(one.entryName) ?? one.title}{' '}
        <Mark tone={TONES[one.standing]}>{t(`rounds.upward.standing.${one.standing}`)}</Mark>
      </h3>
      <Facts one={one} />
      {one.left && <p>{t('rounds.upward.left')}</p>}
      <Proposals {...told} />
      {(isOffice || decidesForBranch(grants)) && (
        <div className="row">
          {mine.map((act, at) => (
            <Button
              key={act}
              type={at === 0 && act !== 'withdraw' ? 'primary' : 'default'}
              onClick={() => setDoing(act)}
            >
              {t(`rounds.upward.do.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {doing && <Orders one={one} roundId={roundId} doing={doing} onClose={() => setDoing(undefined)} />}
    </li>
  );
};

/** Whom the decision in force recommends to the level above, and what became of each. One call, where anybody is recommended. */
export const Recommendations = ({ rules, ...told }: Told & Readonly<{ rules: Pick<Rules, 'outcome'> }>) => {
  const { t } = useTranslation();
  const isUpward = rules.outcome.some(({ gives }) => gives === 'recommendation');
  const query = useQuery({ ...recommendations(told.roundId), enabled: isUpward });
  if (query.data === undefined || query.data.recommendations.length === 0) return null;
  return (
    <section className="part" aria-labelledby="upward">
      <h2 id="upward">{t('rounds.upward.title')}</h2>
      <p className="quiet">{t('rounds.upward.titleLead')}</p>
      <ul className="plain">
        {query.data.recommendations.map((one) => (
          <Card key={one.recommendationId} {...told} one={one} />
        ))}
      </ul>
    </section>
  );
};
