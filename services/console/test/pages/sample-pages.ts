import type { Reader } from './grounds.ts';
import type { ShownPage } from './shown-page.ts';

const home = (as: Reader): ShownPage => ({
  name: `home-${as.replace(' ', '-')}`,
  route: '/',
  at: () => '/',
  as,
  place: 'sample',
  ...(as === 'secretary' ? { onPhone: true } : {}),
});

/** In the sample: an edition that is open today, planned by 70 units. */
export const SAMPLE: readonly ShownPage[] = [
  home('visitor'),
  {
    name: 'public-works',
    route: '/public/works',
    at: () => '/public/works',
    as: 'visitor',
    place: 'sample',
    onPhone: true,
  },
  {
    name: 'public-vote',
    route: '/public/vote',
    at: () => '/public/vote',
    as: 'visitor',
    place: 'sample',
    onPhone: true,
  },
  home('officer'),
  home('leader'),
  home('unit officer'),
  home('secretary'),
  home('expert'),
  home('auditor'),
  { name: 'editions', route: '/editions', at: () => '/editions', as: 'officer', place: 'sample' },
  {
    ...{ name: 'edition', route: '/editions/$editionId', as: 'officer', place: 'sample' },
    at: ({ edition }) => `/editions/${edition}`,
  },
  {
    ...{ name: 'next-edition', route: '/editions/$editionId/next', as: 'officer', place: 'sample' },
    at: ({ edition }) => `/editions/${edition}/next`,
  },
  {
    ...{ name: 'late-entries', route: '/editions/$editionId/late-entries', as: 'officer', place: 'sample' },
    at: ({ edition }) => `/editions/${edition}/late-entries`,
  },
  {
    ...{ name: 'late-units', route: '/editions/$editionId/late-units', as: 'officer', place: 'sample' },
    at: ({ edition }) => `/editions/${edition}/late-units`,
  },
  {
    ...{ name: 'edition-proposals', route: '/editions/$editionId/proposals', as: 'officer', place: 'sample' },
    at: ({ edition }) => `/editions/${edition}/proposals`,
  },
  { name: 'inbox', route: '/inbox', at: () => '/inbox', as: 'unit officer', place: 'sample', onPhone: true },
  { name: 'public-policies', route: '/public/policies', at: () => '/public/policies', as: 'visitor', place: 'sample' },
  {
    ...{ name: 'policy', route: '/policies/$committeeId', as: 'officer', place: 'sample', onPhone: true },
    at: ({ committee }) => `/policies/${committee}`,
  },
  { name: 'holidays', route: '/holidays', at: () => '/holidays', as: 'officer', place: 'sample' },
  { name: 'entries-latest', route: '/entries', at: () => '/entries', as: 'unit officer', place: 'sample' },
  {
    ...{ name: 'entries', route: '/editions/$editionId/entries', as: 'officer', place: 'sample' },
    at: ({ edition }) => `/editions/${edition}/entries`,
  },
  {
    ...{ name: 'plan-new', route: '/editions/$editionId/plans', as: 'secretary', place: 'sample', onPhone: true },
    at: ({ edition }) => `/editions/${edition}/plans`,
  },
  {
    ...{ name: 'plan-revise', route: '/entries/$entryId/plan', as: 'secretary', place: 'sample', onPhone: true },
    at: ({ entry }) => `/entries/${entry}/plan`,
  },
  {
    ...{ name: 'report', route: '/entries/$entryId/report', as: 'secretary', place: 'sample', onPhone: true },
    at: ({ entry }) => `/entries/${entry}/report`,
  },
  {
    ...{ name: 'declare', route: '/entries/$entryId/declare', as: 'unit officer', place: 'sample' },
    at: ({ entry }) => `/entries/${entry}/declare`,
  },
  { name: 'rounds-latest', route: '/rounds', at: () => '/rounds', as: 'leader', place: 'sample' },
  {
    ...{ name: 'seats-convene', route: '/rounds/$roundId/seats', as: 'officer', place: 'sample' },
    at: ({ round }) => `/rounds/${round}/seats`,
  },
  { name: 'organizations', route: '/organizations', at: () => '/organizations', as: 'officer', place: 'sample' },
  {
    ...{ name: 'organization', route: '/organizations/$organizationId', as: 'officer', place: 'sample' },
    at: ({ organization }) => `/organizations/${organization}`,
  },
  { name: 'people', route: '/people', at: () => '/people', as: 'officer', place: 'sample' },
  {
    ...{ name: 'person', route: '/people/$personId', as: 'officer', place: 'sample' },
    at: ({ person }) => `/people/${person}`,
  },
  { name: 'members', route: '/members', at: () => '/members', as: 'secretary', place: 'sample' },
  { name: 'my-record', route: '/my-record', at: () => '/my-record', as: 'expert', place: 'sample', onPhone: true },
  { name: 'my-account', route: '/my-account', at: () => '/my-account', as: 'officer', place: 'sample', onPhone: true },
  { name: 'edition-new', route: '/editions/new', at: () => '/editions/new', as: 'officer', place: 'sample' },
  {
    ...{ name: 'programme-new', route: '/programmes/new', as: 'officer', place: 'sample', onPhone: true },
    at: () => '/programmes/new?begin=lecture-contest',
  },
  { name: 'audit', route: '/audit', at: () => '/audit', as: 'auditor', place: 'sample' },
  { name: 'operations', route: '/operations', at: () => '/operations', as: 'operator', place: 'sample' },
  {
    ...{ name: 'deliveries', route: '/operations/deliveries', as: 'operator', place: 'sample' },
    at: () => '/operations/deliveries',
  },
  {
    ...{ name: 'repairs', route: '/operations/repairs', as: 'operator', place: 'sample' },
    at: () => '/operations/repairs',
  },
  {
    ...{ name: 'webhooks', route: '/operations/webhooks', as: 'operator', place: 'sample' },
    at: () => '/operations/webhooks',
  },
  {
    ...{ name: 'webhook', route: '/operations/webhooks/$webhookId', as: 'operator', place: 'sample' },
    at: ({ webhook }) => `/operations/webhooks/${webhook}`,
  },
  { name: 'traces', route: '/operations/traces', at: () => '/operations/traces', as: 'operator', place: 'sample' },
  {
    ...{ name: 'trace', route: '/operations/traces/$traceId', as: 'operator', place: 'sample' },
    at: ({ trace }) => `/operations/traces/${trace}`,
  },
  { name: 'missing', route: '/', at: () => '/nothing-here', as: 'officer', place: 'sample' },
];
