import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { measureRows } from '../../api/questions/measures.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { RoundFrame } from '../rounds/round-frame.tsx';
import { MeasureFiles } from './measure-files.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { nextAttempt, type Source, sourceName, unitOf } from './shared.ts';

type Row = Schemas['MeasureRow'];
type Progress = Schemas['MeasureProgress'];
type Beside = Readonly<{
  sources: readonly Source[];
  hindrance: string | null;
  judgedFrom: string | null;
  judgedTo: string | null;
}>;

const PROGRESS = ['none', 'some', 'whole'] as const satisfies readonly Progress[];
const TONES: Readonly<Record<Progress, Tone>> = { none: 'waiting', some: 'waiting', whole: 'good' };

const page = getRouteApi('/rounds/$roundId/measures');

/** What is to be recorded: the next attempt of one entry, by one measure. */
type Recording = Readonly<{ row: Row; source: Source; attempt: number }>;
type Begin = (recording: Recording) => void;

/** What is recorded of one entry by one measure, and the way to record it. */
const ValueCell = ({
  row,
  source,
  isOpen,
  begin,
}: Readonly<{ row: Row; source: Source; isOpen: boolean; begin: Begin }>) => {
  const { t } = useTranslation();
  const values = row.values.filter(({ sourceId }) => sourceId === source.sourceId);
  const attempt = nextAttempt(values.map((one) => one.attempt));
  if (values.length === 0 && !isOpen) return t('none');
  if (values.length === 0)
    return <Button onClick={() => begin({ row, source, attempt })}>{t('measures.record')}</Button>;
  return values.map((one) => (
    <div key={one.attempt}>
      {values.length > 1 && <span className="quiet">{t('measures.attempt', { attempt: one.attempt })} </span>}
      {one.value} {unitOf(source.unit, t)}
    </div>
  ));
};

const useColumns = (roundId: string, beside: Beside, begin: Begin): readonly Column<Row>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('measures.subject'),
      isHead: true,
      cell: ({ entryId, title, homeName }) => (
        <>
          <Link to="/rounds/$roundId/measures/$entryId" params={{ roundId, entryId }}>
            {title}
          </Link>
          <div className="quiet">{nameIn(homeName)}</div>
        </>
      ),
    },
    {
      key: 'progress',
      title: t('measures.state'),
      cell: ({ progress, proposals }) => (
        <>
          <Mark tone={TONES[progress]}>{t(`measures.progress.${progress}`)}</Mark>
          {proposals > 0 && <div>{t('measures.waits', { count: proposals })}</div>}
        </>
      ),
    },
    ...beside.sources
      .filter(({ records }) => records)
      .map((source): Column<Row> => ({
        key: source.sourceId,
        title: sourceName(source),
        isNumber: true,
        cell: (row) => <ValueCell {...{ row, source, begin }} isOpen={beside.hindrance === null} />,
      })),
    { key: 'lacking', title: t('measures.lacking'), isNumber: true, cell: ({ lacking }) => lacking },
  ];
};

const Table = ({ roundId, beside, rows }: Readonly<{ roundId: string; beside: Beside; rows: readonly Row[] }>) => {
  const { t } = useTranslation();
  const [recording, setRecording] = useState<Recording>();
  const columns = useColumns(roundId, beside, setRecording);
  return (
    <>
      <ListTable label={t('measures.title')} columns={columns} rows={rows} keyOf={({ entryId }) => entryId} />
      {recording !== undefined && (
        <RecordDialog
          {...{ roundId, entryId: recording.row.entryId, title: recording.row.title, judged: beside }}
          {...{ source: recording.source, attempt: recording.attempt }}
          onClose={() => setRecording(undefined)}
        />
      )}
    </>
  );
};

const Rows = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = useNavigate();
  const query = useInfiniteQuery(measureRows(roundId, search));
  const go = (next: typeof search): void =>
    void navigate({ to: '/rounds/$roundId/measures', params: { roundId }, search: next, replace: true });
  const counts = query.data?.pages[0]?.facets?.progress;
  return (
    <>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox label={t('measures.search')} value={search.q ?? ''} onSearch={(q) => go({ ...search, q })} />
        <Choice
          label={t('measures.state')}
          value={search.progress}
          all={t('measures.all')}
          options={PROGRESS.map((value) => ({ value, label: t(`measures.progress.${value}`), count: counts?.[value] }))}
          onChoose={(progress) => go({ ...search, progress })}
        />
      </form>
      <Answered query={query}>
        {({ pages }) => {
          const [first] = pages;
          const rows = pages.flatMap(({ items }) => items);
          if (first === undefined || rows.length === 0)
            return <EmptyNotice title={t('measures.noneTitle')}>{t('measures.none')}</EmptyNotice>;
          return (
            <>
              {first.hindrance === null &&
                first.sources
                  .filter(({ records }) => records)
                  .map((source) => <MeasureFiles key={source.sourceId} {...{ roundId, source }} />)}
              <Table {...{ roundId, beside: first, rows }} />
              <ListFoot pages={query} shown={rows.length} total={first.total} />
              <ExportButton list="/v1/rounds/{roundId}/measures" query={{}} params={{ roundId }} />
            </>
          );
        }}
      </Answered>
    </>
  );
};

/** Who is measured how far, what lacks most first; the office records there and by a file. Three calls. */
export const Measures = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  return (
    <RoundFrame roundId={roundId} here="measures" title={t('measures.title')}>
      {() => <Rows roundId={roundId} />}
    </RoundFrame>
  );
};
