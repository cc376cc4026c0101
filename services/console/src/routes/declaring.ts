import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const report = createRoute({
  getParentRoute: () => root,
  path: '/entries/$entryId/report',
  component: lazyRouteComponent(() => import('../pages/declaring/report.tsx'), 'Report'),
});

const declare = createRoute({
  getParentRoute: () => root,
  path: '/entries/$entryId/declare',
  component: lazyRouteComponent(() => import('../pages/declaring/declare.tsx'), 'Declare'),
});

const nominate = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/nominate',
  component: lazyRouteComponent(() => import('../pages/nominating/nominate.tsx'), 'Nominate'),
});

export const declaringRoutes = [report, declare, nominate] as const;
