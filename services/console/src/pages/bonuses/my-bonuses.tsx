import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { myBonuses } from '../../api/questions/bonuses.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';

type Mine = Schemas['MyBonus'];

const Way = ({ roundId, entryId, entryName, roundName, editionName }: Mine) => {
  const round = nameIn(roundName) ?? nameIn(editionName);
  return entryId === null ? (
    <Link to="/rounds/$roundId/bonuses" params={{ roundId }}>
      {round}
    </Link>
  ) : (
    <>
      <Link to="/rounds/$roundId/bonuses/$entryId" params={{ roundId, entryId }}>
        {nameIn(entryName)}
      </Link>
      <div className="quiet">{round}</div>
    </>
  );
};

/** What one may claim, and where claims wait for one's office. One call. */
export const MyBonuses = () => {
  const { t } = useTranslation();
  const columns: readonly Column<Mine>[] = [
    { key: 'name', title: t('bonuses.name'), isHead: true, cell: (line) => <Way {...line} /> },
    { key: 'concern', title: t('bonuses.concern'), cell: ({ concern }) => t(`bonuses.concerns.${concern}`) },
    {
      key: 'state',
      title: t('bonuses.state'),
      cell: ({ hindrance, concern }) => (
        <Mark tone={hindrance === null ? 'waiting' : 'plain'}>
          {t(`bonuses.${hindrance ?? (concern === 'office' ? 'decidable' : 'taken')}`)}
        </Mark>
      ),
    },
    { key: 'claims', title: t('bonuses.claims'), isNumber: true, cell: ({ claims }) => claims },
    { key: 'waiting', title: t('bonuses.standing.waiting'), isNumber: true, cell: ({ waiting }) => waiting },
  ];
  return (
    <Page title={t('bonuses.title')} lead={t('bonuses.lead')}>
      <Answered query={useQuery(myBonuses)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('bonuses.noneTitle')}>{t('bonuses.none')}</EmptyNotice>
          ) : (
            <ListTable
              label={t('bonuses.title')}
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
