import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { result, whatIf } from '../../api/questions/results.ts';
import { roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { useNamed } from '../../components/what-it-is.tsx';
import { Awards } from './award-marks.tsx';
import { GoingOn } from './going-on.tsx';
import { decides, decidesForUnit, meets, oversees, runsRounds } from './may-do.ts';
import { NextStep } from './next-step.tsx';
import { sayScore } from './points.ts';
import { isList, ResultNotes } from './result-notes.tsx';
import { type Framed, RoundFrame } from './round-frame.tsx';
import { type Rules, rulesOf } from './rules.ts';
import { TallyNow } from './tally-now.tsx';

type Told = Schemas['GetV1RoundsByRoundIdResultAnswer'];
type Ranked = Told['ranking'][number];

const page = getRouteApi('/rounds/$roundId/result');

const useColumns = (
  roundId: string,
  rules: Rules,
  decimals: number,
  given: ReadonlyMap<string, readonly string[]> | undefined,
): readonly Column<Ranked>[] => {
  const { t } = useTranslation();
  const named = useNamed();
  const awarded: Column<Ranked> = {
    key: 'award',
    title: t('rounds.result.byResult'),
    cell: ({ entryId }) => <Awards rules={rules} ids={given?.get(entryId) ?? []} />,
  };
  const why: Column<Ranked> = {
    key: 'why',
    title: t('rounds.result.steps'),
    cell: ({ entryId, rank }) => (
      <Link to="/rounds/$roundId/result/$entryId" params={{ roundId, entryId }}>
        {t('rounds.result.why', { rank })}
      </Link>
    ),
  };
  return [
    { key: 'rank', title: t('rounds.result.rank'), isNumber: true, cell: ({ rank }) => rank },
    {
      key: 'entry',
      title: named,
      isHead: true,
      cell: ({ entryId, entryName }) => nameIn(entryName) ?? entryId,
    },
    { key: 'unit', title: t('projects.unit'), cell: ({ homeName }) => nameIn(homeName) ?? t('none') },
    { key: 'score', title: t('rounds.result.score'), isNumber: true, cell: ({ score }) => sayScore(score, decimals) },
    ...(given === undefined ? [] : [awarded]),
    why,
  ];
};

const Ranking = ({
  roundId,
  rules,
  asks,
  proposes,
  isPart,
}: Readonly<{ roundId: string; rules: Rules; asks: boolean; proposes: boolean; isPart: boolean }>) => {
  const { t } = useTranslation();
  const query = useQuery(result(roundId));
  const base = useQuery({ ...whatIf(roundId, {}), enabled: asks });
  const given = base.data && new Map(base.data.entries.map(({ entryId, awardsBefore }) => [entryId, awardsBefore]));
  const columns = useColumns(roundId, rules, query.data?.decimals ?? 0, given);
  return (
    <section className="part ranking" aria-labelledby="ranking">
      <div className="part-head">
        <h2 id="ranking">
          {t(query.data && isList(query.data) ? 'rounds.result.listTitle' : 'rounds.result.ranking')}
        </h2>
        {asks && (
          <Link to="/rounds/$roundId/what-if" params={{ roundId }}>
            {t('rounds.whatIf.link')}
          </Link>
        )}
      </div>
      <Answered query={query}>
        {(told) => (
          <>
            <GoingOn roundId={roundId} edges={told.edges} proposes={proposes} />
            <p className="quiet">{t('rounds.result.computedAt', { date: sayMoment(told.computedAt) })}</p>
            {!isList(told) && (
              <ListTable
                label={t('rounds.result.ranking')}
                // Steps are told of the whole round alone.
                columns={columns.filter(({ key }) => !isPart || key !== 'why')}
                rows={told.ranking}
                keyOf={({ entryId }) => entryId}
              />
            )}
            <ResultNotes told={told} rules={rules} roundId={roundId} isPart={isPart} />
          </>
        )}
      </Answered>
    </section>
  );
};

const Shown = ({ told, grants, rules }: Framed & Readonly<{ rules: Rules }>) => {
  const { t } = useTranslation();
  const { roundId, status, outdated } = told;
  const isTallied = ['tallied', 'decided', 'commended'].includes(status);
  const mayTally = runsRounds(grants) && (status === 'closed' || (status === 'tallied' && outdated));
  return (
    <>
      {mayTally && <TallyNow told={told} rules={rules} />}
      {!isTallied && !mayTally && (
        <EmptyNotice title={t('rounds.result.emptyTitle')} action={<NextStep round={told} isButton />}>
          {t(`rounds.by.${told.filledBy}.noResult`)}
        </EmptyNotice>
      )}
      {isTallied && (oversees(grants) || (told.partOf !== null && (decidesForUnit(grants) || meets(grants)))) && (
        <>
          {!outdated && (
            <p className="row">
              <NextStep round={told} isButton />
            </p>
          )}
          <Ranking
            roundId={roundId}
            rules={rules}
            asks={decides(grants)}
            isPart={told.partOf !== null}
            proposes={runsRounds(grants) && status === 'tallied' && !outdated}
          />
        </>
      )}
    </>
  );
};

/** Opening the sealed sheets, and what comes of them. Four calls, five where awards are told. */
export const Result = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const rules = useQuery(roundRules(roundId));
  return (
    <RoundFrame roundId={roundId} here="result" title={t('rounds.tab.result')}>
      {(framed) => <Answered query={rules}>{(answer) => <Shown {...framed} rules={rulesOf(answer)} />}</Answered>}
    </RoundFrame>
  );
};
