import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { editions } from '../../api/questions/editions.ts';
import { me } from '../../api/questions/own.ts';
import { problems } from '../../api/questions/problems.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice, type Option } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { findsProblems, ownsProblems, seesProblems } from '../../components/who-sees.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { scopesOf } from '../../components/scopes.ts';
import { SearchBox } from '../../components/search-box.tsx';
import * as words from '../../searches/problems.ts';
import { FindDialog } from './find-dialog.tsx';
import { DueMark, type Problem, StateMark } from './shared.tsx';

type Grants = readonly Schemas['Grant'][];
type Facets = Schemas['GetV1ProblemsAnswer']['facets'];
const page = getRouteApi('/problems');

const useColumns = (): readonly Column<Problem>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'title',
      title: t('problems.name'),
      isHead: true,
      cell: ({ problemId, title, severity }) => (
        <>
          <Link to="/problems/$problemId" params={{ problemId }}>
            {title}
          </Link>{' '}
          {severity === 'serious' && <Mark tone="bad">{t('problems.severities.serious')}</Mark>}
        </>
      ),
    },
    { key: 'state', title: t('problems.state'), cell: ({ state }) => <StateMark state={state} /> },
    { key: 'due', title: t('problems.dueOn'), cell: (one) => <DueMark {...one} /> },
    { key: 'owner', title: t('problems.owner'), cell: ({ ownerName }) => nameIn(ownerName) ?? t('none') },
    { key: 'kind', title: t('problems.kind'), cell: ({ kind }) => t(`problems.kinds.${kind}`) },
    { key: 'source', title: t('problems.source'), cell: ({ source }) => t(`problems.sources.${source}`) },
  ];
};

/** The list's own filters, by the words of each, with how many there are. */
const WordFilters = ({ facets, showsProposals }: Readonly<{ facets: Facets | undefined; showsProposals: boolean }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const set = (change: words.ProblemsSearch): void =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });
  const options = <W extends string>(
    all: readonly W[],
    say: (word: W) => string,
    counts: Record<string, number> = {},
  ) => all.map((value): Option => ({ value, label: say(value), count: counts[value] }));
  const chosen = <W extends string>(all: readonly W[], word: string | undefined): W | undefined =>
    all.find((known) => known === word);
  return (
    <>
      <Choice
        {...{ label: t('problems.state'), value: search.state, all: t('all') }}
        options={options(words.PROBLEM_STATES, (word) => t(`problems.states.${word}`), facets?.state)}
        onChoose={(word) => set({ state: chosen(words.PROBLEM_STATES, word) })}
      />
      <Choice
        {...{ label: t('problems.due'), value: search.due, all: t('all') }}
        options={options(words.PROBLEM_DUES, (word) => t(`problems.dues.${word}`), facets?.due)}
        onChoose={(word) => set({ due: chosen(words.PROBLEM_DUES, word) })}
      />
      <Choice
        {...{ label: t('problems.kind'), value: search.kind, all: t('all') }}
        options={options(words.PROBLEM_KINDS, (word) => t(`problems.kinds.${word}`), facets?.kind)}
        onChoose={(word) => set({ kind: chosen(words.PROBLEM_KINDS, word) })}
      />
      <Choice
        {...{ label: t('problems.source'), value: search.source, all: t('all') }}
        options={options(words.PROBLEM_SOURCES, (word) => t(`problems.sources.${word}`), facets?.source)}
        onChoose={(word) => set({ source: chosen(words.PROBLEM_SOURCES, word) })}
      />
      <Choice
        {...{ label: t('problems.severity'), value: search.severity, all: t('all') }}
        options={options(words.PROBLEM_SEVERITIES, (word) => t(`problems.severities.${word}`), facets?.severity)}
        onChoose={(word) => set({ severity: chosen(words.PROBLEM_SEVERITIES, word) })}
      />
      {showsProposals && (
        <Choice
          {...{ label: t('problems.withdrawal'), value: search.withdrawal, all: t('all') }}
          options={options(words.PROBLEM_WITHDRAWALS, (word) => t(`problems.withdrawals.${word}`), facets?.withdrawal)}
          onChoose={(word) => set({ withdrawal: chosen(words.PROBLEM_WITHDRAWALS, word) })}
        />
      )}
      <Choice
        {...{ label: t('sort'), value: search.sort ?? '-found' }}
        options={options(words.PROBLEM_SORTS, (word) => t(`problems.sorts.${word}`))}
        onChoose={(word) => set({ sort: chosen(words.PROBLEM_SORTS, word) })}
      />
    </>
  );
};

