import type { ShownPage } from './shown-page.ts';

/** A contest in its heats: some times are recorded, one was changed, and some are lacking. */
export const MEASURED: readonly ShownPage[] = [
  {
    ...{ name: 'my-measures', route: '/my-measures', as: 'officer', place: 'measured', onPhone: true },
    at: () => '/my-measures',
  },
  {
    ...{ name: 'measures', route: '/rounds/$roundId/measures', as: 'officer', place: 'measured', onPhone: true },
    at: ({ round }) => `/rounds/${round}/measures`,
  },
  {
    ...{ name: 'entry-measures', route: '/rounds/$roundId/measures/$entryId', as: 'officer', place: 'measured' },
    at: ({ round, entry }) => `/rounds/${round}/measures/${entry}`,
  },
  {
    ...{ name: 'measures-subject', route: '/rounds/$roundId/measures/$entryId', as: 'secretary', place: 'measured' },
    at: ({ round, entry }) => `/rounds/${round}/measures/${entry}`,
    onPhone: true,
  },
];
