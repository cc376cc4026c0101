import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { lookedAt } from '../../api/questions/honours.ts';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark } from '../../components/mark.tsx';
import { comma, either } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import type { NamingSearch } from '../../searches/honours.ts';
import { ProposeCorrection } from './naming-corrections.tsx';

type Subject = Schemas['GetV1SeriesBySeriesIdNamingSubjectsAnswer']['items'][number];

const page = getRouteApi('/honours/naming/$seriesId');
const READINGS = ['first-prize-once', 'first-prize-every-year', 'none'] as const;
const REASONS = ['not-declared', 'no-first-prize'] as const;

/** Whether it stands on the list, and, for the office before the meeting, a way to put that right. */
const useListed = (onCorrect: ((subject: Subject) => void) | undefined): Column<Subject> => {
  const { t } = useTranslation();
  return {
    key: 'listed',
    title: t('naming.tab.list'),
    cell: (subject) => (
      <>
        <Mark tone={subject.listed ? 'good' : 'plain'}>{t(subject.listed ? 'naming.on' : 'naming.off')}</Mark>
        {subject.putRight !== null && <div className="quiet">{t(`naming.correction.was.${subject.putRight}`)}</div>}
        {onCorrect !== undefined && subject.mergedInto === null && (
          <div>
            <Button
              aria-label={`${t(subject.listed ? 'naming.takeOff' : 'naming.putOn')} ${either(subject.nameZh, subject.nameEn)}`}
              onClick={() => onCorrect(subject)}
            >
              {t(subject.listed ? 'naming.takeOff' : 'naming.putOn')}
            </Button>
          </div>
        )}
      </>
    ),
  };
};

const useColumns = (onCorrect: ((subject: Subject) => void) | undefined): readonly Column<Subject>[] => {
  const { t } = useTranslation();
  const listed = useListed(onCorrect);
  const yearsOf = (years: readonly number[]): string => (years.length === 0 ? t('none') : years.join(comma()));
  return [
    {
      key: 'name',
      title: t('honours.unit'),
      isHead: true,
      cell: ({ nameZh, nameEn, lineage, mergedInto }) => (
        <>
          {either(nameZh, nameEn)}
          {lineage.length > 1 && <div className="quiet">{t('naming.lineage', { count: lineage.length })}</div>}
          {mergedInto !== null && <div className="quiet">{t('naming.merged')}</div>}
        </>
      ),
    },
    { key: 'declared', title: t('naming.declared'), cell: ({ yearsDeclared }) => yearsOf(yearsDeclared) },
    { key: 'first', title: t('naming.firstPrize'), cell: ({ yearsFirstPrize }) => yearsOf(yearsFirstPrize) },
    {
      key: 'readings',
      title: t('naming.qualifies'),
      cell: ({ readings }) =>
        readings.map(({ reading, in: isIn, reasons }) => (
          <div key={reading}>
            <Mark tone={isIn ? 'good' : 'plain'}>{t(`naming.reading.${reading}`)}</Mark>
            {reasons.map(({ reason, years }) => (
              <div key={reason} className="quiet">
                {t(`naming.reason.${reason}`, { years: yearsOf(years) })}
              </div>
            ))}
          </div>
        )),
    },
    listed,
  ];
};

/** Filters stand in the address. */
const useChange = () => {
  const navigate = useNavigate({ from: '/honours/naming/$seriesId' });
  return (changed: Partial<NamingSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
};

/** All of it as it is filtered, for Excel. */
const ExportLookedAt = ({
  seriesId,
  search: { q, reading, reason },
}: Readonly<{ seriesId: string; search: NamingSearch }>) => (
  <ExportButton
    list="/v1/series/{seriesId}/naming/subjects"
    params={{ seriesId }}
    query={{
      ...(q === undefined ? {} : { q }),
      ...(reading === undefined ? {} : { reading }),
      ...(reason === undefined ? {} : { reason }),
    }}
  />
);

/** Every unit that the latest list looked at, in or out under each reading, and why. */
export const LookedAt = ({ seriesId, corrects }: Readonly<{ seriesId: string; corrects: boolean }>) => {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState<Subject>();
  const { q, reading, reason } = page.useSearch();
  const change = useChange();
  const query = useInfiniteQuery({
    ...lookedAt(seriesId, { q, reading, reason }),
    placeholderData: (before) => before,
  });
  const columns = useColumns(corrects ? setCorrecting : undefined);
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="part" aria-labelledby="looked-at">
      <h2 id="looked-at">{t('naming.lookedAt')}</h2>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchBox value={q ?? ''} onSearch={(words) => change({ q: words })} />
        <Choice
          label={t('naming.qualifies')}
          value={reading}
          all={t('all')}
          options={READINGS.map((each) => ({
            value: each,
            label: each === 'none' ? t('naming.out') : t(`naming.reading.${each}`),
            count: first?.facets?.reading[each] ?? 0,
          }))}
          onChoose={(chosen) => change({ reading: chosen })}
        />
        <Choice
          label={t('naming.whyNot')}
          value={reason}
          all={t('all')}
          options={REASONS.map((each) => ({
            value: each,
            label: t(`naming.reasons.${each}`),
            count: first?.facets?.reason[each] ?? 0,
          }))}
          onChoose={(chosen) => change({ reason: chosen })}
        />
      </form>
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice title={t('naming.noneTitle')}>{t('naming.none')}</EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable
            label={t('naming.lookedAt')}
            columns={columns}
            rows={rows}
            keyOf={({ organizationId }) => organizationId}
          />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
          <ExportLookedAt seriesId={seriesId} search={{ q, reading, reason }} />
        </>
      )}
      {correcting !== undefined && (
        <ProposeCorrection
          seriesId={seriesId}
          organizationId={correcting.organizationId}
          name={either(correcting.nameZh, correcting.nameEn)}
          change={correcting.listed ? 'take-off' : 'put-on'}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </section>
  );
};
