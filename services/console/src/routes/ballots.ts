import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const mine = createRoute({
  getParentRoute: () => root,
  path: '/my-ballots',
  component: lazyRouteComponent(() => import('../pages/ballots/my-ballots.tsx'), 'MyBallots'),
});

const all = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/ballots',
  component: lazyRouteComponent(() => import('../pages/ballots/turnout.tsx'), 'BallotTurnout'),
});

export const ballotRoutes = [mine, all] as const;
