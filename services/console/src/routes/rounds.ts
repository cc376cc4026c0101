import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { decisionSearch, roundSearch, roundsSearch, seatsSearch, whatIfSearch } from '../searches/rounds.ts';
import { root } from './root.ts';

const latestRounds = createRoute({
  getParentRoute: () => root,
  path: '/rounds',
  component: lazyRouteComponent(() => import('../pages/rounds/latest-rounds.tsx'), 'LatestRounds'),
});

const rounds = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/rounds',
  validateSearch: roundsSearch,
  component: lazyRouteComponent(() => import('../pages/rounds/rounds.tsx'), 'Rounds'),
});

const round = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId',
  validateSearch: roundSearch,
  component: lazyRouteComponent(() => import('../pages/rounds/round.tsx'), 'Round'),
});

const seats = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/seats',
  validateSearch: seatsSearch,
  component: lazyRouteComponent(() => import('../pages/rounds/seats.tsx'), 'Seats'),
});

const recusals = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/recusals',
  component: lazyRouteComponent(() => import('../pages/rounds/own-recusals.tsx'), 'OwnRecusals'),
});

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/proposals',
  component: lazyRouteComponent(() => import('../pages/rounds/proposals.tsx'), 'Proposals'),
});

const result = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/result',
  component: lazyRouteComponent(() => import('../pages/rounds/result.tsx'), 'Result'),
});

const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/what-if',
  validateSearch: whatIfSearch,
  component: lazyRouteComponent(() => import('../pages/rounds/what-if.tsx'), 'WhatIf'),
});

const why = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/result/$entryId',
  component: lazyRouteComponent(() => import('../pages/rounds/why.tsx'), 'Why'),
});

const decision = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/decision',
  validateSearch: decisionSearch,
  component: lazyRouteComponent(() => import('../pages/rounds/decision.tsx'), 'DecisionPage'),
});

const circular = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/circular',
  component: lazyRouteComponent(() => import('../pages/rounds/circular.tsx'), 'Circular'),
});

export const roundRoutes = [
  ...[latestRounds, rounds, round, seats, recusals, proposals],
  ...[result, whatIf, why, decision, circular],
] as const;
