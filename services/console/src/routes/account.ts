import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const account = createRoute({
  getParentRoute: () => root,
  path: '/my-account',
  component: lazyRouteComponent(() => import('../pages/account/account.tsx'), 'Account'),
});

export const accountRoutes = [account] as const;
