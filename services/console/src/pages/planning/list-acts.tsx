import '../../look/planning.css';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import type { Column } from '../../components/list-table.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { colon } from '../../components/names.ts';

type Line = Schemas['EntryLine'];
type Role = Schemas['Grant']['role'];

const OPINION_CHARS_MAX = 1_000;

/** Several plans, one after the other, each under its own key: what was done stays done when the network goes, and is not done twice. */
const ConfirmPicked = ({
  picked,
  onClose,
  onDone,
}: Readonly<{ picked: readonly Line[]; onClose: () => void; onDone: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [done, setDone] = useState(0);
  // One key a plan and opinion, the same at every try.
  const keys = useRef(new Map<string, string>());
  const keyOf = (said: string): string => {
    const key = keys.current.get(said) ?? crypto.randomUUID();
    keys.current.set(said, key);
    return key;
  };
  const order = useOrder({
    send: async ({ opinion }: Readonly<{ opinion: string }>) => {
      for (const [at, { entryId }] of picked.entries()) {
        if (at >= done)
          await answerOf(
            api.POST('/v1/entries/{entryId}/confirm', {
              params: { path: { entryId }, header: under(keyOf(`${entryId} ${opinion}`)) },
              body: { opinion },
            }),
          );
        setDone(at + 1);
      }
      return picked.length;
    },
    touches: [['entries'], ['work']],
    onDone: (count) => {
      tell(t('planning.confirmed', { count }));
      onDone();
    },
  });
  return (
    <OrderDialog
      title={t('planning.confirmPicked', { count: picked.length })}
      lead={
        <>
          <p>{t('planning.confirmingLead')}</p>
          <ol>
            {picked.map(({ entryId, title }) => (
              <li key={entryId}>{title}</li>
            ))}
          </ol>
          {order.isPending && (
            <p role="status">
              <progress value={done} max={picked.length} aria-label={t('planning.confirmPicked', { count: done })} />{' '}
              {t('planning.confirming', { done, total: picked.length })}
            </p>
          )}
        </>
      }
      action={t('acts.confirm')}
      first={{ opinion: t('planning.opinionUsual') }}
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="opinion"
        label={t('planning.opinion')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={3} maxLength={OPINION_CHARS_MAX} />
      </Form.Item>
    </OrderDialog>
  );
};

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

/** What a unit's officer does from the list: several plans confirmed at once, one project declared or answered in one click. */
export const useListActs = (
  standing: string | undefined,
  roles: ReadonlySet<Role>,
  rows: readonly Line[],
): ListActs => {
  const { t } = useTranslation();
  const isOfficer = roles.has('unit-officer');
  const picking = usePicking(rows, isOfficer && standing === 'planned');
  if (!isOfficer || (standing !== 'underway' && standing !== 'returned')) return picking;
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
