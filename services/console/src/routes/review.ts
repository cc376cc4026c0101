import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clearancesSearch, reviewSearch } from '../searches/review.ts';
import { root } from './root.ts';

const latestReview = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('../pages/review/latest-review.tsx'), 'LatestReview'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('../pages/review/review.tsx'), 'Review'),
});

const clearances = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/clearances',
  validateSearch: clearancesSearch,
  component: lazyRouteComponent(() => import('../pages/clearances/clearances.tsx'), 'Clearances'),
});

export const reviewRoutes = [latestReview, review, clearances] as const;
