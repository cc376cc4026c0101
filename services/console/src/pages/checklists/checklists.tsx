import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { checklistRows } from '../../api/questions/checklists.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { readsRounds, runsRounds } from '../rounds/may-do.ts';
import { RoundFrame } from '../rounds/round-frame.tsx';
import { OfficesPart } from './offices-part.tsx';
import { RedrawPart } from './redraw-part.tsx';

type Row = Schemas['ChecklistRow'];
type Progress = Schemas['ChecklistProgress'];

const PROGRESS = ['untouched', 'behind', 'entered', 'closed'] as const satisfies readonly Progress[];
const TONES: Readonly<Record<Progress, Tone>> = {
  untouched: 'bad',
  behind: 'waiting',
  entered: 'good',
  closed: 'plain',
};

const page = getRouteApi('/rounds/$roundId/checklists');

const useColumns = (roundId: string): readonly Column<Row>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('checklists.subject'),
      isHead: true,
      cell: ({ entryId, title, personName, homeName }) => (
        <>
          <Link to="/rounds/$roundId/checklists/$entryId" params={{ roundId, entryId }}>
            {nameIn(personName) ?? title}
          </Link>
          <div className="quiet">{nameIn(homeName)}</div>
        </>
      ),
    },
    {
      key: 'progress',
      title: t('checklists.state'),
      cell: ({ progress }) => <Mark tone={TONES[progress]}>{t(`checklists.progress.${progress}`)}</Mark>,
    },
    { key: 'findings', title: t('checklists.findings'), isNumber: true, cell: ({ findings }) => findings },
    { key: 'answered', title: t('checklists.answered'), isNumber: true, cell: ({ answered }) => answered },
    {
      key: 'marks',
      title: t('checklists.marks'),
      isNumber: true,
      cell: ({ marksGiven, marksWanted }) => (marksWanted === 0 ? t('none') : `${marksGiven}/${marksWanted}`),
    },
    {
      key: 'periods',
      title: t('checklists.periodsClosed'),
      isNumber: true,
      cell: ({ periodsClosed, periods }) => `${periodsClosed}/${periods}`,
    },
    {
      key: 'last',
      title: t('checklists.last'),
      cell: ({ lastAt, proposals }) => (
        <>
          {lastAt === null ? t('none') : sayMoment(lastAt)}
          {proposals > 0 && <div>{t('checklists.waits', { count: proposals })}</div>}
        </>
      ),
    },
  ];
};

const Rows = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = useNavigate();
  const query = useInfiniteQuery(checklistRows(roundId, search));
  const columns = useColumns(roundId);
  const go = (next: typeof search): void =>
    void navigate({ to: '/rounds/$roundId/checklists', params: { roundId }, search: next, replace: true });
  const counts = query.data?.pages[0]?.facets?.progress;
  return (
    <>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox label={t('checklists.search')} value={search.q ?? ''} onSearch={(q) => go({ ...search, q })} />
        <Choice
          label={t('checklists.state')}
          value={search.progress}
          all={t('checklists.all')}
          options={PROGRESS.map((value) => ({
            value,
            label: t(`checklists.progress.${value}`),
            count: counts?.[value],
          }))}
          onChoose={(progress) => go({ ...search, progress })}
        />
      </form>
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return <EmptyNotice title={t('checklists.noneTitle')}>{t('checklists.none')}</EmptyNotice>;
          return (
            <>
              <ListTable label={t('checklists.title')} columns={columns} rows={rows} keyOf={({ entryId }) => entryId} />
              <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? rows.length} />
              <ExportButton list="/v1/rounds/{roundId}/checklists" query={{}} params={{ roundId }} />
            </>
          );
        }}
      </Answered>
    </>
  );
};

/** Who has been entered in a round, and what is behind: an office sees its own items counted, a secretary the members of his branch. Four calls. */
export const Checklists = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  return (
    <Answered query={useQuery(me)}>
      {(who) =>
        readsRounds(who?.grants ?? []) ? (
          <RoundFrame roundId={roundId} here="checklists" title={t('checklists.title')}>
            {({ grants }) => (
              <>
                <OfficesPart roundId={roundId} mayAssign={runsRounds(grants)} />
                {runsRounds(grants) && <RedrawPart roundId={roundId} />}
                <Rows roundId={roundId} />
              </>
            )}
          </RoundFrame>
        ) : (
          <Page title={t('checklists.title')} actions={<Link to="/my-checklists">{t('checklists.toMine')}</Link>}>
            <Rows roundId={roundId} />
          </Page>
        )
      }
    </Answered>
  );
};
