import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { problemsSearch } from '../searches/problems.ts';
import { root } from './root.ts';

const all = createRoute({
  getParentRoute: () => root,
  path: '/problems',
  validateSearch: problemsSearch,
  component: lazyRouteComponent(() => import('../pages/problems/problems.tsx'), 'Problems'),
});

const one = createRoute({
  getParentRoute: () => root,
  path: '/problems/$problemId',
  component: lazyRouteComponent(() => import('../pages/problems/problem.tsx'), 'ProblemPage'),
});

export const problemRoutes = [all, one] as const;
