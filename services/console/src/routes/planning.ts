import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const plans = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/plans',
  component: lazyRouteComponent(() => import('../pages/planning/plans.tsx'), 'Plans'),
});

const revise = createRoute({
  getParentRoute: () => root,
  path: '/entries/$entryId/plan',
  component: lazyRouteComponent(() => import('../pages/planning/revise.tsx'), 'Revise'),
});

export const planningRoutes = [plans, revise] as const;
