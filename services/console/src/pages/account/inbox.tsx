import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { messages } from '../../api/questions/inbox.ts';
import { sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ListFoot } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import '../../look/people.css';

type Message = Schemas['InboxMessage'];
type Marked = Schemas['PostV1InboxReadBody'];

/** Where that is which a message is about. */
const PLACES: Readonly<Record<Message['subjectKind'], (id: string) => string>> = {
  entry: (id) => `/entries/${id}`,
  edition: (id) => `/editions/${id}`,
  round: (id) => `/rounds/${id}`,
  person: (id) => `/people/${id}`,
  series: (id) => `/honours/naming/${id}`,
  organization: (id) => `/organizations/${id}`,
  problem: (id) => `/problems/${id}`,
};

/**
 * What is told of check-lists, claims and values is about a round that whoever is judged does not run: his own are where it stands. What is
 * told of his sign-ins he looks after where passwords and sessions are.
 */
const OWN_PLACES = [
  { of: 'new-device-seen', href: '/my-account', says: 'account.title' },
  { of: 'account-changed', href: '/my-account', says: 'account.title' },
  { of: 'sign-in-reset-offered', href: '/my-account', says: 'account.title' },
  { of: 'second-factor-ended', href: '/my-account', says: 'account.title' },
  { of: 'checklist-', href: '/my-checklists', says: 'inbox.toChecklists' },
  { of: 'appeal', href: '/my-appeals', says: 'inbox.toAppeals' },
  { of: 'bonus-', href: '/my-bonuses', says: 'inbox.toBonuses' },
  { of: 'measure-', href: '/my-measures', says: 'inbox.toMeasures' },
] as const;

/** What is told of several problems of an edition stands on its list of them. */
const isOfProblems = ({ template, subjectKind }: Message): boolean =>
  template.startsWith('problem-') && subjectKind === 'edition';

const placeOf = (message: Message): string => {
  const { subjectKind, subjectId } = message;
  return isOfProblems(message) ? `/problems?edition=${subjectId}` : PLACES[subjectKind](subjectId);
};

const useMarking = () => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder({
    send: async (body: Marked, key) => answerOf(api.POST('/v1/inbox/read', { params: { header: under(key) }, body })),
    touches: [['inbox']],
    onDone: () => tell(t('inbox.marked')),
  });
};

const One = ({ message, onRead }: Readonly<{ message: Message; onRead?: (messageId: string) => void }>) => {
  const { t } = useTranslation();
  const { messageId, title, body, subjectKind, occurredAt } = message;
  const heading = either(title.zh, title.en);
  const own = OWN_PLACES.find(({ of }) => message.template.startsWith(of));
  return (
    <li>
      <h3>{heading}</h3>
      <p className="quiet">{sayMoment(occurredAt)}</p>
      <p className="prose">{either(body.zh, body.en)}</p>
      <p className="row">
        <PageLink href={own?.href ?? placeOf(message)} instead={null}>
          {t(own?.says ?? `inbox.to.${isOfProblems(message) ? 'problem' : subjectKind}`)}
        </PageLink>
        {onRead !== undefined && (
          <Button onClick={() => onRead(messageId)} aria-label={`${t('inbox.mark')} ${heading}`}>
            {t('inbox.mark')}
          </Button>
        )}
      </p>
    </li>
  );
};

const Unread = () => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(messages(true));
  const order = useMarking();
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  // Everything up to the newest that is shown: what comes meanwhile stays unread.
  const newest = Math.max(0, ...rows.map(({ position }) => position));
  return (
    <section className="part" aria-labelledby="unread">
      <div className="part-head">
        <h2 id="unread">{t('inbox.unread', { count: first?.unreadCount ?? 0 })}</h2>
        {rows.length > 1 && (
          <Button loading={order.isPending} onClick={() => order.mutate({ throughPosition: newest })}>
            {t('inbox.markAll')}
          </Button>
        )}
      </div>
      {order.isError && <ProblemNotice error={order.error} />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && <p className="quiet">{t('inbox.noneUnread')}</p>}
      <ol className="steps">
        {rows.map((message) => (
          <One
            key={message.messageId}
            message={message}
            onRead={(messageId) => order.mutate({ messageIds: [messageId] })}
          />
        ))}
      </ol>
      {first !== undefined && rows.length > 0 && (
        <ListFoot pages={query} shown={rows.length} total={first.total ?? rows.length} />
      )}
    </section>
  );
};

/** What was read before; of the unread those above are all. */
const Earlier = () => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(messages(false));
  const known = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const rows = known.filter(({ read }) => read);
  return (
    <section className="part" aria-labelledby="earlier">
      <h2 id="earlier">{t('inbox.earlier')}</h2>
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.isSuccess && known.length === 0 && (
        <EmptyNotice title={t('inbox.emptyTitle')}>{t('inbox.empty')}</EmptyNotice>
      )}
      {known.length > 0 && rows.length === 0 && <p className="quiet">{t('inbox.noneRead')}</p>}
      <ol className="steps">
        {rows.map((message) => (
          <One key={message.messageId} message={message} />
        ))}
      </ol>
      {query.hasNextPage && (
        <ListFoot pages={query} shown={known.length} total={query.data?.pages[0]?.total ?? known.length} />
      )}
    </section>
  );
};

/** What one was told: the unread first, then everything, newest first. Three calls. */
export const Inbox = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('inbox.title')} lead={t('inbox.lead')} actions={<Link to="/my-account">{t('inbox.settings')}</Link>}>
      <Unread />
      <Earlier />
    </Page>
  );
};
