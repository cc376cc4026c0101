import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whatIf } from '../../api/questions/results.ts';
import { progressOf } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { nameIn } from '../../components/names.ts';
import { Awards } from './award-marks.tsx';
import { sayScore } from './points.ts';
import type { Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';
import { NoResult } from './no-result.tsx';

type Asked = Readonly<{ roundId: string; entryId: string; rules: Rules }>;

const Outcome = ({ roundId, entryId, rules, seatId }: Asked & Readonly<{ seatId: string }>) => {
  const { t } = useTranslation();
  const query = useQuery(whatIf(roundId, { withoutSeats: seatId }));
  return (
    <Answered query={query}>
      {({ entries, outcome, decimalsBefore, decimalsAfter }) => {
        const moved = entries.find((one) => one.entryId === entryId);
        if (outcome !== 'computed' || moved === undefined)
          return <p>{t(outcome === 'impossible' ? 'rounds.whatIf.impossible' : 'rounds.whatIf.lacking')}</p>;
        return (
          <dl className="facts" role="status">
            <dt>{t('rounds.result.rank')}</dt>
            <dd>
              {moved.rankBefore ?? t('none')} → <strong>{moved.rankAfter ?? t('none')}</strong>
            </dd>
            <dt>{t('rounds.result.score')}</dt>
            <dd>
              {sayScore(moved.scoreBefore, decimalsBefore) ?? t('none')} →{' '}
              <strong>{sayScore(moved.scoreAfter, decimalsAfter) ?? t('none')}</strong>
            </dd>
            <dt>{t('rounds.result.byResult')}</dt>
            <dd>
              <Awards rules={rules} ids={moved.awardsBefore} /> → <Awards rules={rules} ids={moved.awardsAfter} />
            </dd>
          </dl>
        );
      }}
    </Answered>
  );
};

/** One sheet left out: what this entry would have. It is asked for on purpose, since the reading is recorded. */
export const WhatIfBeside = ({ roundId, entryId, rules }: Asked) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  const [isOpen, setOpen] = useState(false);
  const [seatId, setSeatId] = useState<string>();
  const seats = useQuery({ ...progressOf(roundId, false), enabled: isOpen });
  if (!isOpen)
    return (
      <p className="row">
        <Button onClick={() => setOpen(true)}>{t('rounds.whatIf.ask')}</Button>
      </p>
    );
  return (
    <NoResult>
      <Choice
        label={t('rounds.whatIf.withoutSheet')}
        value={seatId}
        all={t('choose')}
        options={(seats.data?.evaluators ?? [])
          .filter(({ submitted }) => submitted)
          .map((seat) => ({
            value: seat.seatId,
            label: `${nameIn(seat.personName) ?? ''} ${say.source(seat.sourceId)}`,
          }))}
        onChoose={setSeatId}
      />
      {seatId !== undefined && <Outcome roundId={roundId} entryId={entryId} rules={rules} seatId={seatId} />}
      <p>
        <Link to="/rounds/$roundId/what-if" params={{ roundId }} search={{ withoutSeats: seatId }}>
          {t('rounds.whatIf.whole')}
        </Link>
      </p>
    </NoResult>
  );
};
