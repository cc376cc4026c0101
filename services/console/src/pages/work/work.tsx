import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { nowMs } from '../../api/platform-clock.ts';
import { unread } from '../../api/questions/inbox.ts';
import { work } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { daysUntil, lastDayOf, sayDeadline } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { comma, either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { seesProjects } from '../../components/who-sees.ts';
import { PageLink } from '../../components/page-link.tsx';
import { YearNow } from './year-now.tsx';

type Item = Schemas['WorkItem'];
type Me = Schemas['GetV1MeAnswer'];

const SOON_DAYS = 3;

const Due = ({ dueAt }: Readonly<{ dueAt: string | null }>) => {
  const { t } = useTranslation();
  if (dueAt === null) return <span className="quiet">{t('work.noDue')}</span>;
  const days = daysUntil(lastDayOf(dueAt));
  const left =
    Date.parse(dueAt) < nowMs() ? t('work.overdue') : days <= 0 ? t('work.today') : t('work.days', { count: days });
  return (
    <>
      {days <= SOON_DAYS ? <Mark tone="bad">{left}</Mark> : <Mark tone="waiting">{left}</Mark>}
      <br />
      <span className="quiet day">{sayDeadline(dueAt)}</span>
    </>
  );
};

/** To the page where it is done, once this console has it. */
const What = ({ item }: Readonly<{ item: Item }>) => {
  const { t } = useTranslation();
  const what = t(`work.kind.${item.kind}`);
  return (
    <>
      <PageLink href={item.link} instead={what}>
        {what}
      </PageLink>
      {item.title !== null && item.subject.kind !== 'edition' && item.title.zh !== item.editionName?.zh && (
        <div className="quiet">{either(item.title.zh, item.title.en)}</div>
      )}
    </>
  );
};

/** Whether one column says the same in each row, and so nothing. */
const isAlike = (items: readonly Item[], told: (item: Item) => string | null): boolean =>
  new Set(items.map(told)).size < 2;

const useColumns = (items: readonly Item[]): readonly Column<Item>[] => {
  const { t } = useTranslation();
  return [
    { key: 'what', title: t('work.what'), isHead: true, cell: (item) => <What item={item} /> },
    {
      key: 'progress',
      title: t('work.progress'),
      cell: ({ done, total }) =>
        total === 0 ? (
          t('none')
        ) : (
          <span className="progress">
            <progress value={done} max={total} aria-label={t('work.progress')} /> {done}/{total}
          </span>
        ),
    },
    { key: 'due', title: t('work.due'), cell: ({ dueAt }) => <Due dueAt={dueAt} /> },
    ...(isAlike(items, ({ editionId }) => editionId)
      ? []
      : [
          {
            key: 'edition',
            title: t('work.edition'),
            cell: ({ editionName }: Item) => nameIn(editionName) ?? t('none'),
          },
        ]),
    ...(isAlike(items, ({ role }) => role)
      ? []
      : [
          { key: 'as', title: t('work.as'), cell: ({ role }: Item) => (role === null ? t('none') : t(`role.${role}`)) },
        ]),
  ];
};

const Notes = ({ missing, cut }: Readonly<Pick<Schemas['GetV1WorkAnswer'], 'missing' | 'cut'>>) => {
  const { t } = useTranslation();
  return (
    <>
      {missing.length > 0 && (
        <p className="note" role="status">
          {t('work.missing', { services: missing.map((service) => t(`work.service.${service}`)).join(comma()) })}
        </p>
      )}
      {cut && <p className="note">{t('work.cut')}</p>}
    </>
  );
};

/** Nothing stands here while nothing is unread, or while nobody knows: what waits does not depend on it. */
const Messages = () => {
  const { t } = useTranslation();
  const { data: count = 0 } = useQuery(unread);
  return count === 0 ? null : (
    <p>
      <Link to="/inbox">{t('work.unread', { count })}</Link>
    </p>
  );
};

/** What waits for whoever is signed in, by deadline. */
export const Work = ({ who }: Readonly<{ who: Me }>) => {
  const { t } = useTranslation();
  const query = useQuery(work);
  const columns = useColumns(query.data?.items ?? []);
  return (
    <Page
      title={t('work.title')}
      lead={t(query.data?.items.length === 0 ? 'work.idle' : 'work.greeting', { name: who.name })}
    >
      <Messages />
      <Answered query={query}>
        {({ items, missing, cut }) => (
          <>
            <Notes missing={missing} cut={cut} />
            {items.length === 0 ? (
              <EmptyNotice
                title={t('work.emptyTitle')}
                action={
                  seesProjects(who.grants) ? (
                    <Link to="/entries" className="primary">
                      {t('work.seeProjects')}
                    </Link>
                  ) : undefined
                }
              >
                {t(seesProjects(who.grants) ? 'work.emptyButProjects' : 'work.empty')}
              </EmptyNotice>
            ) : (
              <ListTable
                label={t('work.title')}
                columns={columns}
                rows={items}
                keyOf={({ kind, role, subject }) => `${kind} ${role ?? ''} ${subject.id}`}
              />
            )}
          </>
        )}
      </Answered>
      {seesProjects(who.grants) && <YearNow />}
    </Page>
  );
};
