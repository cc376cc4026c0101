import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { officesOf } from '../../api/questions/checklists.ts';
import { either } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

type Item = Schemas['RedrawableItem'];
type Typed = Readonly<{ points: Readonly<Record<string, number | undefined>>; why: string }>;

const HUNDREDTHS = 100;
/** Points of one item, as the order takes them. */
const POINTS_MAX = 1_000;

const nameOf = ({ itemId, nameZh, nameEn }: Item): string => (nameZh === null ? itemId : either(nameZh, nameEn));
const areaOf = ({ areaZh, areaEn }: Item): string => (areaZh === null ? '' : either(areaZh, areaEn));

/** What the form says of each item that is worth something else now. */
const changedIn = (items: readonly Item[], points: Typed['points']) =>
  items.flatMap(({ itemId, points: now }) => {
    const typed = points[itemId];
    const given = typed === undefined ? now : Math.round(typed * HUNDREDTHS);
    return given === now ? [] : [{ itemId, points: given }];
  });

const totalOf = (items: readonly Item[], typed: Typed['points']): number =>
  items.reduce((sum, { itemId, points }) => sum + (typed[itemId] ?? points / HUNDREDTHS), 0);

type Asked = Readonly<{ roundId: string; sourceId: string; items: readonly Item[]; onClose: () => void }>;

/** Every item of a list with its points: what is changed is proposed, and a second person carries it out. */
const RedrawDialog = ({ roundId, sourceId, items, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [typed, setTyped] = useState<Typed['points']>({});
  const order = useOrder({
    send: async ({ points, why }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/proposals', {
          params: { path: { roundId }, header: under(key) },
          body: { terms: { act: 'RedrawList', sourceId, items: changedIn(items, points) }, why },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      onClose();
      tell(t('checklists.redraw.proposed'));
    },
  });
  const drawn = items.reduce((sum, one) => sum + one.drawn, 0) / HUNDREDTHS;
  return (
    <OrderDialog<Typed>
      title={t('checklists.redraw.title')}
      lead={<p>{t('rounds.actLead.RedrawList')}</p>}
      action={t('checklists.redraw.propose')}
      first={{ points: Object.fromEntries(items.map(({ itemId, points }) => [itemId, points / HUNDREDTHS])) }}
      order={order}
      onClose={onClose}
      onTyped={({ points }) => setTyped(points)}
    >
      {items.map((one) => (
        <Form.Item
          key={one.itemId}
          name={['points', one.itemId]}
          label={nameOf(one)}
          extra={`${areaOf(one)} ${t(one.fixed ? 'checklists.redraw.fixed' : 'checklists.redraw.drawn', {
            points: one.drawn / HUNDREDTHS,
          })}`}
        >
          <InputNumber min={0} max={POINTS_MAX} />
        </Form.Item>
      ))}
      <p role="status">{t('checklists.redraw.sum', { sum: totalOf(items, typed), total: drawn })}</p>
      <ReasonField name="why" />
    </OrderDialog>
  );
};

/** Lists that the template lets be redrawn, before their round opens. Nothing where none may be. No call of its own: the offices are asked for beside it. */
export const RedrawPart = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const { data } = useQuery(officesOf(roundId));
  const [asked, setAsked] = useState<string>();
  const items = data?.redrawable ?? [];
  const lists = [...new Set(items.map(({ sourceId }) => sourceId))];
  if (lists.length === 0) return null;
  return (
    <section className="part" aria-labelledby="redraw">
      <h2 id="redraw">{t('checklists.redraw.title')}</h2>
      <p>{t('rounds.actLead.RedrawList')}</p>
      {lists.map((sourceId) => (
        <Button key={sourceId} onClick={() => setAsked(sourceId)}>
          {t('checklists.redraw.propose')}
        </Button>
      ))}
      {asked !== undefined && (
        <RedrawDialog
          roundId={roundId}
          sourceId={asked}
          items={items.filter(({ sourceId }) => sourceId === asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
};
