import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { deliveries } from '../../api/questions/operations.ts';
import { sayExactly } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import '../../look/operations.css';
import { OperationsTabs } from './operations-tabs.tsx';

type Delivery = Schemas['Delivery'];
type Act = 'retry' | 'skip';
type Asked = Readonly<{ act: Act; delivery: Delivery }>;

const TONES: Readonly<Record<Delivery['state'], Tone>> = {
  queued: 'waiting',
  sent: 'good',
  failed: 'bad',
  skipped: 'plain',
};

const Repair = ({ asked, onClose }: Readonly<{ asked: Asked; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { act, delivery } = asked;
  const order = useOrder<Readonly<{ reason: string }>, unknown>({
    touches: [['operations']],
    send: async ({ reason }, key) => {
      const asking = {
        params: { header: under(key), path: { deliveryId: delivery.deliveryId } },
        body: { reason },
      };
      return answerOf(
        act === 'retry'
          ? api.POST('/v1/operations/deliveries/{deliveryId}/retry', asking)
          : api.POST('/v1/operations/deliveries/{deliveryId}/skip', asking),
      );
    },
    onDone: () => {
      tell(t(`operations.${act}Done`));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t(`operations.${act}Delivery`)}
      action={t(`operations.${act}`)}
      isDangerous={act === 'skip'}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

const useColumns = (ask: (asked: Asked) => void): readonly Column<Delivery>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'what',
      title: t('operations.delivery'),
      isHead: true,
      cell: ({ channel, sort }) => `${t(`operations.channel.${channel}`)} · ${t(`operations.sort.${sort}`)}`,
    },
    {
      key: 'state',
      title: t('operations.standing'),
      cell: ({ state, failure }) => (
        <>
          <Mark tone={TONES[state]}>{t(`operations.state.${state}`)}</Mark>
          {failure !== null && <div className="quiet">{t(`operations.failure.${failure}`)}</div>}
        </>
      ),
    },
    { key: 'tries', title: t('operations.tries'), isNumber: true, cell: ({ tries }) => tries },
    {
      key: 'at',
      title: t('operations.began'),
      cell: ({ createdAt }) => <span className="day">{sayExactly(createdAt)}</span>,
    },
    {
      key: 'acts',
      title: t('operations.acts'),
      cell: (delivery) =>
        delivery.state === 'failed' ? (
          <span className="row">
            <Button onClick={() => ask({ act: 'retry', delivery })}>{t('operations.retry')}</Button>
            <Button onClick={() => ask({ act: 'skip', delivery })}>{t('operations.skip')}</Button>
          </span>
        ) : (
          t('none')
        ),
    },
  ];
};

const Counts = ({ counts }: Readonly<{ counts: readonly Schemas['DeliveryCount'][] }>) => {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      {counts.map(({ channel, state, failure, count }) => (
        <div key={`${channel} ${state} ${failure ?? ''}`} className="pair">
          <dt>
            {t(`operations.channel.${channel}`)} · {t(`operations.state.${state}`)}
            {failure !== null && ` · ${t(`operations.failure.${failure}`)}`}
          </dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Mail and what other systems were told: in numbers, and what did not arrive. Never texts, never who. */
export const Deliveries = () => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const query = useInfiniteQuery(deliveries);
  const columns = useColumns(setAsked);
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('operations.deliveries')}
      lead={t('operations.deliveriesLead')}
      actions={<ExportButton list="/v1/operations/deliveries" query={{}} />}
    >
      <OperationsTabs />
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {first !== undefined && first.counts.length > 0 && (
        <section className="part" aria-label={t('operations.inNumbers')}>
          <h2>{t('operations.inNumbers')}</h2>
          <Counts counts={first.counts} />
        </section>
      )}
      {query.isSuccess && rows.length === 0 && (
        <EmptyNotice title={t('operations.noDeliveriesTitle')}>{t('operations.noDeliveries')}</EmptyNotice>
      )}
      {rows.length > 0 && (
        <>
          <ListTable
            label={t('operations.deliveries')}
            columns={columns}
            rows={rows}
            keyOf={({ deliveryId }) => deliveryId}
          />
          <ListFoot pages={query} shown={rows.length} total={first?.total ?? rows.length} />
        </>
      )}
      {asked !== undefined && <Repair asked={asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
};
