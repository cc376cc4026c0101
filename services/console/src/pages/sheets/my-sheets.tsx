import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { mySheets } from '../../api/questions/sheets.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';

type Line = Schemas['MySheet'];

const TONES: Readonly<Record<Line['status'], Tone>> = {
  blank: 'plain',
  draft: 'waiting',
  submitted: 'good',
  late: 'bad',
};

const Way = ({ line }: Readonly<{ line: Line }>) => {
  const { t } = useTranslation();
  const text =
    line.status === 'submitted' || line.status === 'late'
      ? t('mySheets.receipt')
      : line.hindrance === null
        ? t('mySheets.fill')
        : t('mySheets.see');
  return (
    <Link to="/rounds/$roundId/sheet" params={{ roundId: line.roundId }}>
      {text}
    </Link>
  );
};

const useColumns = (): readonly Column<Line>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'round',
      title: t('mySheets.round'),
      isHead: true,
      cell: ({ editionName, roundName, roundStatus }) => (
        <>
          {nameIn(roundName) ?? nameIn(editionName)}
          <div className="quiet">{t(`mySheets.roundStatus.${roundStatus}`)}</div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('mySheets.status'),
      cell: ({ status }) => <Mark tone={TONES[status]}>{t(`mySheets.statusWord.${status}`)}</Mark>,
    },
    {
      key: 'progress',
      title: t('mySheets.progress'),
      cell: ({ scored, wanted, status }) =>
        status === 'submitted' || wanted === 0 ? (
          t('none')
        ) : (
          <span className="progress">
            <progress value={scored} max={wanted} aria-label={t('mySheets.progress')} /> {scored}/{wanted}
          </span>
        ),
    },
    {
      key: 'closes',
      title: t('mySheets.closes'),
      cell: ({ closesAt }) => (closesAt === null ? t('none') : <span className="day">{sayDeadline(closesAt)}</span>),
    },
    {
      key: 'submitted',
      title: t('mySheets.submitted'),
      cell: ({ submittedAt }) => (submittedAt === null ? t('none') : sayMoment(submittedAt)),
    },
    { key: 'way', title: t('work.open'), cell: (line) => <Way line={line} /> },
  ];
};

/** One's own sheets of all rounds, with the way to each or to its receipt. */
export const MySheets = () => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(mySheets);
  const columns = useColumns();
  return (
    <Page
      title={t('mySheets.title')}
      lead={t('mySheets.lead')}
      actions={<ExportButton list="/v1/my-sheets" query={{}} />}
    >
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return <EmptyNotice title={t('mySheets.emptyTitle')}>{t('mySheets.empty')}</EmptyNotice>;
          return (
            <>
              <ListTable
                label={t('mySheets.title')}
                columns={columns}
                rows={rows}
                keyOf={({ roundId, seatId }) => `${roundId} ${seatId ?? ''}`}
              />
              <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? rows.length} />
              <p className="quiet">{t('mySheets.reopen')}</p>
            </>
          );
        }}
      </Answered>
    </Page>
  );
};
