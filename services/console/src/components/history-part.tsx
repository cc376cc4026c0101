import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { ToldSteps } from './told-steps.tsx';

type Page = Readonly<{ items: Schemas['HistoryItem'][]; nextPageToken: string | null }>;

/** What happened over time, the oldest first. */
export const HistoryPart = ({
  title,
  query,
}: Readonly<{ title: string; query: UseInfiniteQueryResult<InfiniteData<Page>> }>) => {
  const { t } = useTranslation();
  const items = query.data?.pages.flatMap((each) => each.items) ?? [];
  return (
    <section className="part" aria-labelledby="history">
      <h2 id="history">{title}</h2>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      <ToldSteps items={items} />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more', { count: 50 })}</Button>}
    </section>
  );
};
