import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { casesSearch, runningSearch } from '../searches/notices.ts';
import { root } from './root.ts';

const running = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/notices',
  validateSearch: runningSearch,
  component: lazyRouteComponent(() => import('../pages/notices/running.tsx'), 'Running'),
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/objections',
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('../pages/cases/cases.tsx'), 'Cases'),
});

export const noticeRoutes = [running, cases] as const;
