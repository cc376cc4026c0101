import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const account = createRoute({
  getParentRoute: () => root,
  path: '/my-account',
  component: lazyRouteComponent(() => import('../pages/account/account.tsx'), 'Account'),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../pages/account/inbox.tsx'), 'Inbox'),
});

export const accountRoutes = [account, inbox] as const;
