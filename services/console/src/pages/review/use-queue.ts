import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { entries } from '../../api/questions/entries.ts';
import type { ReviewSearch } from '../../searches/review.ts';

type Edition = Schemas['Edition'];

const page = getRouteApi('/editions/$editionId/review');

/** Changes what the address says, and stays where one is. */
export const useChange = () => {
  const navigate = useNavigate({ from: '/editions/$editionId/review' });
  return (changed: Partial<ReviewSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
};

export const useQueue = (edition: Edition) => {
  const { q, standing, track, sort, claim, entry, picked } = page.useSearch();
  const query = useInfiniteQuery({
    ...entries({
      organizationId: edition.committeeId,
      editionId: edition.editionId,
      q,
      standing: standing ?? 'declared',
      track,
      sort: sort ?? 'due',
      claim,
    }),
    placeholderData: (before) => before,
  });
  const lines = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const openId = entry ?? lines[0]?.entryId;
  const chosen = new Set(picked?.split(','));
  return {
    query,
    lines,
    first: query.data?.pages[0],
    openId,
    at: lines.findIndex(({ entryId }) => entryId === openId),
    /** Nothing is done to what is not shown. */
    pickedLines: lines.filter(({ entryId }) => chosen.has(entryId)),
  };
};

export type Queue = ReturnType<typeof useQueue>;

/** Walks the queue; more of it is fetched before it ends. */
export const useWalking = ({ query, lines, at }: Queue) => {
  const change = useChange();
  const [hasMoved, setMoved] = useState(false);
  const go = (to: number): void => {
    const line = lines[to];
    if (to >= lines.length - 2 && query.hasNextPage) void query.fetchNextPage();
    if (line === undefined) return;
    setMoved(true);
    change({ entry: line.entryId });
  };
  return {
    hasMoved,
    next: () => go(at + 1),
    previous: () => go(at - 1),
    /** What comes after the one that is done: the next one, or the one before where it was the last. */
    afterDone: () => {
      const next = lines[at + 1] ?? lines[at - 1];
      setMoved(true);
      change({ entry: next?.entryId });
    },
  };
};

export const usePicking = ({ lines, pickedLines }: Queue) => {
  const change = useChange();
  const ids = new Set(pickedLines.map(({ entryId }) => entryId));
  const put = (next: readonly string[]): void => change({ picked: next.length === 0 ? undefined : next.join(',') });
  return {
    ids,
    toggle: (entryId: string) => put(ids.has(entryId) ? [...ids].filter((id) => id !== entryId) : [...ids, entryId]),
    all: () => put(lines.map(({ entryId }) => entryId)),
    none: () => put([]),
    without: (done: readonly string[]) => put([...ids].filter((id) => !done.includes(id))),
  };
};

export type Walking = ReturnType<typeof useWalking>;
export type Picking = ReturnType<typeof usePicking>;
