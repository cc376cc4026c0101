import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationSearch, organizationsSearch } from '../searches/organizations.ts';
import { root } from './root.ts';

const organizations = createRoute({
  getParentRoute: () => root,
  path: '/organizations',
  validateSearch: organizationsSearch,
  component: lazyRouteComponent(() => import('../pages/organizations/organizations.tsx'), 'Organizations'),
});

const organization = createRoute({
  getParentRoute: () => root,
  path: '/organizations/$organizationId',
  validateSearch: organizationSearch,
  component: lazyRouteComponent(() => import('../pages/organizations/organization.tsx'), 'OrganizationPage'),
});

export const organizationRoutes = [organizations, organization] as const;
