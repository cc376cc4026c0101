import { holidaysSearch } from '../searches/campaigns.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const policies = createRoute({
  getParentRoute: () => root,
  path: '/public/policies',
  component: lazyRouteComponent(() => import('../pages/policies/policies.tsx'), 'Policies'),
});

const policy = createRoute({
  getParentRoute: () => root,
  path: '/policies/$committeeId',
  validateSearch: holidaysSearch,
  component: lazyRouteComponent(() => import('../pages/policies/policy.tsx'), 'PolicyPage'),
});

export const policyRoutes = [policies, policy] as const;
