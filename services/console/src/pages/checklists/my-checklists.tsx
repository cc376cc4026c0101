import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { myChecklists } from '../../api/questions/checklists.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';

type Mine = Schemas['MyChecklist'];

const Way = ({ roundId, entryId, entryName, roundName, editionName }: Mine) => {
  const round = nameIn(roundName) ?? nameIn(editionName);
  return entryId === null ? (
    <Link to="/rounds/$roundId/checklists" params={{ roundId }}>
      {round}
    </Link>
  ) : (
    <>
      <Link to="/rounds/$roundId/checklists/$entryId" params={{ roundId, entryId }}>
        {nameIn(entryName) ?? round}
      </Link>
      <div className="quiet">{round}</div>
    </>
  );
};

/** The check-lists that one's office fills, and those about oneself. One call. */
export const MyChecklists = () => {
  const { t } = useTranslation();
  const columns: readonly Column<Mine>[] = [
    { key: 'name', title: t('checklists.name'), isHead: true, cell: (line) => <Way {...line} /> },
    { key: 'concern', title: t('checklists.concern'), cell: ({ concern }) => t(`checklists.concerns.${concern}`) },
    {
      key: 'state',
      title: t('checklists.state'),
      cell: ({ hindrance }) => (
        <Mark tone={hindrance === null ? 'waiting' : 'plain'}>{t(`checklists.${hindrance ?? 'open'}`)}</Mark>
      ),
    },
    {
      key: 'stage',
      title: t('checklists.stageTitle'),
      cell: ({ stageOpensAt, stageClosesAt }) =>
        stageOpensAt === null || stageClosesAt === null
          ? t('none')
          : t('checklists.stageTimes', { from: sayMoment(stageOpensAt), until: sayDeadline(stageClosesAt) }),
    },
    { key: 'findings', title: t('checklists.findings'), isNumber: true, cell: ({ findings }) => findings },
  ];
  return (
    <Page title={t('checklists.title')} lead={t('checklists.lead')}>
      <Answered query={useQuery(myChecklists)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('checklists.noneTitle')}>{t('checklists.none')}</EmptyNotice>
          ) : (
            <ListTable
              label={t('checklists.title')}
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
