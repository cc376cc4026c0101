import '../../look/campaigns.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { edition } from '../../api/questions/campaigns.ts';
import { roll } from '../../api/questions/roll.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayDay } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark } from '../../components/mark.tsx';
import { NeedLines } from '../../components/needs.tsx';
import { colon, either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { ROLL_STANDINGS, type RollSearch } from '../../searches/roll.ts';
import { MissedDialog } from './missed-dialog.tsx';
import { CountDialog, type Counted } from './count-dialog.tsx';
import { type Correction, correctionsOf, RollDialog, type Rolled } from './roll-dialog.tsx';
import { enteringWord, isOfPeople, listsPeople, mayBring, titleWord } from './roll-of-people.ts';
import type { Edition } from './stages.ts';
import { useRoles } from './use-roles.ts';

type Told = Schemas['GetV1EditionsByEditionIdRollAnswer'];

const page = getRouteApi('/editions/$editionId/roll');

const JUDGING: readonly string[] = ['score', 'check', 'vote', 'decide'];

/** A list is filled in these where they have a phase. */
const FILLING: readonly string[] = ['review', 'recheck'];

/** Of people some reasons are said otherwise. */
const causeWord = ({ subjectKind, cause }: Rolled) => {
  if (subjectKind === 'person' && cause === 'roll') return 'roll.rollOfPeople' as const;
  if (subjectKind === 'person' && cause === 'ended-by-now') return 'roll.peopleEnded' as const;
  return `roll.causes.${cause}` as const;
};

/** Entries have entered with the first stage in which anything is judged. */
const hasEntered = ({ stages }: Edition): boolean =>
  stages.some(
    ({ act, phase, progress }) =>
      progress !== 'ahead' && (JUDGING.includes(act) || (phase !== null && FILLING.includes(act))),
  );

const useTrackName = ({ tracks }: Edition): ((track: string | null) => string) => {
  const { t } = useTranslation();
  return (track) => {
    const known = tracks.find((one) => one.track === track);
    return known === undefined ? t('roll.home') : either(known.nameZh, known.nameEn);
  };
};

const useColumns = (
  one: Edition,
  onCorrect: ((correction: Correction) => void) | undefined,
): readonly Column<Rolled>[] => {
  const { t } = useTranslation();
  const nameOf = useTrackName(one);
  return [
    {
      key: 'organization',
      title: t(isOfPeople(one) ? 'roll.person' : 'roll.organization'),
      isHead: true,
      cell: ({ subjectName, subjectKind, entryId }) => (
        <>
          {nameIn(subjectName) ?? t('none')}
          {subjectKind === 'person' && entryId !== null && (
            <div>
              <Link to="/entries/$entryId" params={{ entryId }}>
                {t(listsPeople(one) ? 'roll.toEntry' : 'roll.toMember')}
              </Link>
            </div>
          )}
        </>
      ),
    },
    { key: 'track', title: t('roll.track'), cell: ({ track }) => nameOf(track) },
    {
      key: 'standing',
      title: t('roll.standing'),
      cell: ({ standing }) => (
        <Mark tone={standing === 'on' ? 'good' : 'plain'}>{t(`roll.standings.${standing}`)}</Mark>
      ),
    },
    {
      key: 'cause',
      title: t('roll.cause'),
      cell: (row) => (
        <>
          {t(causeWord(row))}
          {row.why !== '' && <div className="quiet prose">{row.why}</div>}
          {row.needs.length > 0 && <NeedLines needs={row.needs} />}
        </>
      ),
    },
    ...(onCorrect === undefined
      ? []
      : [
          {
            key: 'acts',
            title: t('campaigns.acts'),
            cell: (row: Rolled) => (
              <div className="row">
                {correctionsOf(row, listsPeople(one)).map((how) => (
                  <Button key={how} onClick={() => onCorrect({ one: row, how })}>
                    {t(`roll.${how}`)}
                  </Button>
                ))}
              </div>
            ),
          },
        ]),
  ];
};

/** Of which day it is, whether it is listed, and how many stand on it. */
const Standing = ({
  one,
  told,
  onCount,
}: Readonly<{ one: Edition; told: Told; onCount: ((of: Counted) => void) | undefined }>) => {
  const { t } = useTranslation();
  const nameOf = useTrackName(one);
  const ofPeople = isOfPeople(one);
  const preview = listsPeople(one) ? 'roll.peoplePreview' : 'roll.preview';
  const isBringing = told.enters && mayBring(one) && one.stages.some(({ act }) => act === 'declare');
  return (
    <div className="note">
      <p>{t(told.enters || ofPeople ? enteringWord(one, isBringing) : 'roll.counted')}</p>
      {isBringing && (
        <p>
          <Link to="/editions/$editionId/entries" params={{ editionId: one.editionId }}>
            {t('roll.toBrought')}
          </Link>
        </p>
      )}
      <p>{t(hasEntered(one) ? 'roll.closed' : told.listed ? 'roll.listed' : preview)}</p>
      <ul>
        {told.totals.map(({ track, count, byOffice }) => (
          <li key={track ?? ''}>
            {nameOf(track)}
            {colon()}
            {count === null ? t('roll.uncounted') : t(ofPeople ? 'roll.totalPeople' : 'roll.total', { count })}
            {byOffice && track !== null && onCount !== undefined && (
              <>
                {' '}
                <Button onClick={() => onCount({ track, name: nameOf(track), count })}>{t('roll.sayCount')}</Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

const exported = ({ standing, q }: RollSearch): Readonly<Record<string, string>> => ({
  ...(standing === undefined ? {} : { standing }),
  ...(q === undefined ? {} : { q }),
});

type Counts = Readonly<Partial<Record<string, number>>>;

/** What of the roll is looked for: by words, and by how one stands on it. */
const Filters = ({
  search,
  counts,
  onSet,
}: Readonly<{ search: RollSearch; counts: Counts; onSet: (change: RollSearch) => void }>) => {
  const { t } = useTranslation();
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchBox value={search.q ?? ''} onSearch={(q) => onSet({ q })} />
      <Choice
        label={t('roll.standing')}
        value={search.standing}
        all={t('all')}
        options={ROLL_STANDINGS.map((value) => ({
          value,
          label: t(`roll.standings.${value}`),
          count: counts[value],
        }))}
        onChoose={(standing) => onSet({ standing: ROLL_STANDINGS.find((known) => known === standing) })}
      />
    </form>
  );
};

const Whole = ({ one }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  const { editionId } = one;
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const [corrected, setCorrected] = useState<Correction>();
  const [isAdding, setAdding] = useState(false);
  const [counted, setCounted] = useState<Counted>();
  const isOfficer = useRoles(one).has('committee-officer') && one.state === 'open' && !hasEntered(one);
  const columns = useColumns(one, isOfficer ? setCorrected : undefined);
  const query = useInfiniteQuery({ ...roll(editionId, search), placeholderData: (before) => before });
  const set = (change: RollSearch): void => void navigate({ search: { ...search, ...change }, replace: true });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t(titleWord(one))}
      lead={one.rollAsOf === null ? undefined : t('roll.lead', { day: sayDay(one.rollAsOf) })}
      actions={
        <>
          {isOfficer && isOfPeople(one) && first?.listed === true && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('roll.addMissed')}
            </Button>
          )}
          <Link to="/editions/$editionId" params={{ editionId }}>
            {t('roll.toEdition')}
          </Link>
          <ExportButton list="/v1/editions/{editionId}/roll" params={{ editionId }} query={exported(search)} />
        </>
      }
    >
      {first !== undefined && <Standing one={one} told={first} onCount={isOfficer ? setCounted : undefined} />}
      <Filters search={search} counts={first?.facets?.standing ?? {}} onSet={set} />
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyNotice title={t('roll.emptyTitle')}>{t('roll.empty')}</EmptyNotice>
      )}
      {rows.length > 0 && (
        <>
          <ListTable
            label={t('roll.title')}
            columns={columns}
            rows={rows}
            keyOf={({ track, subjectId }) => `${track ?? ''} ${subjectId}`}
          />
          <ListFoot pages={query} shown={rows.length} total={first?.total ?? rows.length} />
        </>
      )}
      {isAdding && <MissedDialog one={one} onClose={() => setAdding(false)} />}
      {corrected !== undefined && (
        <RollDialog editionId={editionId} correction={corrected} onClose={() => setCorrected(undefined)} />
      )}
      {counted !== undefined && (
        <CountDialog editionId={editionId} of={counted} onClose={() => setCounted(undefined)} />
      )}
    </Page>
  );
};

/** Who stands on the roll of an edition, who does not and why; until entries enter the office puts it right. */
export const RollPage = () => {
  const { editionId } = page.useParams();
  return <Answered query={useQuery(edition(editionId))}>{(one) => <Whole one={one} />}</Answered>;
};
