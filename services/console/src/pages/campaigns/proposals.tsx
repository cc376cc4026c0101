import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edition, proposalsOf } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { CarryOutDialog, isCarriedOutHere, type Proposal, RejectDialog, termsOf } from './proposal-dialogs.tsx';
import { useStageName } from './stage-name.tsx';
import type { Edition } from './stages.ts';

const page = getRouteApi('/editions/$editionId/proposals');

type Opened = Readonly<{ kind: 'carryOut' | 'reject'; proposal: Proposal }>;

const What = ({ proposal, one }: Readonly<{ proposal: Proposal; one: Edition }>) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  const { act, entryId } = proposal;
  const { stageId, closesOn } = termsOf(proposal);
  return (
    <>
      {t(`proposals.act.${act}`)}
      {act === 'ReopenStage' && stageId !== undefined && closesOn !== undefined && (
        <div>{t('proposals.reopenUntil', { name: nameOf(one.stages, stageId), date: sayDay(closesOn) })}</div>
      )}
      {entryId !== null && (
        <div>
          <Link to="/entries/$entryId" params={{ entryId }}>
            {nameIn(proposal.entryName) ?? t('proposals.project')}
          </Link>
        </div>
      )}
    </>
  );
};

const useColumns = (
  one: Edition,
  myself: string | undefined,
  onOpen: (opened: Opened) => void,
): readonly Column<Proposal>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'what',
      title: t('proposals.what'),
      isHead: true,
      cell: (proposal) => <What proposal={proposal} one={one} />,
    },
    {
      key: 'who',
      title: t('proposals.who'),
      cell: ({ proposedByName, role, proposedAt }) => (
        <>
          {t('project.by', { name: nameIn(proposedByName) ?? t('none'), role: t(`role.${role}`) })}
          <div className="quiet">{sayMoment(proposedAt)}</div>
        </>
      ),
    },
    { key: 'why', title: t('reason'), cell: ({ why }) => <span className="prose">{why}</span> },
    {
      key: 'acts',
      title: t('campaigns.acts'),
      cell: (proposal) => {
        const isMine = proposal.proposedBy === myself;
        return (
          <span className="row">
            {isMine && <span className="quiet">{t('proposals.yours')}</span>}
            {myself !== undefined && !isMine && isCarriedOutHere(proposal.act) && (
              <Button type="primary" onClick={() => onOpen({ kind: 'carryOut', proposal })}>
                {t('proposals.carryOut')}
              </Button>
            )}
            {myself !== undefined && (
              <Button onClick={() => onOpen({ kind: 'reject', proposal })}>
                {isMine ? t('proposals.takeBack') : t('proposals.reject')}
              </Button>
            )}
          </span>
        );
      },
    },
  ];
};

const List = ({ one }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened>();
  const who = useQuery(me);
  const columns = useColumns(one, who.data?.personId, setOpened);
  const close = (): void => setOpened(undefined);
  return (
    <Page
      title={t('proposals.title')}
      lead={t('proposals.pageLead', { title: either(one.titleZh, one.titleEn) })}
      actions={
        <Link to="/editions/$editionId" params={{ editionId: one.editionId }}>
          {t('campaigns.toEdition')}
        </Link>
      }
    >
      <Answered query={useQuery(proposalsOf(one.editionId))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('proposals.emptyTitle')}>{t('proposals.empty')}</EmptyNotice>
          ) : (
            <ListTable
              label={t('proposals.title')}
              columns={columns}
              rows={items}
              keyOf={({ proposalId }) => proposalId}
            />
          )
        }
      </Answered>
      {opened?.kind === 'carryOut' && <CarryOutDialog proposal={opened.proposal} onClose={close} />}
      {opened?.kind === 'reject' && <RejectDialog proposal={opened.proposal} onClose={close} />}
    </Page>
  );
};

/** What one person proposed and another of another office carries out, or turns down. */
export const Proposals = () => {
  const { editionId } = page.useParams();
  return <Answered query={useQuery(edition(editionId))}>{(one) => <List one={one} />}</Answered>;
};
