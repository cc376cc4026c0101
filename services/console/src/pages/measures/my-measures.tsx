import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { myMeasures } from '../../api/questions/measures.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';

type Mine = Schemas['MyMeasure'];

const Way = ({ roundId, entryId, entryName, roundName, editionName }: Mine) => {
  const round = nameIn(roundName) ?? nameIn(editionName);
  return entryId === null ? (
    <Link to="/rounds/$roundId/measures" params={{ roundId }}>
      {round}
    </Link>
  ) : (
    <>
      <Link to="/rounds/$roundId/measures/$entryId" params={{ roundId, entryId }}>
        {nameIn(entryName)}
      </Link>
      <div className="quiet">{round}</div>
    </>
  );
};

/** What one is measured by, and what one's office records. One call. */
export const MyMeasures = () => {
  const { t } = useTranslation();
  const columns: readonly Column<Mine>[] = [
    { key: 'name', title: t('measures.name'), isHead: true, cell: (line) => <Way {...line} /> },
    { key: 'concern', title: t('measures.concern'), cell: ({ concern }) => t(`measures.concerns.${concern}`) },
    {
      key: 'state',
      title: t('measures.state'),
      cell: ({ hindrance }) => (
        <Mark tone={hindrance === null ? 'waiting' : 'plain'}>{t(`measures.${hindrance ?? 'taken'}`)}</Mark>
      ),
    },
    {
      key: 'whole',
      title: t('measures.progress.whole'),
      isNumber: true,
      cell: ({ whole, entries }) => t('measures.wholeOf', { whole, entries }),
    },
  ];
  return (
    <Page title={t('measures.title')} lead={t('measures.lead')}>
      <Answered query={useQuery(myMeasures)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('measures.noneTitle')}>{t('measures.none')}</EmptyNotice>
          ) : (
            <ListTable
              label={t('measures.title')}
              columns={columns}
              rows={items}
              keyOf={({ roundId, entryId, concern }) => `${roundId} ${entryId ?? ''} ${concern}`}
            />
          )
        }
      </Answered>
    </Page>
  );
};
