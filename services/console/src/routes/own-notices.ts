import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const all = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/own-notices',
  component: lazyRouteComponent(() => import('../pages/own-notices/own-notices.tsx'), 'OwnNotices'),
});

const one = createRoute({
  getParentRoute: () => root,
  path: '/own-notices/$ownNoticeId',
  component: lazyRouteComponent(() => import('../pages/own-notices/own-notice.tsx'), 'OwnNotice'),
});

export const ownNoticeRoutes = [all, one] as const;
