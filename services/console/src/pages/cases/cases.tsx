import '../../look/review.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { objectionSummaries } from '../../api/questions/cases.ts';
import { edition as editionQuestion } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ListFoot } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { CasesSearch } from '../../searches/notices.ts';
import { EditionSteps } from '../review/edition-steps.tsx';
import { CaseClock } from './case-clock.tsx';
import { CaseDesk } from './case-desk.tsx';

type Edition = Schemas['Edition'];
type Summary = Schemas['ObjectionSummary'];

const page = getRouteApi('/editions/$editionId/objections');
const STATUSES = ['open', 'settled'] as const;
const ALL = 'all';

const Row = ({ summary, isOpen }: Readonly<{ summary: Summary; isOpen: boolean }>) => {
  const { t } = useTranslation();
  return (
    <li className={isOpen ? 'queue-row bare open' : 'queue-row bare'}>
      <Link
        from="/editions/$editionId/objections"
        to="/editions/$editionId/objections"
        search={(before) => ({ ...before, objection: summary.objectionId })}
        replace
        resetScroll={false}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className="queue-title">{summary.title}</span>
        <span className="quiet">
          {nameIn(summary.nominatorName)} · {t(`cases.against.${summary.against}`)}
        </span>
        <span className="quiet queue-notes">
          <CaseClock summary={summary} />
          <span>
            {t('cases.due')} {sayDay(lastDayOf(summary.answerDueAt))}
          </span>
        </span>
      </Link>
    </li>
  );
};

/** What is looked at stands in the address. */
const useChange = () => {
  const navigate = useNavigate({ from: '/editions/$editionId/objections' });
  return (changed: CasesSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
};

const List = ({ edition }: Readonly<{ edition: Edition }>) => {
  const { t } = useTranslation();
  const { status = 'open', objection } = page.useSearch();
  const change = useChange();
  const { committeeId, editionId } = edition;
  const search = { organizationId: committeeId, editionId, ...(status === ALL ? {} : { status }) };
  const query = useInfiniteQuery({
    ...objectionSummaries(search),
    placeholderData: (before) => before,
  });
  const first = query.data?.pages[0];
  const summaries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const open = summaries.find(({ objectionId }) => objectionId === objection) ?? summaries[0];
  const counts = first?.facets?.status ?? {};
  const total = (counts['open'] ?? 0) + (counts['settled'] ?? 0);
  return (
    <div className={objection === undefined ? 'review' : 'review is-open'}>
      <div className="review-queue">
        <p className="queue-done">
          <strong>{t('cases.done', { done: counts['settled'] ?? 0, total })}</strong>
        </p>
        <form className="filters" onSubmit={(event) => event.preventDefault()}>
          <Choice
            label={t('projects.standing')}
            value={status}
            options={[
              ...STATUSES.map((word) => ({
                value: word,
                label: t(`cases.status.${word}`),
                count: first && (counts[word] ?? 0),
              })),
              { value: ALL, label: t('cases.all'), count: first && total },
            ]}
            onChoose={(chosen) => change({ status: chosen, objection: undefined })}
          />
        </form>
        <ExportButton list="/v1/objection-summaries" query={search} />
        {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
        {query.isPending && <Loading />}
        {summaries.length > 0 && (
          <>
            <ol className="queue" aria-label={t('cases.queue')}>
              {summaries.map((summary) => (
                <Row key={summary.objectionId} summary={summary} isOpen={summary === open} />
              ))}
            </ol>
            <ListFoot pages={query} shown={summaries.length} total={first?.total ?? summaries.length} />
          </>
        )}
        {first !== undefined && summaries.length === 0 && (
          <EmptyNotice title={t('cases.emptyTitle')}>{t('cases.empty')}</EmptyNotice>
        )}
      </div>
      <div className="review-desk">
        <button type="button" className="linklike to-queue" onClick={() => change({ objection: undefined })}>
          {t('review.toQueue')}
        </button>
        {open !== undefined && (
          <CaseDesk
            key={open.objectionId}
            summary={open}
            organizationId={committeeId}
            onDone={() => change({ objection: undefined })}
          />
        )}
      </div>
    </div>
  );
};

/** Objections of an edition: five calls at most, and one more for what is opened on record. */
export const Cases = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  return (
    <Answered query={useQuery(editionQuestion(editionId))}>
      {(edition) => (
        <Page
          title={t('cases.title')}
          lead={either(edition.titleZh, edition.titleEn)}
          actions={<EditionSteps editionId={editionId} />}
        >
          <List edition={edition} />
        </Page>
      )}
    </Answered>
  );
};
