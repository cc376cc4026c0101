import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { awardedSearch, namingSearch } from '../searches/honours.ts';
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
  validateSearch: namingSearch,
  component: lazyRouteComponent(() => import('../pages/honours/naming.tsx'), 'Naming'),
});

const namingDecision = createRoute({
  getParentRoute: () => root,
  path: '/honours/naming/$seriesId/decision',
  component: lazyRouteComponent(() => import('../pages/honours/naming-decision.tsx'), 'NamingDecision'),
});

const namingCircular = createRoute({
  getParentRoute: () => root,
  path: '/honours/naming/$seriesId/circular',
  component: lazyRouteComponent(() => import('../pages/honours/naming-circular.tsx'), 'NamingCircular'),
});

/** Where the work of computing a list leads. */
const ofSeries = createRoute({
  getParentRoute: () => root,
  path: '/series/$seriesId/naming',
  component: lazyRouteComponent(() => import('../pages/honours/series-naming.tsx'), 'SeriesNaming'),
});

export const honourRoutes = [ofSeries, awarded, honour, naming, namingDecision, namingCircular] as const;
