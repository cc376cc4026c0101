import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { decisions } from '../../api/questions/results.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { DecisionCard, liveFirst } from '../rounds/decision-card.tsx';
import { decides, oversees } from '../rounds/may-do.ts';
import { MinutesOver } from '../rounds/minutes-form.tsx';
import { NamingCorrections } from './naming-corrections.tsx';
import { type FramedNaming, listOfNaming, NamingFrame, namesOfNaming, rulesOfNaming } from './naming-frame.tsx';

const page = getRouteApi('/honours/naming/$seriesId/decision');

const ToList = ({ seriesId }: Readonly<{ seriesId: string }>) => {
  const { t } = useTranslation();
  return (
    <Link to="/honours/naming/$seriesId" params={{ seriesId }} search={{}} className="primary">
      {t('naming.tab.list')}
    </Link>
  );
};

const Decided = ({ told, grants, personId, seriesId }: FramedNaming & Readonly<{ seriesId: string }>) => {
  const { t } = useTranslation();
  const { roundId, resultHash, outdatedBy, listedIds } = told;
  const query = useQuery({ ...decisions(roundId ?? ''), enabled: roundId !== null && resultHash !== null });
  if (roundId === null || resultHash === null)
    return (
      <EmptyNotice title={t('naming.decideFirst.title')} action={<ToList seriesId={seriesId} />}>
        {t('naming.decideFirst.text')}
      </EmptyNotice>
    );
  const rules = rulesOfNaming(told);
  return (
    <Answered query={query}>
      {({ decisions: all }) => {
        const isSettled = all.some(({ state }) => ['recorded', 'in-force', 'commended'].includes(state));
        const isOutdated = outdatedBy.length > 0;
        const writes = decides(grants) && !isSettled && !isOutdated && listedIds.length > 0;
        return (
          <>
            {all.toSorted(liveFirst).map((decision) => (
              <DecisionCard
                key={decision.decisionId}
                {...{ roundId, decision, rules, grants, personId }}
                names={namesOfNaming(told)}
                circular={
                  <Link to="/honours/naming/$seriesId/circular" params={{ seriesId }}>
                    {t('naming.tab.circular')}
                  </Link>
                }
              />
            ))}
            {/* Minutes are of the list that was put right: what waits for a second person is carried out or turned down before. */}
            {!isSettled && oversees(grants) && (
              <NamingCorrections seriesId={seriesId} grants={grants} personId={personId} />
            )}
            {writes && <MinutesOver roundId={roundId} rules={rules} would={listOfNaming(told)} />}
            {!isSettled && !writes && (
              <EmptyNotice
                title={t(isOutdated ? 'naming.outdatedTitle' : 'rounds.decision.emptyTitle')}
                action={<ToList seriesId={seriesId} />}
              >
                {t(isOutdated ? 'naming.outdated' : listedIds.length === 0 ? 'naming.nobody' : 'naming.notYet')}
              </EmptyNotice>
            )}
          </>
        );
      }}
    </Answered>
  );
};

/** What the body decides over the list of a naming: minutes written, attested, published, undone. Four calls, six while minutes are written. */
export const NamingDecision = () => {
  const { seriesId } = page.useParams();
  return (
    <NamingFrame seriesId={seriesId} here="decision">
      {(framed) => <Decided {...framed} seriesId={seriesId} />}
    </NamingFrame>
  );
};
