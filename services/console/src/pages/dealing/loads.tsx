import { useTranslation } from 'react-i18next';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import type { Dealing, DealtSeat } from './shared.ts';

const TONES = { open: 'plain', begun: 'waiting', 'handed-in': 'good', left: 'bad', hindered: 'bad' } as const;

const useColumns = (most: number): readonly Column<DealtSeat>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'who',
      title: t('dealing.evaluator'),
      isHead: true,
      cell: ({ personName }) => nameIn(personName) ?? t('none'),
    },
    {
      key: 'entries',
      title: t('dealing.entries'),
      cell: ({ entries }) => (
        <span className="progress">
          <progress value={entries} max={Math.max(most, 1)} aria-label={t('dealing.entries')} /> {entries}
        </span>
      ),
    },
    { key: 'atMost', title: t('dealing.atMost'), cell: ({ atMost }) => atMost ?? t('dealing.noLimit') },
    { key: 'barred', title: t('dealing.barred'), isNumber: true, cell: ({ barred }) => barred },
    {
      key: 'standing',
      title: t('dealing.standing'),
      cell: ({ standing }) => <Mark tone={TONES[standing]}>{t(`dealing.standings.${standing}`)}</Mark>,
    },
  ];
};

/** How many each judges. */
export const Loads = ({ dealing: { seats } }: Readonly<{ dealing: Dealing }>) => {
  const { t } = useTranslation();
  const columns = useColumns(Math.max(0, ...seats.map(({ entries }) => entries)));
  return (
    <section className="part" aria-labelledby="loads">
      <h2 id="loads">{t('dealing.loads')}</h2>
      <ListTable label={t('dealing.loads')} columns={columns} rows={seats} keyOf={({ seatId }) => seatId} />
    </section>
  );
};
