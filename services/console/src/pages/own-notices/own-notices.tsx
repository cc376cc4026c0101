import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edition } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { ownNotices } from '../../api/questions/own-notices.ts';
import { Answered } from '../../components/answered.tsx';
import type { Option } from '../../components/choice.tsx';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { Edition, Track } from '../nominating/nomination.ts';
import { BeginDialog } from './begin-dialog.tsx';
import { type OwnNotice, STATE_TONES } from './shared.ts';

const page = getRouteApi('/editions/$editionId/own-notices');

const useColumns = (): readonly Column<OwnNotice>[] => {
  const { t } = useTranslation();
  return [
    {
      ...{ key: 'title', title: t('ownNotices.name'), isHead: true },
      cell: ({ ownNoticeId, title }) => (
        <Link to="/own-notices/$ownNoticeId" params={{ ownNoticeId }}>
          {title}
        </Link>
      ),
    },
    {
      ...{ key: 'nominator', title: t('ownNotices.nominator') },
      cell: ({ nominatorName }) => nameIn(nominatorName),
    },
    {
      ...{ key: 'days', title: t('ownNotices.days') },
      cell: ({ noticeFrom, noticeUntil }) => `${sayDay(noticeFrom)} – ${sayDay(lastDayOf(noticeUntil))}`,
    },
    {
      ...{ key: 'state', title: t('ownNotices.state') },
      cell: ({ state, entryId }) => (
        <>
          <Mark tone={STATE_TONES[state]}>{t(`ownNotices.states.${state}`)}</Mark>
          {entryId !== null && (
            <>
              {' · '}
              <Link to="/entries/$entryId" params={{ entryId }}>
                {t('ownNotices.declared')}
              </Link>
            </>
          )}
        </>
      ),
    },
    {
      ...{ key: 'objections', title: t('ownNotices.objections') },
      cell: ({ objections, open }) => (open === 0 ? String(objections) : t('ownNotices.open', { count: open })),
    },
  ];
};

const isSome = <T,>(all: readonly T[]): all is readonly [T, ...T[]] => all.length > 0;

const Notices = ({
  one,
  nominators,
  organizationId,
}: Readonly<{ one: Edition; nominators: readonly Option[]; organizationId: string }>) => {
  const { t } = useTranslation();
  const [isBeginning, setBeginning] = useState(false);
  const { editionId, tracks } = one;
  const query = useInfiniteQuery(ownNotices(organizationId, editionId));
  const columns = useColumns();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <p className="quiet">{t(nominators.length > 0 ? 'ownNotices.ownHint' : 'ownNotices.officeHint')}</p>
      {nominators.length > 0 && (
        <p className="row">
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t('ownNotices.begin')}
          </Button>
        </p>
      )}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p>{t('ownNotices.none')}</p>}
      {rows.length > 0 && (
        <>
          <ListTable
            label={t('ownNotices.title')}
            columns={columns}
            rows={rows}
            keyOf={({ ownNoticeId }) => ownNoticeId}
          />
          <ListFoot pages={query} shown={rows.length} total={query.data?.pages[0]?.total ?? rows.length} />
          <ExportButton list="/v1/own-notices" query={{ organizationId, editionId }} />
        </>
      )}
      {isBeginning && isSome(nominators) && isSome<Track>(tracks) && (
        <BeginDialog {...{ editionId, nominators, tracks }} onClose={() => setBeginning(false)} />
      )}
    </>
  );
};

/** What nominators make known before they declare: a unit its own, the office those of all. */
export const OwnNotices = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  const who = useQuery(me);
  return (
    <Answered query={useQuery(edition(editionId))}>
      {(one) => {
        const grants = who.data?.grants ?? [];
        const own = grants.filter(({ role }) => role === one.nominatorRole);
        const nominators = [...new Map(own.map((grant) => [grant.organizationId, grant])).values()].map(
          ({ organizationId, organizationName }) => ({
            value: organizationId,
            label: nameIn(organizationName) ?? organizationId,
          }),
        );
        const organizationId = nominators[0]?.value ?? grants[0]?.organizationId;
        return (
          <Page
            title={t('ownNotices.title')}
            lead={`${either(one.titleZh, one.titleEn)} · ${t('ownNotices.lead')}`}
            actions={
              nominators.length > 0 && (
                <Link to="/editions/$editionId/nominate" params={{ editionId }}>
                  {t('ownNotices.toDeclare')}
                </Link>
              )
            }
          >
            {one.ownNotice === null ? (
              <EmptyNotice title={t('nominating.notHere')}>{t('ownNotices.none')}</EmptyNotice>
            ) : (
              organizationId !== undefined && <Notices {...{ one, nominators, organizationId }} />
            )}
          </Page>
        );
      }}
    </Answered>
  );
};
