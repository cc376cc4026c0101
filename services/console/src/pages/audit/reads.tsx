import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { auditReads } from '../../api/questions/audit.ts';
import { Actor } from '../../components/actor.tsx';
import { Choice } from '../../components/choice.tsx';
import { endOfDay, sayExactly, startOfDay } from '../../components/dates.ts';
import { DayField } from '../../components/day-field.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { ABOUT, type ReadsSearch, type Role, ROLE_NAMES } from '../../searches/audit.ts';
import '../../look/audit.css';
import { AuditTabs } from './audit-tabs.tsx';

type Read = Schemas['RecordedRead'];

const route = getRouteApi('/audit/reads');

const useColumns = (): readonly Column<Read>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'what',
      title: t('audit.looked'),
      isHead: true,
      cell: ({ title, classified }) => (
        <>
          {either(title.zh, title.en)} {classified && <Mark tone="bad">{t('audit.classified')}</Mark>}
        </>
      ),
    },
    { key: 'when', title: t('audit.when'), cell: ({ readAt }) => <span className="day">{sayExactly(readAt)}</span> },
    { key: 'who', title: t('audit.reader'), cell: ({ reader }) => <Actor actor={reader} /> },
    { key: 'of', title: t('audit.of'), cell: ({ resourceName }) => nameIn(resourceName) ?? t('none') },
    {
      key: 'order',
      title: t('audit.trace'),
      cell: ({ correlationId }) => (
        <Link to="/audit" search={{ correlation: correlationId }}>
          {t('audit.sameOrder')}
        </Link>
      ),
    },
  ];
};

const exported = ({ q, about, role, classified, from, to }: ReadsSearch): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({
      q,
      about,
      readerRole: role,
      classified,
      readFrom: from === undefined ? undefined : startOfDay(from),
      readBefore: to === undefined ? undefined : endOfDay(to),
    }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** Who looked at what that is not everybody's to see. */
export const Reads = () => {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const query = useInfiniteQuery(auditReads(search));
  const set = (change: Partial<ReadsSearch>): void =>
    void navigate({ search: { ...search, ...change }, replace: true });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('audit.reads')}
      lead={t('audit.readsLead')}
      actions={<ExportButton list="/v1/audit/reads" query={exported(search)} />}
    >
      <AuditTabs />
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={search.q ?? ''} onSearch={(q) => set({ q })} />
        <Choice
          label={t('audit.about')}
          value={search.about}
          all={t('all')}
          options={ABOUT.map((value) => ({
            value,
            label: t(`audit.abouts.${value}`),
            count: first?.facets?.about[value],
          }))}
          onChoose={(about) => set({ about: ABOUT.find((known) => known === about) })}
        />
        <Choice
          label={t('audit.role')}
          value={search.role}
          all={t('all')}
          options={ROLE_NAMES.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChoose={(role) => set({ role: role as Role | undefined })}
        />
        <DayField label={t('audit.from')} value={search.from} max={search.to} onChange={(from) => set({ from })} />
        <DayField label={t('audit.to')} value={search.to} min={search.from} onChange={(to) => set({ to })} />
      </form>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyNotice title={t('audit.noReadsTitle')}>{t('audit.noReads')}</EmptyNotice>
      )}
      {rows.length > 0 && (
        <>
          <ListTable
            label={t('audit.reads')}
            columns={columns}
            rows={rows}
            keyOf={({ position }) => String(position)}
          />
          <ListFoot pages={query} shown={rows.length} total={first?.total ?? rows.length} />
        </>
      )}
    </Page>
  );
};
