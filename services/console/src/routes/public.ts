import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { certificateSearch, honoursSearch, noticesSearch } from '../searches/public.ts';
import { root } from './root.ts';

const notices = createRoute({
  getParentRoute: () => root,
  path: '/public/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('../pages/public/notices.tsx'), 'Notices'),
});

const notice = createRoute({
  getParentRoute: () => root,
  path: '/public/notices/$entryId',
  component: lazyRouteComponent(() => import('../pages/public/notice.tsx'), 'Notice'),
});

const honours = createRoute({
  getParentRoute: () => root,
  path: '/public/honours',
  validateSearch: honoursSearch,
  component: lazyRouteComponent(() => import('../pages/public/honours.tsx'), 'Honours'),
});

const certificates = createRoute({
  getParentRoute: () => root,
  path: '/public/certificates',
  validateSearch: certificateSearch,
  component: lazyRouteComponent(() => import('../pages/public/certificates.tsx'), 'Certificates'),
});

/** The receipt code stands in no address: whoever has it sees how the objection stands. */
const objections = createRoute({
  getParentRoute: () => root,
  path: '/public/objections',
  component: lazyRouteComponent(() => import('../pages/public/objections.tsx'), 'Objections'),
});

/** Nor does the code by which somebody enters a work. */
const works = createRoute({
  getParentRoute: () => root,
  path: '/public/works',
  component: lazyRouteComponent(() => import('../pages/public/works.tsx'), 'Works'),
});

/** Nor that by which somebody votes. */
const vote = createRoute({
  getParentRoute: () => root,
  path: '/public/vote',
  component: lazyRouteComponent(() => import('../pages/public/code-vote.tsx'), 'CodeVote'),
});

export const publicRoutes = [notices, notice, honours, certificates, objections, works, vote] as const;
