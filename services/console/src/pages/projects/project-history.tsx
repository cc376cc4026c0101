import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { entryHistory } from '../../api/questions/entries.ts';
import { sayMoment } from '../../components/dates.ts';
import { saidOf } from '../../components/facts.ts';
import { Loading } from '../../components/loading.tsx';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';

type Fact = Schemas['HistoryEntry'];
const useActor = (): ((fact: Fact) => string) => {
  const { t } = useTranslation();
  return ({ actorKind, actorName, actorRole }) => {
    if (actorKind !== 'person') return t(`project.${actorKind}`);
    const name = nameIn(actorName);
    if (actorRole === null) return name ?? t('none');
    const role = t(`role.${actorRole}`);
    // Not everybody may learn everybody's name.
    return name === undefined ? role : t('project.by', { name, role });
  };
};

/** Every step of a project: what, when, who. */
export const ProjectHistory = ({ entryId }: Readonly<{ entryId: string }>) => {
  const { t } = useTranslation();
  const actor = useActor();
  const query = useInfiniteQuery(entryHistory(entryId));
  const facts = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="part" aria-labelledby="history">
      <h2 id="history">{t('project.history')}</h2>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      <ol className="steps">
        {facts.map((fact) => (
          <li key={fact.eventId}>
            {t(`event.${saidOf(fact.type)}`)}
            <br />
            <span className="quiet">
              {sayMoment(fact.occurredAt)} · {actor(fact)}
            </span>
          </li>
        ))}
      </ol>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more', { count: 50 })}</Button>}
    </section>
  );
};
