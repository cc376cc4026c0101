import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { myEntries, roundEntries } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { comma, nameIn } from '../../components/names.ts';
import { PageLink } from '../../components/page-link.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { useNamed } from '../../components/what-it-is.tsx';
import { RECUSAL_REASONS } from './reasons.ts';
import { RoundFrame } from './round-frame.tsx';

type Mine = Schemas['MyEntry'];
type Named = Pick<Mine, 'entryId' | 'title'>;
type Reason = (typeof RECUSAL_REASONS)[number];

const page = getRouteApi('/rounds/$roundId/recusals');

/** Two clicks: the project, then why. */
const Why = ({ roundId, entry, onClose }: Readonly<{ roundId: string; entry: Named; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Readonly<{ reason: Reason }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/recusals', {
          params: { path: { roundId }, header: under(key) },
          body: { entryId: entry.entryId, reason },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      tell(t('rounds.recusal.done'));
      onClose();
    },
  });
  return (
    <Dialog title={t('rounds.recusal.mineTitle', { title: entry.title })} onClose={onClose}>
      {order.isError && <ProblemNotice error={order.error} />}
      <p>{t('rounds.recusal.mineLead')}</p>
      <p className="row">
        {RECUSAL_REASONS.map((reason) => (
          <Button key={reason} loading={order.isPending} onClick={() => order.mutate({ reason })}>
            {t(`rounds.reason.${reason}`)}
          </Button>
        ))}
      </p>
    </Dialog>
  );
};

const namesOf = ({ answerableNames }: Mine): string =>
  answerableNames.flatMap((name) => nameIn(name) ?? []).join(comma());

const useColumns = (rows: readonly Mine[], onRecuse: (entry: Mine) => void): readonly Column<Mine>[] => {
  const { t } = useTranslation();
  const named = useNamed();
  const people: Column<Mine> = { key: 'people', title: t('project.answerable'), cell: (entry) => namesOf(entry) };
  return [
    { key: 'title', title: named, isHead: true, cell: ({ title }) => title },
    { key: 'unit', title: t('projects.unit'), cell: ({ nominatorName }) => nameIn(nominatorName) ?? t('none') },
    ...(rows.some((entry) => namesOf(entry) !== '') ? [people] : []),
    {
      key: 'act',
      title: t('rounds.seats.acts'),
      cell: (entry) => <Button onClick={() => onRecuse(entry)}>{t('rounds.recusal.mine')}</Button>,
    },
  ];
};

/** Before entries are dealt out nobody reads any of them: by their names he says which he must not be given. */
const BeforeDeal = ({ roundId, onRecuse }: Readonly<{ roundId: string; onRecuse: (entry: Named) => void }>) => {
  const { t } = useTranslation();
  const named = useNamed();
  const query = useInfiniteQuery(roundEntries(roundId, { recused: 'none' }));
  const columns: readonly Column<Named>[] = [
    { key: 'title', title: named, isHead: true, cell: ({ title }) => title },
    {
      key: 'act',
      title: t('rounds.seats.acts'),
      cell: (entry) => <Button onClick={() => onRecuse(entry)}>{t('rounds.recusal.mine')}</Button>,
    },
  ];
  return (
    <Answered query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <p className="note">{t('rounds.recusal.noEntries')}</p>;
        return (
          <>
            <p className="note">{t('rounds.recusal.beforeDeal')}</p>
            <ListTable
              label={t('rounds.recusal.pageTitle')}
              columns={columns}
              rows={rows}
              keyOf={({ entryId }) => entryId}
            />
            <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? 0} />
          </>
        );
      }}
    </Answered>
  );
};

const NotMine = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(roundEntries(roundId, { recused: 'own-unit,own-entry,declared' }));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="part" aria-labelledby="not-mine">
      <h2 id="not-mine">{t('rounds.recusal.notMine')}</h2>
      <ul className="plain">
        {rows.map(({ entryId, title, recused }) => (
          <li key={entryId}>
            {title} {recused !== '' && <span className="quiet">{t(`rounds.recusal.cause.${recused}`)}</span>}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('rounds.recusal.undo')}</p>
    </section>
  );
};

/** An evaluator looks through what he would score and says which he can not judge. Four calls, or five before entries are dealt out. */
export const OwnRecusals = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const [asked, setAsked] = useState<Named>();
  const query = useInfiniteQuery(myEntries(roundId));
  const columns = useColumns(query.data?.pages.flatMap(({ items }) => items) ?? [], setAsked);
  return (
    <RoundFrame roundId={roundId} title={t('rounds.recusal.pageTitle')}>
      {({ told }) => (
        <>
          <p>{t('rounds.recusal.pageLead')}</p>
          <Answered query={query}>
            {({ pages }) => {
              const rows = pages.flatMap(({ items }) => items);
              if (rows.length === 0 && told.isDealtOut) return <BeforeDeal roundId={roundId} onRecuse={setAsked} />;
              return rows.length === 0 ? (
                <p className="note">{t('rounds.recusal.noEntries')}</p>
              ) : (
                <>
                  <ListTable
                    label={t('rounds.recusal.pageTitle')}
                    columns={columns}
                    rows={rows}
                    keyOf={({ entryId }) => entryId}
                  />
                  <ListFoot pages={query} shown={rows.length} total={pages[0]?.total ?? 0} />
                  <p>
                    <PageLink href={`/rounds/${roundId}/sheet`}>{t('rounds.recusal.toSheet')}</PageLink>
                  </p>
                </>
              );
            }}
          </Answered>
          <NotMine roundId={roundId} />
          {asked !== undefined && <Why roundId={roundId} entry={asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </RoundFrame>
  );
};
