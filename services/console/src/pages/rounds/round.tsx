import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { roundEntries, roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useNamed } from '../../components/what-it-is.tsx';
import { PublishProposed } from './decision-acts.tsx';
import { appraises, oversees, runsRounds } from './may-do.ts';
import { NextStep } from './next-step.tsx';
import { MeetingsPart } from './meetings-part.tsx';
import { OpenByHand } from './open-by-hand.tsx';
import { hasResult, RoundFrame } from './round-frame.tsx';
import { RoundHistory } from './round-history.tsx';
import { rulesOf } from './rules.ts';
import { RulesTold } from './rules-told.tsx';

type Judged = Schemas['GetV1RoundsByRoundIdEntriesAnswer']['items'][number];

const page = getRouteApi('/rounds/$roundId');

const useColumns = (seesEntries: boolean): readonly Column<Judged>[] => {
  const { t } = useTranslation();
  const named = useNamed();
  return [
    {
      key: 'title',
      title: named,
      isHead: true,
      cell: ({ entryId, title }) =>
        seesEntries ? (
          <Link to="/entries/$entryId" params={{ entryId }}>
            {title}
          </Link>
        ) : (
          title
        ),
    },
    { key: 'home', title: t('projects.unit'), cell: ({ homeName }) => nameIn(homeName) ?? t('none') },
  ];
};

const Entries = ({ roundId, seesEntries }: Readonly<{ roundId: string; seesEntries: boolean }>) => {
  const { t } = useTranslation();
  const { q } = page.useSearch();
  const navigate = useNavigate({ from: '/rounds/$roundId' });
  const columns = useColumns(seesEntries);
  const query = useInfiniteQuery({
    ...roundEntries(roundId, { q, sort: 'title' }),
    placeholderData: (before) => before,
  });
  return (
    <section className="part" aria-labelledby="entries">
      <h2 id="entries">{t('rounds.judged')}</h2>
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          const total = pages[0]?.total ?? 0;
          if (total === 0 && q === undefined) return <p className="quiet">{t('rounds.noEntries')}</p>;
          return (
            <>
              <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
                <SearchBox
                  value={q ?? ''}
                  onSearch={(words) => void navigate({ search: { q: words }, replace: true, resetScroll: false })}
                />
              </form>
              {rows.length === 0 ? (
                <p className="quiet">{t('rounds.noneFound')}</p>
              ) : (
                <ListTable label={t('rounds.judged')} columns={columns} rows={rows} keyOf={({ entryId }) => entryId} />
              )}
              <ListFoot pages={query} shown={rows.length} total={total} />
              <ExportButton
                list="/v1/rounds/{roundId}/entries"
                params={{ roundId }}
                query={q === undefined ? {} : { q }}
              />
            </>
          );
        }}
      </Answered>
    </section>
  );
};

/** One round: what comes next, what it scores by which rules, and what became of it. Five calls, six where meetings are put on record. */
export const Round = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const rules = useQuery(roundRules(roundId));
  return (
    <RoundFrame roundId={roundId} here="overview" title={t('rounds.overview')}>
      {({ told, grants }) => (
        <>
          {oversees(grants) && told.status !== 'annulled' && (
            <section className="part" aria-labelledby="next">
              <h2 id="next">{t('rounds.nextStep')}</h2>
              <p className="row">
                <NextStep round={told} isButton />
              </p>
              {told.reopeningRequests > 0 && (
                <p>
                  <Link to="/rounds/$roundId/proposals" params={{ roundId }}>
                    {t('reopening.waiting', { count: told.reopeningRequests })}
                  </Link>
                </p>
              )}
              {runsRounds(grants) && told.status === 'prepared' && <OpenByHand told={told} />}
            </section>
          )}
          {told.publisher === 'appraisal-office' && told.status === 'decided' && appraises(grants) && (
            <section className="part" aria-labelledby="publish">
              <h2 id="publish">{t('rounds.decision.publish')}</h2>
              <PublishProposed roundId={roundId} />
            </section>
          )}
          {told.hasTalks && hasResult(told.status) && (
            <p>
              <Link to="/rounds/$roundId/talks" params={{ roundId }}>
                {t('talks.title')}
              </Link>
            </p>
          )}
          {told.hasMeetings && oversees(grants) && <MeetingsPart roundId={roundId} grants={grants} />}
          <Part id="rules" title={t(`rounds.by.${told.filledBy}.rules`)} query={rules}>
            {(answer) => (
              <RulesTold rules={rulesOf(answer)} isFrozen={answer.rulesHash !== null} filledBy={told.filledBy} />
            )}
          </Part>
          <Entries roundId={roundId} seesEntries={oversees(grants)} />
          <RoundHistory roundId={roundId} />
        </>
      )}
    </RoundFrame>
  );
};
