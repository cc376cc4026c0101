import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { decisions } from '../../api/questions/results.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { BeforeCircular, Issued } from '../rounds/circular.tsx';
import { runsRounds } from '../rounds/may-do.ts';
import { type FramedNaming, NamingFrame, rulesOfNaming } from './naming-frame.tsx';

const page = getRouteApi('/honours/naming/$seriesId/circular');

const MadeKnown = ({ told, grants, seriesId }: FramedNaming & Readonly<{ seriesId: string }>) => {
  const { t } = useTranslation();
  const { roundId, decision } = told;
  const query = useQuery({ ...decisions(roundId ?? ''), enabled: roundId !== null && decision !== null });
  const toDecision = (
    <Link to="/honours/naming/$seriesId/decision" params={{ seriesId }}>
      {t('naming.tab.decision')}
    </Link>
  );
  if (roundId === null || decision === null)
    return (
      <EmptyNotice title={t('rounds.circular.emptyTitle')} action={toDecision}>
        {t('rounds.circular.empty')}
      </EmptyNotice>
    );
  const rules = rulesOfNaming(told);
  const mayIssue = runsRounds(grants);
  if (decision.documentNumber !== null) return <Issued roundId={roundId} rules={rules} mayMake={mayIssue} />;
  return (
    <Answered query={query}>
      {({ decisions: all }) => <BeforeCircular {...{ roundId, all, rules, mayIssue, toDecision }} />}
    </Answered>
  );
};

/** The circular of a naming: issued by its number, read, and put on paper. Five calls. */
export const NamingCircular = () => {
  const { seriesId } = page.useParams();
  return (
    <NamingFrame seriesId={seriesId} here="circular">
      {(framed) => <MadeKnown {...framed} seriesId={seriesId} />}
    </NamingFrame>
  );
};
