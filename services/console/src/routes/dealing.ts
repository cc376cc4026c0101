import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const dealing = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/dealing',
  component: lazyRouteComponent(() => import('../pages/dealing/dealing.tsx'), 'Dealing'),
});

export const dealingRoutes = [dealing] as const;
