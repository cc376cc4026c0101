import { useSyncExternalStore } from 'react';

/** As the style sheet: where a table becomes cards. */
const NARROW = '(max-width: 44rem)';

const follow = (tell: () => void): (() => void) => {
  const list = window.matchMedia(NARROW);
  list.addEventListener('change', tell);
  return () => list.removeEventListener('change', tell);
};

export const useIsNarrow = (): boolean => useSyncExternalStore(follow, () => window.matchMedia(NARROW).matches);
