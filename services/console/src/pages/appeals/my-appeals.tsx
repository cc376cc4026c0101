import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { myAppeals } from '../../api/questions/appeals.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';

type Mine = Schemas['MyAppeals'];

const Way = ({ roundId, entryId, entryName, roundName, editionName }: Mine) => {
  const round = nameIn(roundName) ?? nameIn(editionName);
  return entryId === null ? (
    <Link to="/rounds/$roundId/appeals" params={{ roundId }}>
      {round}
    </Link>
  ) : (
    <>
      <Link to="/rounds/$roundId/appeals/$entryId" params={{ roundId, entryId }}>
        {nameIn(entryName)}
      </Link>
      <div className="quiet">{round}</div>
    </>
  );
};

/** What one may appeal for, and where appeals wait for one's answer. One call. */
export const MyAppeals = () => {
  const { t } = useTranslation();
  const columns: readonly Column<Mine>[] = [
    { key: 'name', title: t('appeals.name'), isHead: true, cell: (line) => <Way {...line} /> },
    { key: 'concern', title: t('appeals.concern'), cell: ({ concern }) => t(`appeals.concerns.${concern}`) },
    {
      key: 'state',
      title: t('appeals.state'),
      cell: ({ hindrance, concern, open }) => (
        <Mark tone={hindrance === null && (concern === 'subject' || open > 0) ? 'waiting' : 'plain'}>
          {t(`appeals.${hindrance ?? (concern === 'office' ? 'deciding' : 'taken')}`)}
        </Mark>
      ),
    },
    {
      key: 'until',
      title: t('appeals.until'),
      cell: ({ closesAt }) => (closesAt === null ? t('none') : sayDeadline(closesAt)),
    },
    { key: 'appeals', title: t('appeals.count'), isNumber: true, cell: ({ appeals }) => appeals },
    { key: 'open', title: t('appeals.standing.open'), isNumber: true, cell: ({ open }) => open },
  ];
  return (
    <Page title={t('appeals.title')} lead={t('appeals.lead')}>
      <Answered query={useQuery(myAppeals)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('appeals.noneTitle')}>{t('appeals.none')}</EmptyNotice>
          ) : (
            <ListTable
              label={t('appeals.title')}
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
