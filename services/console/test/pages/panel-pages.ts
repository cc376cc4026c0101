import type { ShownPage } from './shown-page.ts';

/** Panels: a live final, in which one was heard and shown, one is closed, one is on the stage; and works dealt out twice, since somebody left. */
export const PANELS: readonly ShownPage[] = [
  {
    ...{ name: 'contest', route: '/rounds/$roundId/contest', as: 'officer', place: 'contest', onPhone: true },
    at: ({ round }) => `/rounds/${round}/contest`,
  },
  {
    ...{ name: 'dealing', route: '/rounds/$roundId/dealing', as: 'officer', place: 'dealt', onPhone: true },
    at: ({ round }) => `/rounds/${round}/dealing`,
  },
  {
    ...{ name: 'marking', route: '/rounds/$roundId/marking', as: 'expert', place: 'contest', onPhone: true },
    at: ({ round }) => `/rounds/${round}/marking`,
  },
  {
    ...{ name: 'hall', route: '/rounds/$roundId/hall', as: 'officer', place: 'contest' },
    at: ({ round }) => `/rounds/${round}/hall`,
  },
];
