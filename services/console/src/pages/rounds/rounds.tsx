import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { editions } from '../../api/questions/editions.ts';
import { rounds } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { NextStep } from './next-step.tsx';
import { RoundMark } from './round-mark.tsx';

type Round = Schemas['Round'];

const STATUSES = ['prepared', 'open', 'closed', 'tallied', 'decided', 'commended', 'annulled'] as const;
const page = getRouteApi('/editions/$editionId/rounds');

const useColumns = (): readonly Column<Round>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('rounds.name'),
      isHead: true,
      cell: ({ roundId, roundName, ordinal }) => (
        <Link to="/rounds/$roundId" params={{ roundId }}>
          {nameIn(roundName) ?? t('rounds.ordinal', { count: ordinal })}
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('rounds.state'),
      cell: (round) => <RoundMark round={round} />,
    },
    { key: 'entries', title: t('rounds.entries'), isNumber: true, cell: ({ entries }) => entries },
    {
      key: 'sheets',
      title: t('rounds.sheets'),
      cell: ({ sources, filledBy }) => {
        if (filledBy !== 'marks') return t('none');
        const seats = sources.reduce((sum, one) => sum + one.seats, 0);
        const submitted = sources.reduce((sum, one) => sum + one.submitted, 0);
        return seats === 0 ? (
          t('rounds.noSeats')
        ) : (
          <span className="progress">
            <progress value={submitted} max={seats} aria-label={t('rounds.sheets')} /> {submitted}/{seats}
          </span>
        );
      },
    },
    {
      key: 'closes',
      title: t('rounds.closes'),
      cell: ({ closesAt }) => (closesAt === null ? t('none') : <span className="day">{sayDeadline(closesAt)}</span>),
    },
    { key: 'next', title: t('rounds.nextStep'), cell: (round) => <NextStep round={round} /> },
  ];
};

/** The rounds of an edition, annulled ones too: how each stands, and what comes next. Three calls. */
export const Rounds = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  const { status } = page.useSearch();
  const navigate = useNavigate();
  const columns = useColumns();
  const known = useQuery(editions);
  const asked = useQuery(rounds(editionId, status));
  const all = known.data?.items ?? [];
  const edition = all.find((one) => one.editionId === editionId);
  return (
    <Page
      title={t('rounds.title')}
      lead={edition && either(edition.titleZh, edition.titleEn)}
      actions={<ExportButton list="/v1/rounds" query={{ editionId, ...(status === undefined ? {} : { status }) }} />}
    >
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={t('projects.edition')}
          value={editionId}
          options={all.map((one) => ({ value: one.editionId, label: either(one.titleZh, one.titleEn) }))}
          onChoose={(chosen) =>
            chosen !== undefined && void navigate({ to: '/editions/$editionId/rounds', params: { editionId: chosen } })
          }
        />
        <Choice
          label={t('rounds.state')}
          value={status}
          all={t('all')}
          options={STATUSES.map((word) => ({
            value: word,
            label: t(`rounds.status.${word}`),
            count: asked.data?.facets?.status[word] ?? 0,
          })).filter(({ value, count }) => count > 0 || value === status)}
          onChoose={(chosen) =>
            void navigate({ to: '/editions/$editionId/rounds', params: { editionId }, search: { status: chosen } })
          }
        />
      </form>
      <Answered query={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('rounds.emptyTitle')}>{t('rounds.empty')}</EmptyNotice>
          ) : (
            <ListTable label={t('rounds.title')} columns={columns} rows={items} keyOf={({ roundId }) => roundId} />
          )
        }
      </Answered>
    </Page>
  );
};
