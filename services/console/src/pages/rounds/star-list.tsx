import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { result } from '../../api/questions/results.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { type Starred, Stars, starsOf } from './stars.tsx';

type Result = Schemas['GetV1RoundsByRoundIdResultAnswer'];
type Row = Readonly<{ entryId: string; branch: string; unit: string; stars: number }>;

/** So many at once, as on every list. */
const AT_ONCE = 50;

/** Everybody who was rated, whoever has most stars first; without any those too who have no rank. */
const rowsOf = ({ ranking, absent }: Result, starred: readonly Starred[]): readonly Row[] => {
  const stars = new Map(starred.map((one) => [one.entryId, starsOf(one)]));
  return [...ranking, ...absent]
    .map(({ entryId, entryName, homeName }) => ({
      ...{ entryId, branch: nameIn(entryName) ?? entryId, unit: nameIn(homeName) ?? '' },
      stars: stars.get(entryId) ?? 0,
    }))
    .toSorted((one, other) => other.stars - one.stars);
};

const useColumns = (): readonly Column<Row>[] => {
  const { t } = useTranslation();
  return [
    { key: 'branch', title: t('rounds.stars.branch'), isHead: true, cell: ({ branch }) => branch },
    { key: 'unit', title: t('rounds.stars.unit'), cell: ({ unit }) => unit || t('none') },
    {
      key: 'stars',
      title: t('rounds.stars.title'),
      cell: ({ stars }) =>
        stars === 0 ? (
          <span className="quiet">{t('rounds.stars.without')}</span>
        ) : (
          <>
            <Stars count={stars} /> {t('rounds.stars.level', { count: stars })}
          </>
        ),
    },
  ];
};

const List = ({ rows }: Readonly<{ rows: readonly Row[] }>) => {
  const { t } = useTranslation();
  const page = getRouteApi('/rounds/$roundId/decision');
  const { stars } = page.useSearch();
  const navigate = page.useNavigate();
  const columns = useColumns();
  const [most, setMost] = useState(AT_ONCE);
  const levels = [...new Set(rows.map((row) => row.stars))];
  const chosen = rows.filter((row) => stars === undefined || String(row.stars) === stars);
  const shown = chosen.slice(0, most);
  return (
    <>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={t('rounds.stars.title')}
          value={stars}
          all={t('all')}
          options={levels.map((level) => ({
            value: String(level),
            label: level === 0 ? t('rounds.stars.without') : t('rounds.stars.level', { count: level }),
            count: rows.filter((row) => row.stars === level).length,
          }))}
          onChoose={(next) => void navigate({ search: { stars: next }, replace: true, resetScroll: false })}
        />
      </form>
      <ListTable label={t('rounds.stars.each')} columns={columns} rows={shown} keyOf={({ entryId }) => entryId} />
      <div className="list-foot">
        <p role="status">{t('shown', { shown: shown.length, total: chosen.length })}</p>
        {shown.length < chosen.length && (
          <Button onClick={() => setMost(most + AT_ONCE)}>
            {t('more', { count: Math.min(AT_ONCE, chosen.length - shown.length) })}
          </Button>
        )}
      </div>
    </>
  );
};

/** Every branch that was rated, with its stars or without any. One call. */
export const StarList = ({ roundId, starred }: Readonly<{ roundId: string; starred: readonly Starred[] }>) => {
  const { t } = useTranslation();
  return (
    <>
      <h4>{t('rounds.stars.each')}</h4>
      <Answered query={useQuery(result(roundId))}>{(told) => <List rows={rowsOf(told, starred)} />}</Answered>
    </>
  );
};
