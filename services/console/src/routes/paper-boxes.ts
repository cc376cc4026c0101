import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const all = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/paper-boxes',
  component: lazyRouteComponent(() => import('../pages/paper-boxes/paper-boxes.tsx'), 'PaperBoxes'),
});

export const paperBoxRoutes = [all] as const;
