import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bonusesSearch } from '../searches/bonuses.ts';
import { root } from './root.ts';

const mine = createRoute({
  getParentRoute: () => root,
  path: '/my-bonuses',
  component: lazyRouteComponent(() => import('../pages/bonuses/my-bonuses.tsx'), 'MyBonuses'),
});

const all = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/bonuses',
  validateSearch: bonusesSearch,
  component: lazyRouteComponent(() => import('../pages/bonuses/bonuses.tsx'), 'Bonuses'),
});

const one = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/bonuses/$entryId',
  component: lazyRouteComponent(() => import('../pages/bonuses/bonus.tsx'), 'Bonus'),
});

export const bonusRoutes = [mine, all, one] as const;
