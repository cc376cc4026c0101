import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { editionTold } from '../../api/questions/campaigns.ts';
import { sayMoment } from '../../components/dates.ts';
import { Loading } from '../../components/loading.tsx';
import { either, nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';

type Item = Schemas['HistoryItem'];

const useActor = (): ((item: Item) => string) => {
  const { t } = useTranslation();
  return ({ actorKind, actorName, actorRole }) => {
    if (actorKind !== 'person') return t(`project.${actorKind}`);
    const name = nameIn(actorName);
    if (actorRole === null) return name ?? t('none');
    const role = t(`role.${actorRole}`);
    return name === undefined ? role : t('project.by', { name, role });
  };
};

const One = ({ item, actor }: Readonly<{ item: Item; actor: string }>) => {
  const { t } = useTranslation();
  const about = nameIn(item.aboutName);
  const shown = item.changes.filter(({ before, after }) => before !== null || after !== null);
  return (
    <li>
      {either(item.zh, item.en)}
      {about !== undefined && `：${about}`}
      <br />
      <span className="quiet">
        {sayMoment(item.occurredAt)} · {actor}
      </span>
      {item.why !== null && <p className="prose">{t('campaigns.why', { why: item.why })}</p>}
      {shown.length > 0 && (
        <ul className="changes">
          {shown.map(({ field, stageId, before, after }) => (
            <li key={`${field} ${stageId}`}>
              {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

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
  const actor = useActor();
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
      <ol className="steps">
        {items.map((item) => (
          <One key={item.eventId} item={item} actor={actor(item)} />
        ))}
      </ol>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more', { count: 50 })}</Button>}
    </section>
  );
};
