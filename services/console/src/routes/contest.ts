import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const desk = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/contest',
  component: lazyRouteComponent(() => import('../pages/contest/desk.tsx'), 'ContestDesk'),
});

const marking = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/marking',
  component: lazyRouteComponent(() => import('../pages/contest/marking.tsx'), 'Marking'),
});

const hall = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/hall',
  component: lazyRouteComponent(() => import('../pages/contest/hall.tsx'), 'Hall'),
});

export const contestRoutes = [desk, marking, hall] as const;
