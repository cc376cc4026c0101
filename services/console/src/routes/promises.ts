import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const mine = createRoute({
  getParentRoute: () => root,
  path: '/my-promises',
  component: lazyRouteComponent(() => import('../pages/promises/my-promises.tsx'), 'MyPromises'),
});

export const promiseRoutes = [mine] as const;
