import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { appealRows } from '../../api/questions/appeals.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { RoundFrame } from '../rounds/round-frame.tsx';
import { type Standing, TONES } from './shared.ts';

type Row = Schemas['AppealRow'];

const STANDINGS = ['open', 'upheld', 'rejected', 'withdrawn'] as const satisfies readonly Standing[];

const page = getRouteApi('/rounds/$roundId/appeals');

const useColumns = (roundId: string): readonly Column<Row>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('appeals.name'),
      isHead: true,
      cell: ({ entryId, title, homeName }) => (
        <>
          <Link to="/rounds/$roundId/appeals/$entryId" params={{ roundId, entryId }}>
            {title}
          </Link>
          <div className="quiet">{nameIn(homeName)}</div>
        </>
      ),
    },
    { key: 'matter', title: t('appeals.matter'), cell: ({ matter }) => t(`appeals.matters.${matter}`) },
    {
      key: 'standing',
      title: t('appeals.state'),
      cell: ({ standing, remedy }) => (
        <>
          <Mark tone={TONES[standing]}>{t(`appeals.standing.${standing}`)}</Mark>
          {remedy !== null && <div className="quiet">{t(`appeals.remedies.${remedy}`)}</div>}
        </>
      ),
    },
    { key: 'filed', title: t('appeals.filedAt'), cell: ({ filedAt }) => sayMoment(filedAt) },
  ];
};

const Rows = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = useNavigate();
  const query = useInfiniteQuery(appealRows(roundId, search));
  const columns = useColumns(roundId);
  const go = (next: typeof search): void =>
    void navigate({ to: '/rounds/$roundId/appeals', params: { roundId }, search: next, replace: true });
  const counts = query.data?.pages[0]?.facets?.standing;
  return (
    <>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox label={t('appeals.search')} value={search.q ?? ''} onSearch={(q) => go({ ...search, q })} />
        <Choice
          label={t('appeals.state')}
          value={search.standing}
          all={t('appeals.all')}
          options={STANDINGS.map((value) => ({
            ...{ value, label: t(`appeals.standing.${value}`), count: counts?.[value] },
          }))}
          onChoose={(standing) => go({ ...search, standing })}
        />
      </form>
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyNotice title={t('appeals.noneTitle')}>{t('appeals.none')}</EmptyNotice>;
          return (
            <>
              <ListTable label={t('appeals.title')} columns={columns} rows={rows} keyOf={({ appealId }) => appealId} />
              <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? rows.length} />
              <ExportButton list="/v1/rounds/{roundId}/appeals" query={{}} params={{ roundId }} />
            </>
          );
        }}
      </Answered>
    </>
  );
};

/** What is appealed in a round, the oldest first, and what became of it. Three calls. */
export const RoundAppeals = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  return (
    <RoundFrame roundId={roundId} here="appeals" title={t('appeals.title')}>
      {() => <Rows roundId={roundId} />}
    </RoundFrame>
  );
};
