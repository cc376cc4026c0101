import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { parked } from '../../api/questions/operations.ts';
import { saidOf } from '../../components/facts.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';

type Event = Schemas['ParkedEvent'];
type Act = 'retry' | 'skip';
type Asked = Readonly<{ act: Act; event: Event }>;

const Repair = ({ asked, onClose }: Readonly<{ asked: Asked; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { act, event } = asked;
  const order = useOrder<Readonly<{ reason: string }>, Schemas['Repaired']>({
    touches: [['operations']],
    send: async ({ reason }, key) => {
      const { service, reader, stream, position } = event;
      const asking = { params: { header: under(key) }, body: { service, reader, stream, position, reason } };
      return answerOf(
        act === 'retry'
          ? api.POST('/v1/operations/parked/retry', asking)
          : api.POST('/v1/operations/parked/skip', asking),
      );
    },
    onDone: ({ done, left }) => {
      tell(t('operations.repaired', { done, left }));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t(`operations.${act}Title`)}
      lead={
        <>
          <p>{t(`operations.${act}Lead`)}</p>
          <p className="code">
            {event.stream} · {event.type} · {event.reader}
          </p>
        </>
      }
      action={t(`operations.${act}`)}
      isDangerous={act === 'skip'}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

const useColumns = (ask: (asked: Asked) => void): readonly Column<Event>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'event',
      title: t('operations.event'),
      isHead: true,
      cell: ({ type, stream }) => (
        <>
          {t(`event.${saidOf(type)}`)}
          <div className="quiet code">{stream}</div>
        </>
      ),
    },
    {
      key: 'reader',
      title: t('operations.reader'),
      cell: ({ service, reader }) => (
        <>
          {t(`service.${service}`)}
          <div className="quiet code">{reader}</div>
        </>
      ),
    },
    {
      key: 'why',
      title: t('operations.errorClass'),
      cell: ({ errorClass }) => <span className="code">{errorClass}</span>,
    },
    { key: 'tries', title: t('operations.tries'), isNumber: true, cell: ({ tries }) => tries },
    {
      key: 'acts',
      title: t('operations.acts'),
      cell: (event) => (
        <span className="row">
          <Button onClick={() => ask({ act: 'retry', event })}>{t('operations.retry')}</Button>
          <Button onClick={() => ask({ act: 'skip', event })}>{t('operations.skip')}</Button>
          <Link to="/audit/streams/$stream" params={{ stream: event.stream }}>
            {t('operations.toStream')}
          </Link>
        </span>
      ),
    },
  ];
};

/** What readers could not take, and the two ways on: try again, or give it up with a reason. */
export const Parked = () => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const query = useInfiniteQuery(parked);
  const columns = useColumns(setAsked);
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="part" aria-labelledby="parked">
      <h2 id="parked">{t('operations.parked')}</h2>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && events.length === 0 && <p className="quiet">{t('operations.nothingParked')}</p>}
      {events.length > 0 && (
        <ListTable
          label={t('operations.parked')}
          columns={columns}
          rows={events}
          keyOf={({ service, reader, stream, position }) => `${service} ${reader} ${stream} ${position}`}
        />
      )}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more', { count: 50 })}</Button>}
      {asked !== undefined && <Repair asked={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
};
