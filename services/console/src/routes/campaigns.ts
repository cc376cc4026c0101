import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { editionsSearch, editionSearch, holidaysSearch, newEditionSearch, writeSearch } from '../searches/campaigns.ts';
import { rollSearch } from '../searches/roll.ts';
import { lateUnitsSearch } from '../searches/late-units.ts';
import { root } from './root.ts';

const editions = createRoute({
  getParentRoute: () => root,
  path: '/editions',
  validateSearch: editionsSearch,
  component: lazyRouteComponent(() => import('../pages/campaigns/editions.tsx'), 'Editions'),
});

const first = createRoute({
  getParentRoute: () => root,
  path: '/editions/new',
  validateSearch: newEditionSearch,
  component: lazyRouteComponent(() => import('../pages/campaigns/new-edition.tsx'), 'NewEdition'),
});

const write = createRoute({
  getParentRoute: () => root,
  path: '/programmes/new',
  validateSearch: writeSearch,
  component: lazyRouteComponent(() => import('../pages/programmes/write-programme.tsx'), 'WriteProgramme'),
});

const edition = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId',
  validateSearch: editionSearch,
  component: lazyRouteComponent(() => import('../pages/campaigns/edition.tsx'), 'EditionPage'),
});

const next = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/next',
  component: lazyRouteComponent(() => import('../pages/campaigns/next-edition.tsx'), 'NextEdition'),
});

const late = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/late-entries',
  component: lazyRouteComponent(() => import('../pages/campaigns/late-entries.tsx'), 'LateEntries'),
});

const awaited = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/late-units',
  validateSearch: lateUnitsSearch,
  component: lazyRouteComponent(() => import('../pages/campaigns/late-units.tsx'), 'LateUnits'),
});

const roll = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/roll',
  validateSearch: rollSearch,
  component: lazyRouteComponent(() => import('../pages/campaigns/roll.tsx'), 'RollPage'),
});

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/proposals',
  component: lazyRouteComponent(() => import('../pages/campaigns/proposals.tsx'), 'Proposals'),
});

const holidays = createRoute({
  getParentRoute: () => root,
  path: '/holidays',
  validateSearch: holidaysSearch,
  component: lazyRouteComponent(() => import('../pages/campaigns/holidays.tsx'), 'Holidays'),
});

export const campaignRoutes = [
  editions,
  first,
  write,
  edition,
  next,
  late,
  awaited,
  roll,
  proposals,
  holidays,
] as const;