const Filters = ({
  scopes,
  organizationId,
  facets,
  showsProposals,
}: Readonly<{
  scopes: readonly Option[];
  organizationId: string;
  facets: Facets | undefined;
  showsProposals: boolean;
}>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const { data } = useQuery(editions);
  const set = (change: words.ProblemsSearch): void =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchBox value={search.q ?? ''} onSearch={(q) => set({ q })} />
      {scopes.length > 1 && (
        <Choice
          {...{ label: t('problems.scope'), value: organizationId, options: scopes }}
          onChoose={(under) => set({ under })}
        />
      )}
      <Choice
        {...{ label: t('problems.edition'), value: search.edition, all: t('all') }}
        options={(data?.items ?? []).map((one) => ({ value: one.editionId, label: either(one.titleZh, one.titleEn) }))}
        onChoose={(edition) => set({ edition })}
      />
      <WordFilters facets={facets} showsProposals={showsProposals} />
    </form>
  );
};

const exported = (organizationId: string, { under: _under, edition, ...search }: words.ProblemsSearch) =>
  Object.fromEntries(
    Object.entries({ ...search, organizationId, editionId: edition }).filter(
      (one): one is [string, string] => one[1] !== undefined,
    ),
  );

const Whole = ({ grants }: Readonly<{ grants: Grants }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const [isFinding, setFinding] = useState(false);
  const scopes = scopesOf(grants, seesProblems);
  const organizationId = scopes.find(({ value }) => value === search.under)?.value ?? scopes[0]?.value ?? '';
  const own = ownsProblems(grants) ? scopesOf(grants, ownsProblems) : undefined;
  const isOffice = findsProblems(grants);
  const columns = useColumns();
  const query = useInfiniteQuery({
    ...problems(organizationId, search),
    placeholderData: (before) => before,
    enabled: organizationId !== '',
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('problems.title')}
      lead={t('problems.lead')}
      actions={
        <>
          {(isOffice || own !== undefined) && (
            <Button type="primary" onClick={() => setFinding(true)}>
              {t(isOffice ? 'problems.find' : 'problems.admit')}
            </Button>
          )}
          <ExportButton list="/v1/problems" query={exported(organizationId, search)} />
        </>
      }
    >
      <Filters
        {...{ scopes, organizationId, facets: first?.facets }}
        showsProposals={isOffice || grants.some(({ role }) => role === 'committee-leader')}
      />
      {query.isPending && organizationId !== '' && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyNotice title={t('problems.emptyTitle')}>{t('problems.empty')}</EmptyNotice>
      )}
      {rows.length > 0 && (
        <>
          <ListTable label={t('problems.title')} columns={columns} rows={rows} keyOf={({ problemId }) => problemId} />
          <ListFoot pages={query} shown={rows.length} total={first?.total ?? rows.length} />
        </>
      )}
      {isFinding && (
        <FindDialog edition={search.edition} own={isOffice ? undefined : own} onClose={() => setFinding(false)} />
      )}
    </Page>
  );
};

/** The list of problems: of the office all of its editions, of a unit its own. */
export const Problems = () => <Answered query={useQuery(me)}>{(own) => <Whole grants={own?.grants ?? []} />}</Answered>;
