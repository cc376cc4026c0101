import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { measuresSearch } from '../searches/measures.ts';
import { root } from './root.ts';

const mine = createRoute({
  getParentRoute: () => root,
  path: '/my-measures',
  component: lazyRouteComponent(() => import('../pages/measures/my-measures.tsx'), 'MyMeasures'),
});

const all = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/measures',
  validateSearch: measuresSearch,
  component: lazyRouteComponent(() => import('../pages/measures/measures.tsx'), 'Measures'),
});

const one = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/measures/$entryId',
  component: lazyRouteComponent(() => import('../pages/measures/entry-measures.tsx'), 'EntryMeasures'),
});

export const measureRoutes = [mine, all, one] as const;
