import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { bonusRows } from '../../api/questions/bonuses.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { RoundFrame } from '../rounds/round-frame.tsx';

type Row = Schemas['BonusRow'];
type Progress = Schemas['BonusProgress'];

const PROGRESS = ['waiting', 'decided', 'none'] as const satisfies readonly Progress[];
const TONES: Readonly<Record<Progress, Tone>> = { waiting: 'waiting', decided: 'good', none: 'plain' };

const page = getRouteApi('/rounds/$roundId/bonuses');

const useColumns = (roundId: string): readonly Column<Row>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('bonuses.subject'),
      isHead: true,
      cell: ({ entryId, title, homeName }) => (
        <>
          <Link to="/rounds/$roundId/bonuses/$entryId" params={{ roundId, entryId }}>
            {title}
          </Link>
          <div className="quiet">{nameIn(homeName)}</div>
        </>
      ),
    },
    {
      key: 'progress',
      title: t('bonuses.state'),
      cell: ({ progress }) => <Mark tone={TONES[progress]}>{t(`bonuses.progress.${progress}`)}</Mark>,
    },
    { key: 'waiting', title: t('bonuses.standing.waiting'), isNumber: true, cell: ({ waiting }) => waiting },
    { key: 'granted', title: t('bonuses.standing.granted'), isNumber: true, cell: ({ granted }) => granted },
    { key: 'declined', title: t('bonuses.standing.declined'), isNumber: true, cell: ({ declined }) => declined },
    {
      key: 'since',
      title: t('bonuses.since'),
      cell: ({ waitingSince, proposals }) => (
        <>
          {waitingSince === null ? t('none') : sayMoment(waitingSince)}
          {proposals > 0 && <div>{t('bonuses.waits', { count: proposals })}</div>}
        </>
      ),
    },
  ];
};

const Rows = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = useNavigate();
  const query = useInfiniteQuery(bonusRows(roundId, search));
  const columns = useColumns(roundId);
  const go = (next: typeof search): void =>
    void navigate({ to: '/rounds/$roundId/bonuses', params: { roundId }, search: next, replace: true });
  const counts = query.data?.pages[0]?.facets?.progress;
  return (
    <>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox label={t('bonuses.search')} value={search.q ?? ''} onSearch={(q) => go({ ...search, q })} />
        <Choice
          label={t('bonuses.state')}
          value={search.progress}
          all={t('bonuses.all')}
          options={PROGRESS.map((value) => ({ value, label: t(`bonuses.progress.${value}`), count: counts?.[value] }))}
          onChoose={(progress) => go({ ...search, progress })}
        />
      </form>
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyNotice title={t('bonuses.noneTitle')}>{t('bonuses.none')}</EmptyNotice>;
          return (
            <>
              <ListTable label={t('bonuses.title')} columns={columns} rows={rows} keyOf={({ entryId }) => entryId} />
              <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? rows.length} />
              <ExportButton list="/v1/rounds/{roundId}/bonuses" query={{}} params={{ roundId }} />
            </>
          );
        }}
      </Answered>
    </>
  );
};

/** Whose claims wait, what has waited longest first, and how all the others stand. Three calls. */
export const Bonuses = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  return (
    <RoundFrame roundId={roundId} here="bonuses" title={t('bonuses.title')}>
      {() => <Rows roundId={roundId} />}
    </RoundFrame>
  );
};
