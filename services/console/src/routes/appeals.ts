import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appealsSearch } from '../searches/appeals.ts';
import { root } from './root.ts';

const mine = createRoute({
  getParentRoute: () => root,
  path: '/my-appeals',
  component: lazyRouteComponent(() => import('../pages/appeals/my-appeals.tsx'), 'MyAppeals'),
});

const all = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/appeals',
  validateSearch: appealsSearch,
  component: lazyRouteComponent(() => import('../pages/appeals/round-appeals.tsx'), 'RoundAppeals'),
});

const one = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/appeals/$entryId',
  component: lazyRouteComponent(() => import('../pages/appeals/entry-appeals.tsx'), 'EntryAppeals'),
});

export const appealRoutes = [mine, all, one] as const;
