import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationsSearch } from '../searches/organizations.ts';
import { root } from './root.ts';

const organizations = createRoute({
  getParentRoute: () => root,
  path: '/organizations',
  validateSearch: organizationsSearch,
  component: lazyRouteComponent(() => import('../pages/organizations/organizations.tsx'), 'Organizations'),
});

export const organizationRoutes = [organizations] as const;
