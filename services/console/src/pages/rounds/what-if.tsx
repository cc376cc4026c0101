import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { whatIf } from '../../api/questions/results.ts';
import { roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { useNamed } from '../../components/what-it-is.tsx';
import { Awards } from './award-marks.tsx';
import { NoResult } from './no-result.tsx';
import { sayScore } from './points.ts';
import { RoundFrame } from './round-frame.tsx';
import { type Rules, rulesOf } from './rules.ts';
import { WhatIfForm } from './what-if-form.tsx';

type Would = Schemas['WhatIf'];
type Moved = Would['entries'][number];

const page = getRouteApi('/rounds/$roundId/what-if');

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
const isMoved = ({ rankBefore, rankAfter, awardsBefore, awardsAfter }: Moved): boolean =>
  rankBefore !== rankAfter || !same(awardsBefore, awardsAfter);

const useColumns = (rules: Rules, told: Would): readonly Column<Moved>[] => {
  const { t } = useTranslation();
  const named = useNamed();
  const change = (before: string | null, after: string | null) =>
    before === after ? (
      (before ?? t('none'))
    ) : (
      <>
        {before ?? t('none')} → <strong>{after ?? t('none')}</strong>
      </>
    );
  const rank = (value: number | null): string | null => (value === null ? null : String(value));
  return [
    {
      key: 'entry',
      title: named,
      isHead: true,
      cell: ({ entryId, entryName }) => nameIn(entryName) ?? entryId,
    },
    {
      key: 'rank',
      title: t('rounds.result.rank'),
      cell: ({ rankBefore, rankAfter }) => change(rank(rankBefore), rank(rankAfter)),
    },
    {
      key: 'score',
      title: t('rounds.result.score'),
      cell: ({ scoreBefore, scoreAfter }) =>
        change(sayScore(scoreBefore, told.decimalsBefore), sayScore(scoreAfter, told.decimalsAfter)),
    },
    {
      key: 'award',
      title: t('rounds.whatIf.award'),
      cell: ({ awardsBefore, awardsAfter, openAfter }) => (
        <>
          {same(awardsBefore, awardsAfter) ? (
            <Awards rules={rules} ids={awardsBefore} />
          ) : (
            <span className="moved">
              <Awards rules={rules} ids={awardsBefore} /> → <Awards rules={rules} ids={awardsAfter} />
            </span>
          )}
          {openAfter.length > 0 && <div className="quiet">{t('rounds.whatIf.open')}</div>}
        </>
      ),
    },
  ];
};

const Would = ({ told, rules }: Readonly<{ told: Would; rules: Rules }>) => {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const columns = useColumns(rules, told);
  const moved = told.entries.filter(isMoved);
  const awards = moved.filter(({ awardsBefore, awardsAfter }) => !same(awardsBefore, awardsAfter));
  const rows = (showsAll ? told.entries : moved).toSorted(
    (a, b) => (a.rankAfter ?? Infinity) - (b.rankAfter ?? Infinity),
  );
  if (told.outcome !== 'computed')
    return (
      <p role="status">{t(told.outcome === 'impossible' ? 'rounds.whatIf.impossible' : 'rounds.whatIf.lacking')}</p>
    );
  return (
    <>
      <p role="status">{t('rounds.whatIf.moved', { ranks: moved.length, awards: awards.length })}</p>
      {told.awardsProblem !== null && <p className="note">{t('rounds.whatIf.noAwards')}</p>}
      <label className="tick">
        <input type="checkbox" checked={showsAll} onChange={() => setShowsAll(!showsAll)} />
        {t('rounds.whatIf.showAll')}
      </label>
      {rows.length > 0 && (
        <ListTable label={t('rounds.whatIf.title')} columns={columns} rows={rows} keyOf={({ entryId }) => entryId} />
      )}
    </>
  );
};

/** What the result would be without some sheets or entries, or by other numbers; its question stands in the address. Seven calls. */
export const WhatIf = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const search = page.useSearch();
  const rules = useQuery(roundRules(roundId));
  const isAsked = Object.values(search).some((one) => one !== undefined);
  const query = useQuery({ ...whatIf(roundId, search), enabled: isAsked });
  return (
    <RoundFrame roundId={roundId} here="result" title={t('rounds.whatIf.title')}>
      {({ told }) => (
        <Answered query={rules}>
          {(answer) => (
            <NoResult>
              <p>
                <Link to="/rounds/$roundId/result" params={{ roundId }}>
                  {t('rounds.whatIf.back')}
                </Link>
              </p>
              <WhatIfForm
                roundId={roundId}
                committeeId={told.committeeId}
                templateHash={answer.templateHash}
                rules={rulesOf(answer)}
              />
              {isAsked && (
                <Answered query={query}>{(would) => <Would told={would} rules={rulesOf(answer)} />}</Answered>
              )}
            </NoResult>
          )}
        </Answered>
      )}
    </RoundFrame>
  );
};
