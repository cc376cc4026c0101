import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { decisions, factAnswers } from '../../api/questions/results.ts';
import { roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { DecisionCard, liveFirst } from './decision-card.tsx';
import { decides, decidesForBranch, decidesForUnit, oversees } from './may-do.ts';
import { MinutesForm } from './minutes-form.tsx';
import { NextStep } from './next-step.tsx';
import { FactsPart } from './facts-part.tsx';
import { PartsOfRound } from './parts-of-round.tsx';
import { Recommendations } from './recommendations.tsx';
import { type Framed, hasResult, RoundFrame } from './round-frame.tsx';
import { type Rules, rulesOf } from './rules.ts';

const page = getRouteApi('/rounds/$roundId/decision');

const Decided = ({ told, grants, personId, rules }: Framed & Readonly<{ rules: Rules }>) => {
  const { t } = useTranslation();
  const { roundId, status, outdated, goesOnTo } = told;
  const isTallied = hasResult(status);
  const goesOn = goesOnTo.length > 0;
  const query = useQuery({ ...decisions(roundId), enabled: isTallied && !goesOn && !told.decidedByUnits });
  const facts = useQuery({ ...factAnswers(roundId), enabled: told.asksFacts && isTallied });
  const lacksFacts = (facts.data?.unanswered ?? 0) > 0;
  if (goesOn)
    return (
      <EmptyNotice title={t('rounds.decision.goesOnTitle')} action={<NextStep round={told} isButton />}>
        {t('rounds.decision.goesOn')}
      </EmptyNotice>
    );
  if (isTallied && told.decidedByUnits) return <PartsOfRound roundId={roundId} />;
  if (!isTallied)
    return (
      <EmptyNotice title={t('rounds.decision.emptyTitle')} action={<NextStep round={told} isButton />}>
        {t('rounds.decision.empty')}
      </EmptyNotice>
    );
  return (
    <Answered query={query}>
      {({ decisions: all }) => {
        const awaitsAttestation = all.some(({ state }) => state === 'recorded');
        const isPart = told.partOf !== null;
        const mayWrite = decides(grants) || (isPart && (decidesForUnit(grants) || decidesForBranch(grants)));
        // Whoever only attests is shown the minutes, not what became of them above.
        const seesUpward = !isPart || oversees(grants) || decidesForBranch(grants);
        const writes = status === 'tallied' && !outdated && !awaitsAttestation && mayWrite;
        return (
          <>
            {all.toSorted(liveFirst).map((decision) => (
              <DecisionCard
                key={decision.decisionId}
                roundId={roundId}
                decision={decision}
                rules={rules}
                grants={grants}
                personId={personId}
                circular={
                  <Link to="/rounds/$roundId/circular" params={{ roundId }}>
                    {t('rounds.tab.circular')}
                  </Link>
                }
              />
            ))}
            {seesUpward && all.some(({ state }) => state === 'in-force' || state === 'commended') && (
              <Recommendations roundId={roundId} grants={grants} personId={personId} rules={rules} />
            )}
            {told.asksFacts && <FactsPart roundId={roundId} />}
            {writes && !lacksFacts && <MinutesForm roundId={roundId} rules={rules} isPart={isPart} />}
            {all.length === 0 && !writes && (
              <EmptyNotice title={t('rounds.decision.emptyTitle')} action={<NextStep round={told} isButton />}>
                {t(outdated ? 'rounds.decision.outdated' : 'rounds.decision.empty')}
              </EmptyNotice>
            )}
          </>
        );
      }}
    </Answered>
  );
};

/** What the body decides: minutes written, attested, undone. Four calls, seven while minutes are written; one more where rules of awards ask what has to be looked up. */
export const DecisionPage = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const rules = useQuery(roundRules(roundId));
  return (
    <RoundFrame roundId={roundId} here="decision" title={t('rounds.tab.decision')}>
      {(framed) => <Answered query={rules}>{(answer) => <Decided {...framed} rules={rulesOf(answer)} />}</Answered>}
    </RoundFrame>
  );
};
