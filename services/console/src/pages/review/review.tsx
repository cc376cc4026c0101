import '../../look/review.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { me } from '../../api/questions/own.ts';
import { edition as editionQuestion } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ListFoot } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { OfWhat, useWhat, whatIn } from '../../components/what-it-is.tsx';
import { reviewZh } from '../../words/zh/review.ts';
import { EditionSteps } from './edition-steps.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Batches } from './review-batches.tsx';
import { ReviewDesk } from './review-desk.tsx';
import { Claims } from './claims.tsx';
import { ReviewFilters } from './review-filters.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { reviewedOf } from './steps-of.ts';
import { useKeys } from './use-keys.ts';
import { type Picking, type Queue, useChange, usePicking, useQueue, useWalking, type Walking } from './use-queue.ts';

type Edition = Schemas['Edition'];

const page = getRouteApi('/editions/$editionId/review');

/** Where an edition has no check-list, the review looks at the declaration as one. In Chinese, like all that is recorded. */
const WHOLE = [reviewZh.review.wholeItem];

/** Nothing waits for the first review because nothing was declared yet, and not because everything is reviewed. */
const isNobodyYet = (counts: Parameters<typeof reviewedOf>[0], standing = 'declared'): boolean =>
  standing === 'declared' && reviewedOf(counts).total === 0;

/** Nothing is left here: why, and where there is something. */
const Empty = ({
  isDeclared,
  isFiltered,
  isNobody,
}: Readonly<{ isDeclared: boolean; isFiltered: boolean; isNobody: boolean }>) => {
  const { t } = useTranslation();
  const what = useWhat();
  const change = useChange();
  if (isFiltered)
    return (
      <EmptyNotice
        title={t('review.noneFound', { what })}
        action={
          <Button onClick={() => change({ q: undefined, track: undefined, entry: undefined })}>
            {t('clearFilters')}
          </Button>
        }
      >
        {t('projects.emptyFiltered')}
      </EmptyNotice>
    );
  if (isNobody)
    return <EmptyNotice title={t('review.emptyTitle', { what })}>{t('review.nobodyYet', { what })}</EmptyNotice>;
  const to = isDeclared ? 'reviewed' : 'declared';
  return (
    <EmptyNotice
      title={isDeclared ? t('review.emptyTitle', { what }) : t('review.noneFound', { what })}
      action={
        <Button onClick={() => change({ standing: to, entry: undefined })}>
          {t(isDeclared ? 'review.toNext' : 'review.toDeclared', { what })}
        </Button>
      }
    >
      {t(isDeclared ? 'review.allDone' : 'review.empty', { what })}
    </EmptyNotice>
  );
};

type Parts = Readonly<{ edition: Edition; items: readonly string[]; queue: Queue }>;

const QueueSide = ({ edition, items, queue, picking }: Parts & Readonly<{ picking: Picking }>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const change = useChange();
  const { lines, first, openId, query } = queue;
  const { data: who } = useQuery(me);
  const counts = reviewedOf(first?.facets?.standing ?? {});
  return (
    <div className="review-queue">
      <p className="queue-done">
        <progress value={counts.done} max={Math.max(1, counts.total)} aria-label={t('review.title')} />{' '}
        <strong>{t('review.done', counts)}</strong>
      </p>
      <ReviewFilters edition={edition} facets={first?.facets ?? null} onChange={change} />
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {lines.length > 0 && (
        <>
          {(search.standing ?? 'declared') === 'declared' && (
            <Claims editionId={edition.editionId} picked={queue.pickedLines} personId={who?.personId} />
          )}
          <Batches edition={edition} queue={queue} picking={picking} items={items} />
          <ReviewQueue
            lines={lines}
            openId={openId}
            picked={picking.ids}
            personId={who?.personId}
            saysStanding={(search.standing ?? 'declared').includes(',')}
            onPick={picking.toggle}
          />
          <ListFoot pages={query} shown={lines.length} total={first?.total ?? lines.length} />
        </>
      )}
    </div>
  );
};

const DeskSide = ({ items, queue, walking, onHelp }: Parts & Readonly<{ walking: Walking; onHelp: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const search = page.useSearch();
  const change = useChange();
  const { lines, first, openId, at } = queue;
  return (
    <div className="review-desk">
      <div className="desk-tools">
        <button type="button" className="linklike to-queue" onClick={() => change({ entry: undefined })}>
          {t('review.toQueue')}
        </button>
        <Button disabled={at <= 0} onClick={walking.previous} aria-keyshortcuts="K">
          {t('review.previous')}
        </Button>
        <Button disabled={at >= lines.length - 1} onClick={walking.next} aria-keyshortcuts="J">
          {t('review.next')}
        </Button>
        <Button className="keys-button" onClick={onHelp} aria-keyshortcuts="?">
          {t('review.keys')}
        </Button>
      </div>
      {openId !== undefined && (
        <ReviewDesk
          key={openId}
          entryId={openId}
          items={items}
          place={at < 0 ? '' : t('review.place', { place: at + 1, total: first?.total ?? lines.length })}
          takesFocus={walking.hasMoved}
          onDone={(said) => {
            tell(said);
            walking.afterDone();
          }}
        />
      )}
      {first !== undefined && openId === undefined && (
        <Empty
          isDeclared={(search.standing ?? 'declared') === 'declared'}
          isFiltered={search.q !== undefined || search.track !== undefined}
          isNobody={isNobodyYet(first.facets?.standing ?? {}, search.standing)}
        />
      )}
    </div>
  );
};

const Reviewing = ({ edition }: Readonly<{ edition: Edition }>) => {
  const { t } = useTranslation();
  const { entry } = page.useSearch();
  const queue = useQueue(edition);
  const walking = useWalking(queue);
  const picking = usePicking(queue);
  const [helps, setHelps] = useState(false);
  const items = edition.reviewList.length > 0 ? edition.reviewList : WHOLE;
  useKeys(({ act }) => {
    if (act === 'next') walking.next();
    if (act === 'previous') walking.previous();
    if (act === 'help') setHelps(true);
    if (act === 'pick' && queue.openId !== undefined) picking.toggle(queue.openId);
  });
  const parts = { edition, items, queue };
  return (
    <Page
      title={t('review.title')}
      lead={either(edition.titleZh, edition.titleEn)}
      actions={<EditionSteps editionId={edition.editionId} />}
    >
      <div className={entry === undefined ? 'review' : 'review is-open'}>
        <QueueSide {...parts} picking={picking} />
        <DeskSide {...parts} walking={walking} onHelp={() => setHelps(true)} />
      </div>
      {helps && <KeysHelp onClose={() => setHelps(false)} />}
    </Page>
  );
};

/** First review: a queue, and the entry that is being judged. Seven calls at most: `me`, the edition, its entries, and one entry's four. */
export const Review = () => {
  const { editionId } = page.useParams();
  return (
    <Answered query={useQuery(editionQuestion(editionId))}>
      {(edition) => (
        <OfWhat what={whatIn(edition)}>
          <Reviewing edition={edition} />
        </OfWhat>
      )}
    </Answered>
  );
};
