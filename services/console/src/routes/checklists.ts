import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { checklistsSearch } from '../searches/checklists.ts';
import { root } from './root.ts';

const mine = createRoute({
  getParentRoute: () => root,
  path: '/my-checklists',
  component: lazyRouteComponent(() => import('../pages/checklists/my-checklists.tsx'), 'MyChecklists'),
});

const all = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/checklists',
  validateSearch: checklistsSearch,
  component: lazyRouteComponent(() => import('../pages/checklists/checklists.tsx'), 'Checklists'),
});

const one = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/checklists/$entryId',
  component: lazyRouteComponent(() => import('../pages/checklists/checklist.tsx'), 'Checklist'),
});

export const checklistRoutes = [mine, all, one] as const;
