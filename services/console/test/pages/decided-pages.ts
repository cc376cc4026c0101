import type { ShownPage } from './shown-page.ts';

/** What is filled otherwise than by marks, and what follows: a computed list, equal ranks at an edge, a choice with its recommendations, stars, papers. */
export const DECIDED_OTHERWISE: readonly ShownPage[] = [
  {
    ...{ name: 'roll-listed', route: '/editions/$editionId/roll', as: 'officer', place: 'listed', onPhone: true },
    at: ({ rolled }) => `/editions/${rolled}/roll`,
  },
  {
    ...{ name: 'going-on', route: '/rounds/$roundId/result', as: 'officer', place: 'equal', onPhone: true },
    at: ({ round }) => `/rounds/${round}/result`,
  },
  {
    ...{ name: 'round-choice', route: '/rounds/$roundId', as: 'officer', place: 'upward', onPhone: true },
    at: ({ round }) => `/rounds/${round}`,
  },
  {
    ...{ name: 'choice-list', route: '/rounds/$roundId/result', as: 'officer', place: 'upward', onPhone: true },
    at: ({ round }) => `/rounds/${round}/result`,
  },
  {
    ...{ name: 'recommendations', route: '/rounds/$roundId/decision', as: 'officer', place: 'upward', onPhone: true },
    at: ({ round }) => `/rounds/${round}/decision`,
  },
  {
    ...{ name: 'stars', route: '/rounds/$roundId/decision', as: 'officer', place: 'starred', onPhone: true },
    at: ({ round }) => `/rounds/${round}/decision`,
  },
  {
    ...{ name: 'unit-parts', route: '/rounds/$roundId/decision', as: 'officer', place: 'starred', onPhone: true },
    at: ({ divided }) => `/rounds/${divided}/decision`,
  },
  {
    ...{ name: 'unit-part', route: '/rounds/$roundId/decision', as: 'unit officer', place: 'starred', onPhone: true },
    at: ({ part }) => `/rounds/${part}/decision`,
  },
  {
    ...{ name: 'round-vote', route: '/rounds/$roundId', as: 'officer', place: 'filled', onPhone: true },
    at: ({ round }) => `/rounds/${round}`,
  },
  {
    ...{ name: 'paper', route: '/my-ballots', as: 'member', place: 'filled', onPhone: true, opens: ['投票', 'Vote'] },
    at: () => '/my-ballots',
  },
];
