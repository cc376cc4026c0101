import type { Ids, Place, Reader } from './grounds.ts';

/** One page that somebody sees: where it is, who reads it, and what must have happened for it to have something to show. */
export type ShownPage = Readonly<{
  /** What it is called here, and its picture. */
  name: string;
  /** As the router writes it. */
  route: string;
  at: (ids: Ids) => string;
  as: Reader;
  place: Place;
  /** What stands on it once it is filled; without one: its heading. */
  filledBy?: string;
  /** People open it on a phone: a picture of that, too. */
  onPhone?: true;
}>;

const home = (as: Reader): ShownPage => ({
  name: `home-${as.replace(' ', '-')}`,
  route: '/',
  at: () => '/',
  as,
  place: 'sample',
  ...(as === 'secretary' ? { onPhone: true } : {}),
});

/** In the sample: an edition that is open today, planned by 70 units. */
const SAMPLE: readonly ShownPage[] = [
  home('visitor'),
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

/** First review under way: a third each cleared, asked about, and waiting. */
const REVIEWED: readonly ShownPage[] = [
  { name: 'review-latest', route: '/review', at: () => '/review', as: 'inspector', place: 'reviewed' },
  {
    ...{ name: 'review', route: '/editions/$editionId/review', as: 'officer', place: 'reviewed' },
    at: ({ edition }) => `/editions/${edition}/review`,
  },
  {
    ...{ name: 'clearances', route: '/editions/$editionId/clearances', as: 'inspector', place: 'reviewed' },
    at: ({ edition }) => `/editions/${edition}/clearances`,
  },
  {
    ...{ name: 'entry', route: '/entries/$entryId', as: 'officer', place: 'reviewed' },
    at: ({ entry }) => `/entries/${entry}`,
  },
  {
    ...{ name: 'stream', route: '/audit/streams/$stream', as: 'auditor', place: 'reviewed' },
    at: ({ stream }) => `/audit/streams/${stream}`,
  },
];

/** Notices run; somebody has objected. */
const NOTICED: readonly ShownPage[] = [
  {
    ...{ name: 'notices', route: '/editions/$editionId/notices', as: 'officer', place: 'noticed' },
    at: ({ edition }) => `/editions/${edition}/notices`,
  },
  {
    ...{ name: 'objections', route: '/editions/$editionId/objections', as: 'officer', place: 'noticed' },
    at: ({ edition }) => `/editions/${edition}/objections`,
  },
  {
    ...{ name: 'public-notices', route: '/public/notices', as: 'visitor', place: 'noticed', onPhone: true },
    at: () => '/public/notices',
  },
  {
    ...{ name: 'public-notice', route: '/public/notices/$entryId', as: 'visitor', place: 'noticed', onPhone: true },
    at: ({ entry }) => `/public/notices/${entry}`,
  },
  {
    ...{ name: 'public-objection', route: '/public/objections', as: 'visitor', place: 'noticed', onPhone: true },
    at: () => '/public/objections',
  },
];

/** Half of the sheets are sealed. */
const SCORED: readonly ShownPage[] = [
  {
    ...{ name: 'sheet', route: '/rounds/$roundId/sheet', as: 'expert', place: 'scored', onPhone: true },
    at: ({ round }) => `/rounds/${round}/sheet`,
  },
  { name: 'my-sheets', route: '/my-sheets', at: () => '/my-sheets', as: 'expert', place: 'scored' },
  {
    ...{ name: 'own-recusals', route: '/rounds/$roundId/recusals', as: 'expert', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/recusals`,
  },
  {
    ...{ name: 'panel', route: '/rounds/$roundId/panel', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/panel`,
  },
  {
    ...{ name: 'seats', route: '/rounds/$roundId/seats', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/seats`,
  },
  {
    ...{ name: 'round-proposals', route: '/rounds/$roundId/proposals', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/proposals`,
  },
  {
    ...{ name: 'rounds', route: '/editions/$editionId/rounds', as: 'officer', place: 'scored' },
    at: ({ edition }) => `/editions/${edition}/rounds`,
  },
  {
    ...{ name: 'round', route: '/rounds/$roundId', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}`,
  },
];

/** Sheets are opened: ranks are known, nothing is decided. */
const TALLIED: readonly ShownPage[] = [
  {
    ...{ name: 'result', route: '/rounds/$roundId/result', as: 'leader', place: 'tallied' },
    at: ({ round }) => `/rounds/${round}/result`,
  },
  {
    ...{ name: 'why', route: '/rounds/$roundId/result/$entryId', as: 'leader', place: 'tallied', onPhone: true },
    at: ({ round, entry }) => `/rounds/${round}/result/${entry}`,
  },
  {
    ...{ name: 'what-if', route: '/rounds/$roundId/what-if', as: 'officer', place: 'tallied' },
    at: ({ round }) => `/rounds/${round}/what-if?parameters=firstCount:6`,
  },
  {
    ...{ name: 'decision-minutes', route: '/rounds/$roundId/decision', as: 'leader', place: 'tallied', onPhone: true },
    at: ({ round }) => `/rounds/${round}/decision`,
  },
];

const DECIDED: readonly ShownPage[] = [
  {
    ...{ name: 'decision', route: '/rounds/$roundId/decision', as: 'leader', place: 'decided', onPhone: true },
    at: ({ round }) => `/rounds/${round}/decision`,
  },
  {
    ...{ name: 'circular-draft', route: '/rounds/$roundId/circular', as: 'officer', place: 'decided' },
    at: ({ round }) => `/rounds/${round}/circular`,
  },
];

/** The year is over. */
const COMMENDED: readonly ShownPage[] = [
  {
    ...{ name: 'circular', route: '/rounds/$roundId/circular', as: 'officer', place: 'commended' },
    at: ({ round }) => `/rounds/${round}/circular`,
  },
  { name: 'honours', route: '/honours', at: () => '/honours', as: 'officer', place: 'commended' },
  {
    ...{ name: 'honour', route: '/honours/$honourId', as: 'officer', place: 'commended' },
    at: ({ honour }) => `/honours/${honour}`,
  },
  {
    ...{ name: 'naming', route: '/honours/naming/$seriesId', as: 'officer', place: 'commended' },
    at: ({ series }) => `/honours/naming/${series}`,
  },
  {
    ...{ name: 'naming-list', route: '/series/$seriesId/naming', as: 'officer', place: 'commended' },
    at: ({ series }) => `/series/${series}/naming`,
  },
  {
    ...{ name: 'naming-decision', route: '/honours/naming/$seriesId/decision', as: 'officer', place: 'commended' },
    at: ({ series }) => `/honours/naming/${series}/decision`,
    onPhone: true,
  },
  {
    ...{ name: 'naming-circular', route: '/honours/naming/$seriesId/circular', as: 'officer', place: 'commended' },
    at: ({ series }) => `/honours/naming/${series}/circular`,
  },
  {
    ...{ name: 'entry-commended', route: '/entries/$entryId', as: 'secretary', place: 'commended', onPhone: true },
    at: ({ entry }) => `/entries/${entry}`,
  },
  {
    ...{ name: 'public-honours', route: '/public/honours', as: 'visitor', place: 'commended', onPhone: true },
    at: () => '/public/honours',
  },
  {
    ...{ name: 'public-certificate', route: '/public/certificates', as: 'visitor', place: 'commended', onPhone: true },
    at: ({ certificate }) => `/public/certificates?number=${certificate}`,
  },
  { name: 'reads', route: '/audit/reads', at: () => '/audit/reads', as: 'auditor', place: 'commended' },
];

/** Check-lists: half of what is wanted has been entered. */
const CHECKED: readonly ShownPage[] = [
  {
    ...{ name: 'my-checklists', route: '/my-checklists', as: 'secretary', place: 'checked', onPhone: true },
    at: () => '/my-checklists',
  },
  {
    ...{ name: 'checklists', route: '/rounds/$roundId/checklists', as: 'officer', place: 'checked' },
    at: ({ round }) => `/rounds/${round}/checklists`,
  },
  {
    ...{ name: 'checklist', route: '/rounds/$roundId/checklists/$entryId', as: 'officer', place: 'checked' },
    at: ({ round, entry }) => `/rounds/${round}/checklists/${entry}`,
    onPhone: true,
  },
  {
    ...{ name: 'checklist-subject', route: '/rounds/$roundId/checklists/$entryId', as: 'secretary', place: 'checked' },
    at: ({ round, entry }) => `/rounds/${round}/checklists/${entry}`,
    onPhone: true,
  },
];

/** Every page of the console; a route that is missing here fails the tests. */
export const PAGES: readonly ShownPage[] = [
  ...SAMPLE,
  ...CHECKED,
  ...REVIEWED,
  ...NOTICED,
  ...SCORED,
  ...TALLIED,
  ...DECIDED,
  ...COMMENDED,
];
