import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Convene } from './convene.tsx';
import { oversees, runsRounds } from './may-do.ts';
import { RecusalsPart } from './recusals-part.tsx';
import { RemindButton } from './reminders.tsx';
import { type Framed, RoundFrame, type RoundTold } from './round-frame.tsx';
import { type Rules, rulesOf } from './rules.ts';
import { ProgressTable, SeatTable } from './seat-table.tsx';
import { useRulesWords } from './use-rules-words.ts';

const page = getRouteApi('/rounds/$roundId/seats');

/** How many of each source have handed in. */
const Counts = ({ told, rules }: Readonly<{ told: RoundTold; rules: Rules }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  return (
    <ul className="counts">
      {told.sources.map(({ sourceId, seats, submitted }) => (
        <li key={sourceId}>
          <span>{say.source(sourceId)}</span>
          <strong>
            {submitted}/{seats}
          </strong>
          <progress value={submitted} max={Math.max(seats, 1)} aria-label={say.source(sourceId)} />
          <span className="quiet">{t('rounds.seats.handedIn')}</span>
        </li>
      ))}
    </ul>
  );
};

const Sitting = ({ told, grants, rules }: Framed & Readonly<{ rules: Rules }>) => {
  const { t } = useTranslation();
  const { roundId, status, unsealed, sources } = told;
  const seats = sources.reduce((sum, one) => sum + one.seats, 0);
  const isRunning = status === 'prepared' || status === 'open' || status === 'closed';
  const mayAct = runsRounds(grants) && isRunning && !unsealed;
  return (
    <>
      {seats === 0 && (
        <EmptyNotice title={t('rounds.seats.emptyTitle')}>
          {t(mayAct ? 'rounds.seats.emptyHere' : 'rounds.seats.empty')}
        </EmptyNotice>
      )}
      {mayAct && <Convene roundId={roundId} rules={rules} isEmpty={told.entries === 0} beginsOpen={seats === 0} />}
      {seats > 0 && (
        <section className="part" aria-labelledby="sitting">
          <div className="part-head">
            <h2 id="sitting">{t('rounds.seats.title')}</h2>
            <div className="row">
              <PageLink href={`/rounds/${roundId}/panel`}>{t('rounds.panel')}</PageLink>
              {runsRounds(grants) && <ExportButton list="/v1/rounds/{roundId}/seats" params={{ roundId }} query={{}} />}
              {runsRounds(grants) && status === 'open' && <RemindButton roundId={roundId} />}
            </div>
          </div>
          <Counts told={told} rules={rules} />
          {runsRounds(grants) && !mayAct && isRunning && (
            <p className="note">
              {t('rounds.seats.sealedOff')}{' '}
              <Link to="/rounds/$roundId/proposals" params={{ roundId }}>
                {t('rounds.tab.proposals')}
              </Link>
            </p>
          )}
          {runsRounds(grants) ? (
            <SeatTable told={told} rules={rules} mayAct={mayAct} />
          ) : (
            <ProgressTable told={told} rules={rules} />
          )}
        </section>
      )}
      {seats > 0 && oversees(grants) && <RecusalsPart roundId={roundId} grants={grants} />}
    </>
  );
};

/** Who judges, and how far everybody is: convening, reminding, replacing, recusals. Seven calls at most. */
export const Seats = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const rules = useQuery(roundRules(roundId));
  return (
    <RoundFrame roundId={roundId} here="seats" title={t('rounds.seats.title')}>
      {(framed) => <Answered query={rules}>{(answer) => <Sitting {...framed} rules={rulesOf(answer)} />}</Answered>}
    </RoundFrame>
  );
};
