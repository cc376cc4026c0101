import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { editions } from '../../api/questions/editions.ts';
import { entries, type EntrySort } from '../../api/questions/entries.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { BROUGHT_WORDS } from '../../components/brought-mark.tsx';
import { Choice, type Option } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ListFoot, ListTable } from '../../components/list-table.tsx';
import { Missing } from '../../components/astray.tsx';
import { Loading } from '../../components/loading.tsx';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { scopesOf } from '../../components/scopes.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { seesProjects } from '../../components/who-sees.ts';
import { STANDINGS } from '../../components/standing-mark.tsx';
import type { ProjectsSearch } from '../../searches/projects.ts';
import { useListActs } from '../planning/list-acts.tsx';
import { FURTHER_COLUMNS, useProjectColumns } from './project-columns.tsx';

type Edition = Schemas['Edition'];
type Grant = Schemas['Grant'];
type Counts = Readonly<Record<string, number>> | undefined;

const SORTS: readonly Exclude<EntrySort, '-title' | '-standing'>[] = [
  'standing',
  'due',
  '-due',
  'title',
  '-planned',
  'planned',
];
const page = getRouteApi('/editions/$editionId/entries');

/** Changes what the address says, and stays where one is. */
const useChange = () => {
  const navigate = useNavigate({ from: '/editions/$editionId/entries' });
  return (changed: Partial<ProjectsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
};

const Columns = ({ asked }: Readonly<{ asked: ReadonlySet<string> }>) => {
  const { t } = useTranslation();
  const change = useChange();
  const toggled = (key: string): string | undefined => {
    const now = FURTHER_COLUMNS.filter((known) => asked.has(known) !== (known === key));
    return now.length === 0 ? undefined : now.join(',');
  };
  return (
    <details className="columns">
      <summary>{t('columns')}</summary>
      <fieldset>
        <legend className="unseen">{t('columns')}</legend>
        {FURTHER_COLUMNS.map((key) => (
          <label key={key}>
            <input type="checkbox" checked={asked.has(key)} onChange={() => change({ columns: toggled(key) })} />{' '}
            {t(`projects.${key}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
};

type Scope = Readonly<{
  edition: Edition;
  all: readonly Edition[];
  /** Where one has a role, and which of these is looked at. */
  scopes: readonly Option[];
  organizationId: string;
  /** In which roles one looks at it. */
  roles: ReadonlySet<Grant['role']>;
}>;

/** Where whoever stands on a roll was to bring something itself. */
const BroughtChoice = ({ counts }: Readonly<{ counts: Counts }>) => {
  const { t } = useTranslation();
  const { brought } = page.useSearch();
  const change = useChange();
  if (!BROUGHT_WORDS.some((word) => word === brought || (counts?.[word] ?? 0) > 0)) return null;
  return (
    <Choice
      label={t('brought.title')}
      value={brought}
      all={t('all')}
      options={BROUGHT_WORDS.map((word) => ({ value: word, label: t(`brought.${word}`), count: counts?.[word] }))}
      onChoose={(word) => change({ brought: word })}
    />
  );
};

const Filters = ({
  edition,
  all,
  scopes,
  organizationId,
  standings,
  tracks,
  brought,
}: Scope & Readonly<{ standings: Counts; tracks: Counts; brought: Counts }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = useNavigate();
  const change = useChange();
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchBox value={search.q ?? ''} onSearch={(q) => change({ q })} />
      <Choice
        label={t('projects.edition')}
        value={edition.editionId}
        options={all.map(({ editionId, titleZh, titleEn }) => ({ value: editionId, label: either(titleZh, titleEn) }))}
        onChoose={(editionId) =>
          editionId !== undefined && void navigate({ to: '/editions/$editionId/entries', params: { editionId } })
        }
      />
      {scopes.length > 1 && (
        <Choice
          label={t('projects.scope')}
          value={organizationId}
          options={scopes}
          onChoose={(under) => change({ under })}
        />
      )}
      <Choice
        label={t('projects.standing')}
        value={search.standing}
        all={t('all')}
        options={STANDINGS.filter((word) => word === search.standing || (standings?.[word] ?? 0) > 0).map((word) => ({
          value: word,
          label: t(`standing.${word}`),
          count: standings?.[word],
        }))}
        onChoose={(standing) => change({ standing })}
      />
      {edition.tracks.length > 1 && (
        <Choice
          label={t('projects.track')}
          value={search.track}
          all={t('all')}
          options={edition.tracks.map(({ track, nameZh, nameEn }) => ({
            value: track,
            label: either(nameZh, nameEn),
            count: tracks?.[track],
          }))}
          onChoose={(track) => change({ track })}
        />
      )}
      <BroughtChoice counts={brought} />
      <Choice
        label={t('sort')}
        value={search.sort ?? 'standing'}
        options={SORTS.map((sort) => ({ value: sort, label: t(`projects.sorts.${sort}`) }))}
        onChoose={(sort) => change({ sort: SORTS.find((known) => known === sort) })}
      />
    </form>
  );
};

const List = (scope: Scope) => {
  const { edition, organizationId, scopes, roles } = scope;
  const { t } = useTranslation();
  const { q, standing, track, brought, sort, columns } = page.useSearch();
  const change = useChange();
  const filtered = [q, standing, track, brought].some((filter) => filter !== undefined);
  const asked = new Set(columns?.split(','));
  const search = {
    organizationId,
    editionId: edition.editionId,
    q,
    standing,
    track,
    brought,
    sort: sort ?? 'standing',
  };
  const query = useInfiniteQuery({ ...entries(search), placeholderData: (before) => before });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = useProjectColumns(edition.tracks, asked);
  const nominator = edition.nominatorRole === 'branch-secretary' ? 'branch-secretary' : 'unit-officer';
  const acts = useListActs(standing, { roles, nominator }, rows);
  const exported = Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return (
    <Page
      title={t('projects.title')}
      lead={either(edition.titleZh, edition.titleEn)}
      actions={<ExportButton list="/v1/entries" query={exported} />}
    >
      <Filters
        {...scope}
        standings={first?.facets?.standing}
        tracks={first?.facets?.track}
        brought={first?.facets?.brought}
      />
      <div className="list-tools">
        {filtered && (
          <Button onClick={() => change({ q: undefined, standing: undefined, track: undefined, brought: undefined })}>
            {t('clearFilters')}
          </Button>
        )}
        <Columns asked={asked} />
      </div>
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice title={t('projects.emptyTitle')}>
          {t(filtered ? 'projects.emptyFiltered' : scopes.length > 1 ? 'projects.emptyHere' : 'projects.emptyYet')}
        </EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable
            label={t('projects.title')}
            columns={[...shown, ...acts.columns]}
            rows={rows}
            keyOf={({ entryId }) => entryId}
          />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
          {acts.bar}
        </>
      )}
    </Page>
  );
};

/** The projects of one edition below what one has a role in. */
export const Projects = () => {
  const { editionId } = page.useParams();
  const { under } = page.useSearch();
  const who = useQuery(me);
  const known = useQuery(editions);
  return (
    <Answered query={who}>
      {(person) => (
        <Answered query={known}>
          {({ items }) => {
            const edition = items.find((each) => each.editionId === editionId);
            if (edition === undefined) return <Missing />;
            const scopes = scopesOf(person?.grants ?? [], seesProjects);
            const chosen = [under, edition.committeeId, scopes[0]?.value].find((id) =>
              scopes.some(({ value }) => value === id),
            );
            const roles = new Set((person?.grants ?? []).map(({ role }) => role));
            const organizationId = chosen ?? edition.committeeId;
            return <List {...{ edition, all: items, scopes, organizationId, roles }} />;
          }}
        </Answered>
      )}
    </Answered>
  );
};
