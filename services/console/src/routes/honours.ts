import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { awardedSearch } from '../searches/honours.ts';
import { root } from './root.ts';

const awarded = createRoute({
  getParentRoute: () => root,
  path: '/honours',
  validateSearch: awardedSearch,
  component: lazyRouteComponent(() => import('../pages/honours/awarded.tsx'), 'Awarded'),
});

const honour = createRoute({
  getParentRoute: () => root,
  path: '/honours/$honourId',
  component: lazyRouteComponent(() => import('../pages/honours/honour.tsx'), 'OneHonour'),
});

const naming = createRoute({
  getParentRoute: () => root,
  path: '/honours/naming/$seriesId',
  component: lazyRouteComponent(() => import('../pages/honours/naming.tsx'), 'Naming'),
});

export const honourRoutes = [awarded, honour, naming] as const;
