import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Broken, Missing } from './components/astray.tsx';
import { Shell } from './components/shell.tsx';
import { Home } from './pages/work/home.tsx';
import { certificateSearch, honoursSearch, noticesSearch, organizationsSearch, projectsSearch } from './searches.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: Missing });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const latestProjects = createRoute({
  getParentRoute: () => root,
  path: '/entries',
  component: lazyRouteComponent(() => import('./pages/projects/latest-projects.tsx'), 'LatestProjects'),
});

const projects = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/entries',
  validateSearch: projectsSearch,
  component: lazyRouteComponent(() => import('./pages/projects/projects.tsx'), 'Projects'),
});

const project = createRoute({
  getParentRoute: () => root,
  path: '/entries/$entryId',
  component: lazyRouteComponent(() => import('./pages/projects/project.tsx'), 'Project'),
});

const organizations = createRoute({
  getParentRoute: () => root,
  path: '/organizations',
  validateSearch: organizationsSearch,
  component: lazyRouteComponent(() => import('./pages/organizations/organizations.tsx'), 'Organizations'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/public/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('./pages/public/notices.tsx'), 'Notices'),
});

const notice = createRoute({
  getParentRoute: () => root,
  path: '/public/notices/$entryId',
  component: lazyRouteComponent(() => import('./pages/public/notice.tsx'), 'Notice'),
});

const honours = createRoute({
  getParentRoute: () => root,
  path: '/public/honours',
  validateSearch: honoursSearch,
  component: lazyRouteComponent(() => import('./pages/public/honours.tsx'), 'Honours'),
});

const certificates = createRoute({
  getParentRoute: () => root,
  path: '/public/certificates',
  validateSearch: certificateSearch,
  component: lazyRouteComponent(() => import('./pages/public/certificates.tsx'), 'Certificates'),
});

/** The receipt code stands in no address: whoever has it sees how the objection stands. */
const objections = createRoute({
  getParentRoute: () => root,
  path: '/public/objections',
  component: lazyRouteComponent(() => import('./pages/public/objections.tsx'), 'Objections'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[home, latestProjects, projects, project, organizations],
    ...[notices, notice, honours, certificates, objections],
  ]),
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
