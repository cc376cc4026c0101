import { useTranslation } from 'react-i18next';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { StarList } from './star-list.tsx';
import { type Starred, Stars, starsOf } from './stars.tsx';

type Line = Readonly<{ unit: string; counts: ReadonlyMap<number, number> }>;

const countsOf = (entries: readonly Starred[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const entry of entries) counts.set(starsOf(entry), (counts.get(starsOf(entry)) ?? 0) + 1);
  return counts;
};

/**
 * How many have how many stars, altogether and by unit, and, where it is said of which round, everybody who was rated, also those without stars. Of
 * awards that are no stars it shows nothing.
 */
export const StarBoard = ({
  entries,
  roundId,
}: Readonly<{ entries: readonly Starred[]; roundId?: string | undefined }>) => {
  const { t } = useTranslation();
  const starred = entries.filter((entry) => starsOf(entry) > 0);
  if (starred.length === 0) return null;
  const levels = [...new Set(starred.map(starsOf))].toSorted((a, b) => b - a);
  const all = countsOf(starred);
  const units = [...new Set(starred.map(({ unitId }) => unitId))];
  const lines = units.map((unitId): Line => {
    const own = starred.filter((entry) => entry.unitId === unitId);
    return { unit: nameIn(own[0]?.unitName) ?? t('none'), counts: countsOf(own) };
  });
  const columns: readonly Column<Line>[] = [
    { key: 'unit', title: t('rounds.stars.unit'), isHead: true, cell: ({ unit }) => unit },
    ...levels.map((level) => ({
      ...{ key: String(level), title: t('rounds.stars.level', { count: level }), isNumber: true as const },
      cell: ({ counts }: Line) => counts.get(level) ?? 0,
    })),
  ];
  return (
    <section className="star-board" aria-labelledby="star-board">
      <h3 id="star-board">{t('rounds.stars.title')}</h3>
      <ul className="star-levels">
        {levels.map((level) => (
          <li key={level}>
            <Stars count={level} />
            <strong>{t('rounds.stars.level', { count: level })}</strong>
            <span>{t('rounds.stars.branches', { count: all.get(level) ?? 0 })}</span>
          </li>
        ))}
      </ul>
      <ListTable label={t('rounds.stars.byUnit')} columns={columns} rows={lines} keyOf={({ unit }) => unit} />
      {roundId !== undefined && <StarList roundId={roundId} starred={starred} />}
    </section>
  );
};
