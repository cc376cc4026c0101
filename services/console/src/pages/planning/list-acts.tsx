import '../../look/planning.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { late } from '../../components/late.tsx';
import type { Column } from '../../components/list-table.tsx';
import { colon } from '../../components/names.ts';

type Line = Schemas['EntryLine'];
type Role = Schemas['Grant']['role'];

const ConfirmPicked = late(async () => (await import('./confirm-picked.tsx')).ConfirmPicked);

type ListActs = Readonly<{ columns: readonly Column<Line>[]; bar: ReactNode }>;

const usePicking = (rows: readonly Line[], isOffered: boolean): ListActs => {
  const { t } = useTranslation();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState(false);
  if (!isOffered) return { columns: [], bar: null };
  // Only what is shown is confirmed: nobody acts on rows that he has not seen.
  const picked = rows.filter(({ entryId }) => ids.has(entryId));
  const all = picked.length === rows.length;
  const toggle = (entryId: string): void => {
    const next = new Set(ids);
    if (!next.delete(entryId)) next.add(entryId);
    setIds(next);
  };
  const column: Column<Line> = {
    key: 'pick',
    title: t('planning.pick'),
    cell: ({ entryId, title }) => (
      <label className="pick-row">
        <input
          type="checkbox"
          aria-label={t('planning.pickOne', { title })}
          checked={ids.has(entryId)}
          onChange={() => toggle(entryId)}
        />
      </label>
    ),
  };
  const bar = rows.length > 0 && (
    <div className="picked row">
      <label className="radio">
        <input
          type="checkbox"
          checked={all}
          onChange={() => setIds(all ? new Set() : new Set(rows.map(({ entryId }) => entryId)))}
        />{' '}
        {t('planning.pickAll', { count: rows.length })}
      </label>
      <Button type="primary" disabled={picked.length === 0} onClick={() => setOpened(true)}>
        {t('planning.confirmPicked', { count: picked.length })}
      </Button>
      {opened && (
        <ConfirmPicked
          picked={picked}
          onClose={() => setOpened(false)}
          onDone={() => {
            setOpened(false);
            setIds(new Set());
          }}
        />
      )}
    </div>
  );
  return { columns: [column], bar };
};

/** What is done from the list: a unit's officer confirms several plans at once, whoever nominates declares or answers one project in one click. */
export const useListActs = (
  standing: string | undefined,
  { roles, nominator }: Readonly<{ roles: ReadonlySet<Role>; nominator: Role }>,
  rows: readonly Line[],
): ListActs => {
  const { t } = useTranslation();
  const picking = usePicking(rows, roles.has('unit-officer') && standing === 'planned');
  if (!roles.has(nominator) || (standing !== 'underway' && standing !== 'returned')) return picking;
  const act = standing === 'returned' ? t('acts.answer') : t('acts.declare');
  return {
    bar: null,
    columns: [
      {
        key: 'act',
        title: t('planning.open'),
        cell: ({ entryId, title }) => (
          <Link to="/entries/$entryId/declare" params={{ entryId }} aria-label={`${act}${colon()}${title}`}>
            {act}
          </Link>
        ),
      },
    ],
  };
};
