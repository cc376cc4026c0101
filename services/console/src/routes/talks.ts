import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const all = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/talks',
  component: lazyRouteComponent(() => import('../pages/talks/talks.tsx'), 'Talks'),
});

export const talkRoutes = [all] as const;
