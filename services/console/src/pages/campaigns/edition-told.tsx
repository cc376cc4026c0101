import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { editionTold } from '../../api/questions/campaigns.ts';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ToldSteps } from '../../components/told-steps.tsx';

/** What happened to an edition, or what was changed in its plan alone: by whom, from what to what, and why. */
export const EditionTold = ({
  editionId,
  told,
  onTold,
}: Readonly<{
  editionId: string;
  told: 'history' | 'amendments';
  onTold: (told: 'history' | 'amendments') => void;
}>) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(editionTold(editionId, told));
  const items = query.data?.pages.flatMap((each) => each.items) ?? [];
  return (
    <section className="part" aria-labelledby="told">
      <div className="part-head">
        <h2 id="told">{t('campaigns.history')}</h2>
        <label className="radio">
          <input
            type="checkbox"
            checked={told === 'amendments'}
            onChange={({ target }) => onTold(target.checked ? 'amendments' : 'history')}
          />{' '}
          {t('campaigns.changesOnly')}
        </label>
      </div>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.data !== undefined && items.length === 0 && <p className="quiet">{t('campaigns.noChanges')}</p>}
      <ToldSteps items={items} />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more', { count: 50 })}</Button>}
    </section>
  );
};
